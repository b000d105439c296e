// Presentations (pptx): slides in order, the text of their shapes as paragraphs, their tables as grids.
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace Analytics.Documents.Office;

/// <summary>Reads pptx bytes. Hidden slides, notes and the texts of masters are left out.</summary>
internal sealed class PptxReader : IFormatReader
{
    private const string What = "PowerPoint 文件";
    private const int MostNested = 300;
    private readonly List<Block> blocks = [];
    private int tables;
    private int slide;

    public string Format => "pptx";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        ZipGuard.Check(bytes, What);
        try
        {
            using var presentation = Package.Open(bytes, PresentationDocument.Open);
            var main = presentation.PresentationPart ?? throw new UnreadableDocumentException($"{What}里没有幻灯片，请检查文件是否损坏。");
            foreach (var id in main.Presentation.SlideIdList?.Elements<SlideId>() ?? [])
            {
                slide++;
                if (id.RelationshipId?.Value is { } relation && main.GetPartById(relation) is SlidePart part) Add(part);
            }
            var title = presentation.PackageProperties.Title;
            return (string.IsNullOrWhiteSpace(title) ? null : title.Trim(), blocks);
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException))
        {
            // What the library throws on damaged packages is not documented, and seen to be many things.
            throw new UnreadableDocumentException($"{What}损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    private void Add(SlidePart part)
    {
        CheckNesting(part);
        if (part.Slide is not { } content || !(content.Show?.Value ?? true)) return;
        if (content.CommonSlideData?.ShapeTree is { } shapes) Walk(shapes);
    }

    // The library reads nested elements by recursion, and a stack that overflows ends the process.
    private static void CheckNesting(SlidePart slide)
    {
        using var part = slide.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.Depth > MostNested) throw new UnreadableDocumentException($"{What}嵌套层数过多，疑似损坏，已拒绝读取。");
        }
    }

    private void Walk(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case Drawing.Table table: Add(table); break;
                case Drawing.Paragraph paragraph: Add(paragraph); break;
                // The slide's own number or date, of the layout and not of the report.
                case Shape shape when IsFurniture(shape): break;
                case AlternateContent alternate: Walk((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate); break;
                default:
                    if (child.HasChildren) Walk(child);
                    break;
            }
        }
    }

    private static bool IsFurniture(Shape shape)
    {
        var type = shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape?.Type?.Value;
        return type is PlaceholderValues.SlideNumber or PlaceholderValues.DateAndTime or PlaceholderValues.Footer or PlaceholderValues.Header;
    }

    private void Add(Drawing.Paragraph paragraph)
    {
        foreach (var part in Text(paragraph).Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(part)) blocks.Add(new Paragraph(part.Trim(), new Anchor(Page: slide)));
        }
    }

    private void Add(Drawing.Table table)
    {
        tables++;
        var grid = new GridBuilder(tables, slide);
        foreach (var row in table.Elements<Drawing.TableRow>())
        {
            foreach (var cell in row.Elements<Drawing.TableCell>())
            {
                if (cell.HorizontalMerge?.Value ?? false) continue;
                var span = cell.GridSpan?.Value ?? 1;
                if (cell.VerticalMerge?.Value ?? false) grid.SkipCovered(span);
                else grid.Add(CellText(cell), span, 1);
            }
            grid.EndRow();
        }
        blocks.Add(grid.Build());
    }

    private static string CellText(Drawing.TableCell cell) => string.Join('\n', cell.Descendants<Drawing.Paragraph>()
        .SelectMany(paragraph => Text(paragraph).Split('\n')).Select(part => part.Trim()).Where(part => part.Length > 0));

    private static string Text(Drawing.Paragraph paragraph)
    {
        var builder = new StringBuilder();
        foreach (var child in paragraph.Descendants())
        {
            switch (child)
            {
                case Drawing.Text text: builder.Append(text.Text); break;
                case Drawing.Break: builder.Append('\n'); break;
            }
        }
        return builder.ToString();
    }
}

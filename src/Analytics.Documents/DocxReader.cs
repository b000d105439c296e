// Word documents (Office Open XML): body paragraphs and tables as they are printed once all changes are accepted.
using System.Globalization;
using System.Text;
using System.Xml;
using Analytics.Documents.Office;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MathText = DocumentFormat.OpenXml.Math.Text;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Analytics.Documents;

/// <summary>Reads docx bytes. Deleted and hidden text, notes and fallback copies of drawings are left out.</summary>
internal sealed class DocxReader : IFormatReader
{
    private const string What = "Word 文件";
    private const int MostNested = 500;
    private readonly List<Block> blocks = [];
    private readonly StringBuilder carried = new();
    private int tables;

    public string Format => "docx";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            ZipGuard.Check(bytes, What);
            using var word = Package.Open(bytes, WordprocessingDocument.Open);
            CheckNesting(word);
            var body = word.MainDocumentPart?.Document?.Body ?? throw new UnreadableDocumentException("Word 文件里没有正文，请检查文件是否损坏。");
            Walk(body);
            EndCarried();
            var title = word.PackageProperties.Title;
            return (string.IsNullOrWhiteSpace(title) ? null : title.Trim(), blocks);
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException))
        {
            // What the library throws on damaged packages is not documented, and seen to be many things.
            throw new UnreadableDocumentException("Word 文件损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    // The library reads nested elements by recursion, and a stack that overflows ends the process.
    private static void CheckNesting(WordprocessingDocument word)
    {
        if (word.MainDocumentPart is not { } main) return;
        using var part = main.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.Depth > MostNested) throw new UnreadableDocumentException("Word 文件嵌套层数过多，疑似损坏，已拒绝读取。");
        }
    }

    private void Walk(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case WordParagraph paragraph: Add(paragraph); break;
                case WordTable table when IsLayout(table):
                    EndCarried();
                    foreach (var row in RowsOf(table))
                    {
                        foreach (var cell in CellsOf(row))
                        {
                            Walk(cell);
                            EndCarried();
                        }
                    }
                    break;
                case WordTable table:
                    EndCarried();
                    Add(table);
                    break;
                case DeletedRun or MoveFromRun or SectionProperties or SdtProperties: break;
                case AlternateContent alternate: Walk(Chosen(alternate)); break;
                default:
                    if (child.HasChildren) Walk(child);
                    break;
            }
        }
    }

    // A table that holds more cells in tables of its own than beside them only lays the page out.
    private static bool IsLayout(WordTable table)
    {
        var cells = RowsOf(table).SelectMany(CellsOf).Select(cell => (Cell: cell, Inner: Outer<WordTable>(cell).ToList())).ToList();
        if (cells.TrueForAll(cell => cell.Inner.Count == 0)) return false;
        var inner = cells.SelectMany(cell => cell.Inner).SelectMany(RowsOf).SelectMany(CellsOf).Count(HasText);
        return inner > 0 && inner >= cells.Count(cell => cell.Inner.Count == 0 && HasText(cell.Cell));
    }

    private static bool HasText(TableCell cell) => cell.InnerText.Length > 0;

    private void Add(WordParagraph paragraph)
    {
        var (text, boxes) = Read(paragraph);
        // What floats beside a paragraph is read before it: headings in text boxes hang on the paragraph that follows them.
        if (boxes.Count > 0) EndCarried();
        foreach (var box in boxes)
        {
            Walk(box);
            EndCarried();
        }
        carried.Append(text);
        if (!IsJoined(paragraph)) EndCarried();
    }

    private void EndCarried()
    {
        foreach (var part in carried.ToString().Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(part)) blocks.Add(new Paragraph(part.Trim(), default));
        }
        carried.Clear();
    }

    // Its mark was deleted: the next paragraph goes on in the same line.
    private static bool IsJoined(WordParagraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphMarkRunProperties is { } mark && (mark.GetFirstChild<Deleted>() is not null || mark.GetFirstChild<MoveFrom>() is not null);

    private void Add(WordTable table)
    {
        tables++;
        var grid = new GridBuilder(tables);
        foreach (var row in RowsOf(table))
        {
            grid.Skip(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
            var cells = CellsOf(row).ToList();
            for (var i = 0; i < cells.Count; i++)
            {
                var properties = cells[i].TableCellProperties;
                var text = IsContinued(properties) ? "" : CellText(cells[i]);
                var span = properties?.GridSpan?.Val?.Value ?? 1;
                while (i + 1 < cells.Count && cells[i + 1].TableCellProperties?.HorizontalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue))
                {
                    i++;
                    span += cells[i].TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                }
                if (IsContinued(properties)) grid.SkipCovered(span);
                else grid.Add(text, span, 1);
            }
            grid.EndRow();
        }
        blocks.Add(grid.Build());
    }

    // Rows and cells may stand inside content controls; those deleted under change tracking are gone.
    private static IEnumerable<TableRow> RowsOf(WordTable table) => Outer<TableRow>(table).Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null);

    private static IEnumerable<TableCell> CellsOf(TableRow row) => Outer<TableCell>(row).Where(cell => cell.TableCellProperties?.GetFirstChild<CellDeletion>() is null);

    // Elements of a kind that stand in no other of that kind, those in text boxes of paragraphs apart.
    private static IEnumerable<T> Outer<T>(OpenXmlElement container)
        where T : OpenXmlElement
    {
        foreach (var child in container.ChildElements)
        {
            if (child is T found) yield return found;
            else if (child is WordParagraph or AlternateContentFallback || !child.HasChildren) continue;
            else foreach (var inner in Outer<T>(child)) yield return inner;
        }
    }

    private static bool IsContinued(TableCellProperties? properties) =>
        properties?.VerticalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    // Paragraphs of text boxes are read with the paragraph that they hang on.
    private static string CellText(OpenXmlElement cell)
    {
        var builder = new StringBuilder();
        foreach (var paragraph in Outer<WordParagraph>(cell))
        {
            var (text, boxes) = Read(paragraph);
            foreach (var box in boxes) builder.Append(CellText(box)).Append('\n');
            builder.Append(text);
            if (!IsJoined(paragraph)) builder.Append('\n');
        }
        return string.Join('\n', builder.ToString().Split('\n').Select(part => part.Trim()).Where(part => part.Length > 0));
    }

    private static (string Text, IReadOnlyList<TextBoxContent> Boxes) Read(WordParagraph paragraph)
    {
        var builder = new StringBuilder();
        var boxes = new List<TextBoxContent>();
        Append(paragraph, builder, boxes);
        return (builder.ToString(), boxes);
    }

    private static void Append(OpenXmlElement element, StringBuilder builder, List<TextBoxContent> boxes)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text text: builder.Append(text.Text); break;
                case MathText text: builder.Append(text.Text); break;
                case TabChar: builder.Append('\t'); break;
                case Break or CarriageReturn: builder.Append('\n'); break;
                case NoBreakHyphen: builder.Append('-'); break;
                case SymbolChar symbol: builder.Append(Shown(symbol)); break;
                case DeletedRun or MoveFromRun: break;
                case Run run when IsHidden(run): break;
                case Ruby ruby when ruby.GetFirstChild<RubyBase>() is { } printed: Append(printed, builder, boxes); break;
                // What asks to be filled in is not filled in.
                case SdtElement control when control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is { } placeholder && (placeholder.Val?.Value ?? true): break;
                case AlternateContent alternate: Append(Chosen(alternate), builder, boxes); break;
                case TextBoxContent box: boxes.Add(box); break;
                default: Append(child, builder, boxes); break;
            }
        }
    }

    // A drawing and, for older programs, the same again.
    private static OpenXmlElement Chosen(AlternateContent alternate) => (OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate;

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && (vanish.Val?.Value ?? true);

    // The font Symbol keeps signs and digits at their usual places, moved into the private area.
    private static string Shown(SymbolChar symbol)
    {
        if (!int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code > char.MaxValue) return "";
        return code is > 0xF020 and < 0xF07F && symbol.Font?.Value == "Symbol" ? ((char)(code - 0xF000)).ToString() : ((char)code).ToString();
    }
}

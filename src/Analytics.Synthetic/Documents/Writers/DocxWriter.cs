// Word documents with merged cells.
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Synthetic;

/// <summary>Writes docx files.</summary>
/// <param name="columnWidth">Of each column, in twentieths of a point; null to name none.</param>
/// <param name="isDressed">Every paragraph and run names its spacing, fonts and size, as word processors write them.</param>
public sealed class DocxWriter(int? columnWidth = null, bool isDressed = false) : IReportWriter
{
    private const string LineSpacing = "560";
    private const string FontSize = "32";

    private const string ContentTypes = Package.Xml + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
        </Types>
        """;

    private const string Relations = Package.Xml + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
        </Relationships>
        """;

    public string Extension => "docx";

    public byte[] Write(PrintedReport report)
    {
        var body = new Body(Line(report.Title, isHeading: true));
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedHeading heading: body.Append(Line(heading.Text, isHeading: true)); break;
                case PrintedParagraph paragraph: body.Append(Line(paragraph.Text, isHeading: false)); break;
                case PrintedTable table:
                    body.Append(TableOf(table));
                    body.Append(new Paragraph());
                    break;
            }
        }
        return Package.Of(
            ("[Content_Types].xml", ContentTypes),
            ("_rels/.rels", Relations),
            ("docProps/core.xml", Package.Xml + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + $" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{Package.Escape(report.Title)}</dc:title></cp:coreProperties>"),
            ("word/document.xml", Package.Xml + new Document(body).OuterXml));
    }

    private Paragraph Line(string text, bool isHeading)
    {
        var paragraph = new Paragraph();
        var run = new Run();
        if (isDressed) paragraph.Append(new ParagraphProperties(new SpacingBetweenLines { Line = LineSpacing, LineRule = LineSpacingRuleValues.Exact }));
        if (isDressed || isHeading) run.Append(Properties(isHeading));
        var hasText = text.Length > 0;
        var parts = text.Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            if (parts[i].Length > 0) run.Append(new Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        if (isDressed ? hasText : run.HasChildren) paragraph.Append(run);
        return paragraph;
    }

    private RunProperties Properties(bool isHeading)
    {
        var properties = new RunProperties();
        if (isDressed) properties.Append(new RunFonts { Hint = FontTypeHintValues.EastAsia, Ascii = "仿宋_GB2312", HighAnsi = "仿宋_GB2312", EastAsia = "仿宋_GB2312", ComplexScript = "仿宋_GB2312" });
        if (isHeading) properties.Append(new Bold());
        if (isDressed) properties.Append(new FontSize { Val = FontSize }, new Languages { Val = "en-US", EastAsia = "zh-CN" });
        return properties;
    }

    private Table TableOf(PrintedTable table)
    {
        var result = new Table(
            new TableProperties(new TableBorders(
                new TopBorder { Val = BorderValues.Single }, new LeftBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single },
                new RightBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single },
                new InsideVerticalBorder { Val = BorderValues.Single })),
            new TableGrid(Enumerable.Range(0, table.Width).Select(_ => columnWidth is { } width ? new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) } : new GridColumn())));
        foreach (var row in table.Grid()) result.Append(new TableRow(row.Where(place => place.Column == 0).Select(CellOf)));
        return result;
    }

    private TableCell CellOf(PrintedPlace place)
    {
        var properties = new TableCellProperties();
        if (place.Cell.ColumnSpan > 1) properties.Append(new GridSpan { Val = place.Cell.ColumnSpan });
        if (place.Cell.RowSpan > 1) properties.Append(new VerticalMerge { Val = place.Row == 0 ? MergedCellValues.Restart : MergedCellValues.Continue });
        var cell = new TableCell();
        if (properties.HasChildren) cell.Append(properties);
        cell.Append(Line(place.Text, isHeading: false));
        return cell;
    }
}

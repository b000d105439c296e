// Word documents with merged cells, byte for byte the same on every run.
using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Synthetic;

/// <summary>Writes docx files. The package is put together by hand, because libraries put random ids and the time of day into it.</summary>
public sealed class DocxWriter : IReportWriter
{
    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private const string ContentTypes = Xml + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
        </Types>
        """;

    private const string Relations = Xml + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
        </Relationships>
        """;

    // The first moment a zip archive can name.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

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
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes);
            Add(zip, "_rels/.rels", Relations);
            Add(zip, "docProps/core.xml", Xml + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + $" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{WebUtility.HtmlEncode(report.Title)}</dc:title></cp:coreProperties>");
            Add(zip, "word/document.xml", Xml + new Document(body).OuterXml);
        }
        return stream.ToArray();
    }

    // Stored, not compressed: what a compressor makes of the same text differs between versions.
    private static void Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static Paragraph Line(string text, bool isHeading)
    {
        var paragraph = new Paragraph();
        var run = new Run();
        if (isHeading) run.Append(new RunProperties(new Bold()));
        var parts = text.Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            if (parts[i].Length > 0) run.Append(new Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        if (run.HasChildren) paragraph.Append(run);
        return paragraph;
    }

    private static Table TableOf(PrintedTable table)
    {
        var result = new Table(
            new TableProperties(new TableBorders(
                new TopBorder { Val = BorderValues.Single }, new LeftBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single },
                new RightBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single },
                new InsideVerticalBorder { Val = BorderValues.Single })),
            new TableGrid(Enumerable.Range(0, table.Width).Select(_ => new GridColumn())));
        foreach (var row in table.Grid()) result.Append(new TableRow(row.Where(place => place.Column == 0).Select(CellOf)));
        return result;
    }

    private static TableCell CellOf(PrintedPlace place)
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

// Presentations: a slide for the title, one for each table, the text on slides between them.
using System.Globalization;
using System.Text;

namespace Analytics.Synthetic;

/// <summary>Writes pptx files.</summary>
public sealed class PptxWriter : IReportWriter
{
    private const string Main = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    public string Extension => "pptx";

    public byte[] Write(PrintedReport report)
    {
        var slides = new List<StringBuilder> { new(Text(report.Title)) };
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedHeading heading: slides.Add(new StringBuilder(Text(heading.Text))); break;
                case PrintedParagraph paragraph: slides[^1].Append(Text(paragraph.Text)); break;
                case PrintedTable table: slides[^1].Append(TableOf(table)); break;
            }
        }
        var numbers = Enumerable.Range(1, slides.Count).ToList();
        return Package.Of(
        [
            Package.ContentTypes(numbers.Select(n => ($"ppt/slides/slide{n}.xml", "presentationml.slide")).Prepend(("ppt/presentation.xml", "presentationml.presentation.main"))),
            Package.RelationsOf("_rels/.rels", ("officeDocument", "ppt/presentation.xml")),
            ("ppt/presentation.xml", $"{Package.Xml}<p:presentation xmlns:p=\"{Main}\" xmlns:r=\"{Package.Relations}\"><p:sldIdLst>"
                + string.Concat(numbers.Select(n => $"<p:sldId id=\"{255 + n}\" r:id=\"rId{n}\"/>")) + "</p:sldIdLst></p:presentation>"),
            Package.RelationsOf("ppt/_rels/presentation.xml.rels", numbers.Select(n => ("slide", $"slides/slide{n}.xml"))),
            .. numbers.Select(n => ($"ppt/slides/slide{n}.xml", $"{Package.Xml}<p:sld xmlns:p=\"{Main}\" xmlns:a=\"{Drawing}\"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{slides[n - 1]}</p:spTree></p:cSld></p:sld>")),
        ]);
    }

    private static string Text(string text) => "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>" + Body("p", text) + "</p:sp>";

    private static string Body(string prefix, string text) =>
        $"<{prefix}:txBody><a:bodyPr/><a:p>{string.Join("<a:br/>", text.Split('\n').Select(line => line.Length == 0 ? "" : $"<a:r><a:t>{Package.Escape(line)}</a:t></a:r>"))}</a:p></{prefix}:txBody>";

    private static string TableOf(PrintedTable table)
    {
        var rows = new StringBuilder();
        foreach (var places in table.Grid())
        {
            rows.Append("<a:tr h=\"1\">");
            foreach (var place in places)
            {
                rows.Append("<a:tc");
                if (place is { Row: 0, Column: 0 })
                {
                    if (place.Cell.ColumnSpan > 1) rows.Append(CultureInfo.InvariantCulture, $" gridSpan=\"{place.Cell.ColumnSpan}\"");
                    if (place.Cell.RowSpan > 1) rows.Append(CultureInfo.InvariantCulture, $" rowSpan=\"{place.Cell.RowSpan}\"");
                }
                if (place.Column > 0) rows.Append(" hMerge=\"1\"");
                if (place.Row > 0) rows.Append(" vMerge=\"1\"");
                rows.Append('>').Append(Body("a", place.Text)).Append("<a:tcPr/></a:tc>");
            }
            rows.Append("</a:tr>");
        }
        return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr/><a:tblGrid>"
            + string.Concat(Enumerable.Repeat("<a:gridCol w=\"1\"/>", table.Width)) + $"</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
    }
}

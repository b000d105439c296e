// Web pages as agencies' sites serve them: bare, with breaks and blanks of a word processor, inside a layout table, as boxes.
using System.Globalization;
using System.Net;
using System.Text;

namespace Analytics.Synthetic;

/// <summary>How a page is marked up.</summary>
public enum HtmlStyle
{
    /// <summary>Text straight in the cells.</summary>
    Plain,

    /// <summary>Line breaks as br elements, empty cells as no-break spaces.</summary>
    Breaks,

    /// <summary>The same, and the whole page inside a table that only lays it out.</summary>
    Nested,

    /// <summary>Boxes that a style lays out as a table, their widths in percent.</summary>
    Boxes,

    /// <summary>Boxes in rows whose style is not in the page; covered cells are empty boxes.</summary>
    PlainBoxes,

    /// <summary>A table of its own for each row; covered cells are empty.</summary>
    RowTables,

    /// <summary>Pasted from a word processor: every cell with its styles, a paragraph and a span.</summary>
    Pasted,
}

/// <summary>Writes web pages.</summary>
/// <param name="frame">What the site has around the report; null for a bare page.</param>
public sealed class HtmlWriter(HtmlStyle style, TextEncoding encoding, SiteFrame? frame = null) : IReportWriter
{
    private const string PastedCell = "padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt;border:1.0000pt solid windowtext;mso-border-alt:0.5000pt solid windowtext;background:#ffffff;";
    private const string PastedLine = "margin:0.0000pt;text-align:center;line-height:22.0000pt;mso-line-height-rule:exactly;";
    private const string PastedText = "mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:12.0000pt;mso-font-kerning:1.0000pt;";

    public string Extension => "html";

    public byte[] Write(PrintedReport report)
    {
        var text = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="{{encoding.Name()}}">
            <title>{{Escape(report.Title)}}</title>
            <style>{{(style == HtmlStyle.Boxes ? ".grid{display:table} .line{display:table-row} .box{display:table-cell}"
                : "table.form { border-collapse: collapse } table.form td { border: 1px solid; padding: 2px 6px; text-align: center }")}}</style>
            </head>
            <body>

            """);
        text.Append(frame?.Before(report));
        if (style == HtmlStyle.Nested) text.Append("<table width=\"100%\"><tr><td>\n");
        text.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(report.Title)}</h1>\n");
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedHeading heading: text.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(heading.Text)}</h2>\n"); break;
                case PrintedParagraph paragraph when style == HtmlStyle.Pasted: text.Append(CultureInfo.InvariantCulture, $"<p class=\"MsoNormal\" style=\"text-indent:32.0000pt;line-height:28.0000pt;\"><span style=\"{PastedText}\">{Escape(paragraph.Text)}</span></p>\n"); break;
                case PrintedParagraph paragraph: text.Append(CultureInfo.InvariantCulture, $"<p>{Escape(paragraph.Text)}</p>\n"); break;
                case PrintedTable table when style is HtmlStyle.Boxes or HtmlStyle.PlainBoxes: AppendBoxes(text, table); break;
                case PrintedTable table when style == HtmlStyle.RowTables:
                    foreach (var row in table.Grid()) Append(text, new PrintedTable([row.Where(place => place.Column == 0).Select(place => place.Cell with { Text = place.Text, RowSpan = 1 }).ToList()]));
                    break;
                case PrintedTable table: Append(text, table); break;
            }
        }
        if (style == HtmlStyle.Nested) text.Append("</td></tr></table>\n");
        text.Append(frame?.After(report));
        text.Append("</body>\n</html>\n");
        return encoding.Bytes(text.ToString());
    }

    private void Append(StringBuilder text, PrintedTable table)
    {
        text.Append("<table class=\"form\">\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr>");
            foreach (var cell in row) text.Append(CultureInfo.InvariantCulture, $"<td{Span("colspan", cell.ColumnSpan)}{Span("rowspan", cell.RowSpan)}{(style == HtmlStyle.Pasted ? $" valign=\"center\" style=\"{PastedCell}\"" : "")}>{Content(cell.Text)}</td>");
            text.Append("</tr>\n");
        }
        text.Append("</table>\n");
    }

    private void AppendBoxes(StringBuilder text, PrintedTable table)
    {
        var isStyled = style == HtmlStyle.Boxes;
        text.Append(isStyled ? "<div class=\"grid\">\n" : "<div>\n");
        foreach (var row in table.Grid())
        {
            text.Append("<div class=\"line\">");
            foreach (var place in row.Where(place => place.Column == 0))
            {
                var width = isStyled ? string.Create(CultureInfo.InvariantCulture, $" class=\"box\" style=\"width:{100.0 * place.Cell.ColumnSpan / table.Width:0.00}%\"") : "";
                text.Append(CultureInfo.InvariantCulture, $"<div{width}>{Escape(place.Text).Replace("\n", "<br/>", StringComparison.Ordinal)}</div>");
            }
            text.Append("</div>\n");
        }
        text.Append("</div>\n");
    }

    private static string Span(string name, int value) => value == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}=\"{value}\"");

    private string Content(string text)
    {
        if (style == HtmlStyle.Plain) return Escape(text);
        if (style == HtmlStyle.Pasted) return string.Concat(text.Split('\n').Select(line => $"<p class=\"MsoNormal\" align=\"center\" style=\"{PastedLine}\"><span style=\"{PastedText}\">{Escape(line)}</span></p>"));
        return text.Length == 0 ? "&nbsp;" : Escape(text).Replace("\n", "<br/>", StringComparison.Ordinal);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

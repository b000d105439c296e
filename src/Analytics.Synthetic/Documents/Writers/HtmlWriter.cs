// Web pages as agencies' sites serve them: bare, with breaks and blanks of a word processor, inside a layout table.
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
}

/// <summary>Writes web pages.</summary>
public sealed class HtmlWriter(HtmlStyle style, TextEncoding encoding) : IReportWriter
{
    public string Extension => "html";

    public byte[] Write(PrintedReport report)
    {
        var text = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="{{encoding.Name()}}">
            <title>{{Escape(report.Title)}}</title>
            <style>table.form { border-collapse: collapse } table.form td { border: 1px solid; padding: 2px 6px; text-align: center }</style>
            </head>
            <body>

            """);
        if (style == HtmlStyle.Nested) text.Append("<table width=\"100%\"><tr><td>\n");
        text.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(report.Title)}</h1>\n");
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedHeading heading: text.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(heading.Text)}</h2>\n"); break;
                case PrintedParagraph paragraph: text.Append(CultureInfo.InvariantCulture, $"<p>{Escape(paragraph.Text)}</p>\n"); break;
                case PrintedTable table: Append(text, table); break;
            }
        }
        if (style == HtmlStyle.Nested) text.Append("</td></tr></table>\n");
        text.Append("</body>\n</html>\n");
        return encoding.Bytes(text.ToString());
    }

    private void Append(StringBuilder text, PrintedTable table)
    {
        text.Append("<table class=\"form\">\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr>");
            foreach (var cell in row) text.Append(CultureInfo.InvariantCulture, $"<td{Span("colspan", cell.ColumnSpan)}{Span("rowspan", cell.RowSpan)}>{Content(cell.Text)}</td>");
            text.Append("</tr>\n");
        }
        text.Append("</table>\n");
    }

    private static string Span(string name, int value) => value == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}=\"{value}\"");

    private string Content(string text)
    {
        if (style == HtmlStyle.Plain) return Escape(text);
        return text.Length == 0 ? "&nbsp;" : Escape(text).Replace("\n", "<br/>", StringComparison.Ordinal);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

// Markdown as converters of office documents write it: headings with #, tables with pipes, spans lost.
using System.Text;

namespace Analytics.Synthetic;

/// <summary>Writes Markdown files.</summary>
public sealed class MarkdownWriter(TextEncoding encoding) : IReportWriter
{
    public string Extension => "md";

    public byte[] Write(PrintedReport report)
    {
        var text = new StringBuilder($"# {report.Title}\n");
        foreach (var block in report.Blocks)
        {
            text.Append('\n');
            switch (block)
            {
                case PrintedHeading heading: text.Append("## ").Append(heading.Text).Append('\n'); break;
                case PrintedParagraph paragraph: text.Append(paragraph.Text).Append('\n'); break;
                case PrintedTable table: Append(text, table); break;
            }
        }
        return encoding.Bytes(text.ToString());
    }

    private static void Append(StringBuilder text, PrintedTable table)
    {
        var grid = table.Grid();
        for (var i = 0; i < grid.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", grid[i].Select(place => place.Text.Replace("\n", "<br>", StringComparison.Ordinal))).Append(" |\n");
            // The first row is the head, whatever it says: a pipe table cannot do without one.
            if (i == 0) text.Append('|').Insert(text.Length, " --- |", table.Width).Append('\n');
        }
    }
}

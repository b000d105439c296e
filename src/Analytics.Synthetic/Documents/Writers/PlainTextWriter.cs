// Plain text as conversions of office documents leave it: tables survive as tabs, as cells on lines of their own, as pipes.
using System.Text;

namespace Analytics.Synthetic;

/// <summary>How a table looks in plain text.</summary>
public enum TextLayout
{
    /// <summary>A row per line, cells parted by tabs; covered cells are empty.</summary>
    Tabs,

    /// <summary>A cell per line, led by a tab, with an empty line behind each row; cells covered from above are empty.</summary>
    Cells,

    /// <summary>A row per line, cells between pipes; covered cells are empty.</summary>
    Pipes,
}

/// <summary>Writes text files.</summary>
public sealed class PlainTextWriter(TextLayout layout, TextEncoding encoding) : IReportWriter
{
    public string Extension => "txt";

    public byte[] Write(PrintedReport report)
    {
        var text = new StringBuilder(report.Title).Append("\n\n");
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedHeading heading: text.Append(heading.Text).Append('\n'); break;
                case PrintedParagraph paragraph: text.Append(paragraph.Text).Append('\n'); break;
                case PrintedTable table:
                    foreach (var row in table.Grid()) text.Append(Row(row));
                    text.Append('\n');
                    break;
            }
        }
        return encoding.Bytes(text.ToString());
    }

    private string Row(IReadOnlyList<PrintedPlace> row) => layout switch
    {
        TextLayout.Tabs => string.Join('\t', row.Select(OneLine)) + "\n",
        TextLayout.Pipes => $"| {string.Join(" | ", row.Select(OneLine))} |\n",
        _ => string.Concat(row.Where(place => place.Column == 0).Select(place => $"\t{place.Text}\n")) + "\n",
    };

    private static string OneLine(PrintedPlace place) => place.Text.Replace('\n', ' ');
}

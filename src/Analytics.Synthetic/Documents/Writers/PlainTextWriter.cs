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

    /// <summary>A row per line, cells kept in columns by spaces; blank and covered cells are spaces too.</summary>
    Spaces,

    /// <summary>A cell per line with nothing in front; blank and covered cells leave nothing.</summary>
    Lines,

    /// <summary>All cells of a table in one line with nothing between them.</summary>
    Glued,
}

/// <summary>Writes text files.</summary>
public sealed class PlainTextWriter(TextLayout layout, TextEncoding encoding) : IReportWriter
{
    private const int Gap = 4;

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
                    foreach (var row in layout == TextLayout.Spaces ? Aligned(table) : table.Grid().Select(Row)) text.Append(row);
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
        TextLayout.Lines => string.Concat(row.Where(place => place.Text.Length > 0).Select(place => OneLine(place) + "\n")),
        TextLayout.Glued => string.Concat(row.Select(place => place.Text.Replace("\n", "", StringComparison.Ordinal))),
        _ => string.Concat(row.Where(place => place.Column == 0).Select(place => $"\t{place.Text}\n")) + "\n",
    };

    private static string OneLine(PrintedPlace place) => place.Text.Replace('\n', ' ');

    // Columns are as wide as their widest cell of their own; a merged one makes its last column wider.
    private static IEnumerable<string> Aligned(PrintedTable table)
    {
        var grid = table.Grid();
        var ends = new int[table.Width];
        for (var column = 0; column < table.Width; column++)
        {
            ends[column] = grid.Where(row => column < row.Count && row[column] is var place && place.Row == 0 && place.Column == place.Cell.ColumnSpan - 1)
                .Select(row => StartOf(column - row[column].Column) + Columns(row[column].Cell.Text) + Gap).Append(StartOf(column) + Gap).Max();
        }
        foreach (var row in grid)
        {
            var line = new StringBuilder();
            var at = 0;
            for (var column = 0; column < row.Count; column++)
            {
                if (row[column].Text.Length == 0) continue;
                line.Append(' ', StartOf(column) - at).Append(OneLine(row[column]));
                at = StartOf(column) + Columns(row[column].Text);
            }
            yield return line.Append('\n').ToString();
        }

        int StartOf(int column) => column == 0 ? 0 : ends[column - 1];
    }

    private static int Columns(string text) => text.Sum(c => c < '\u2000' ? 1 : 2);
}

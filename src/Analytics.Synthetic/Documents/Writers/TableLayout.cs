// Where the cells of a printed table stand on paper: columns as wide as what is in them, rows as high.
namespace Analytics.Synthetic;

/// <summary>A table in points from its top left corner.</summary>
/// <param name="Size">Of its print.</param>
/// <param name="Rows">Top of each row, and the bottom of the last.</param>
/// <param name="Cells">Edges of each cell, and its lines.</param>
internal sealed record TableLayout(double Size, IReadOnlyList<double> Rows, IReadOnlyList<(double Left, double Top, double Right, double Bottom, IReadOnlyList<string> Lines)> Cells)
{
    /// <summary>Of a line in a cell, in sizes.</summary>
    public const double LineHeight = 1.25;

    private const double Padding = 3;

    // Longer texts are wrapped before they make a column wider; in halves of a full-width character.
    private const int WidestText = 20;
    private const int NarrowestText = 4;

    public static TableLayout Of(PrintedTable table, double width, double size)
    {
        var grid = table.Grid();
        var columns = Columns(grid, table.Width, width, size);
        var rows = new double[grid.Count + 1];
        var cells = new List<(double, double, double, double, IReadOnlyList<string>)>();
        // A cell over several rows is closed in the last of them, which is made high enough for it.
        for (var row = 0; row < grid.Count; row++)
        {
            rows[row + 1] = rows[row] + (size * LineHeight) + (2 * Padding);
            var ending = new List<(double Left, double Top, double Right, IReadOnlyList<string> Lines)>();
            for (var column = 0; column < grid[row].Count; column++)
            {
                var (cell, below, beside) = grid[row][column];
                if (beside > 0 || below < cell.RowSpan - 1) continue;
                var (left, top, right) = (columns[column], rows[row - below], columns[column + cell.ColumnSpan]);
                var lines = Wrap(cell.Text, (int)(2 * (right - left - (2 * Padding)) / size));
                ending.Add((left, top, right, lines));
                rows[row + 1] = Math.Max(rows[row + 1], top + (lines.Count * size * LineHeight) + (2 * Padding));
            }
            foreach (var (left, top, right, lines) in ending) cells.Add((left, top, right, rows[row + 1], lines));
        }
        return new TableLayout(size, rows, cells);
    }

    /// <summary>Lines of a text; what is printed as a number is not broken.</summary>
    /// <param name="text">May hold line breaks.</param>
    /// <param name="halves">Room in a line, in halves of a full-width character.</param>
    public static IReadOnlyList<string> Wrap(string text, int halves)
    {
        var lines = new List<string>();
        foreach (var whole in text.Split('\n'))
        {
            var start = 0;
            while (start < whole.Length)
            {
                var (end, used) = (start, 0);
                while (end < whole.Length && (end == start || used + Halves(whole[end]) <= halves)) used += Halves(whole[end++]);
                if (end < whole.Length && char.IsAscii(whole[end]))
                {
                    var word = end;
                    while (word > start && char.IsAscii(whole[word - 1])) word--;
                    if (word > start) end = word;
                }
                lines.Add(whole[start..end]);
                start = end;
            }
        }
        return lines;
    }

    /// <summary>In points.</summary>
    public static double WidthOf(string text, double size) => text.Sum(Halves) * size / 2;

    private static int Halves(char c) => char.IsAscii(c) ? 1 : 2;

    // Each column's left edge, and the right edge of the last.
    private static double[] Columns(IReadOnlyList<IReadOnlyList<PrintedPlace>> grid, int count, double width, double size)
    {
        var wanted = Enumerable.Range(0, count).Select(column => grid
            .Where(row => column < row.Count && row[column].Cell.ColumnSpan == 1)
            .Select(row => Math.Min(row[column].Cell.Text.Sum(Halves), WidestText)).Append(NarrowestText).Max()).ToArray();
        var edges = new double[count + 1];
        var room = width - (count * 2 * Padding) - (count * size);
        for (var column = 0; column < count; column++) edges[column + 1] = edges[column] + (room * wanted[column] / wanted.Sum()) + (2 * Padding) + size;
        return edges;
    }
}

// Places cells with spans on a grid, so that a cell under a merged one gets the column it is printed in.
namespace Analytics.Documents;

/// <summary>Builds a table row by row from cells in document order.</summary>
/// <param name="table">Its ordinal in the document.</param>
/// <param name="page">Page or slide it begins on, where the format has such.</param>
internal sealed class GridBuilder(int table, int? page = null)
{
    private readonly List<List<Cell>> rows = [];
    private readonly Dictionary<int, int> blockedUntil = [];
    private readonly Dictionary<int, (int Row, int Index)> begunAt = [];
    private List<Cell> row = [];
    private int column = 1;

    /// <summary>Columns beyond this many are not told apart: no statutory table has them, and a span may be absurd.</summary>
    public const int MostColumns = 512;

    /// <summary>Adds a cell; its place is where it came to stand.</summary>
    public Anchor Add(string text, int columnSpan, int rowSpan)
    {
        SkipBlocked();
        column = Math.Min(column, MostColumns);
        columnSpan = Math.Clamp(columnSpan, 1, MostColumns);
        rowSpan = Math.Clamp(rowSpan, 1, 10_000);
        begunAt[column] = (rows.Count, row.Count);
        var place = new Anchor(table, rows.Count + 1, column, Page: page);
        row.Add(new Cell(text, place, columnSpan, rowSpan));
        if (rowSpan > 1)
        {
            for (var i = 0; i < columnSpan; i++) blockedUntil[column + i] = rows.Count + rowSpan;
        }
        column += columnSpan;
        return place;
    }

    /// <summary>Leaves columns empty, as a row that begins further in does.</summary>
    public void Skip(int columns) => column += Math.Clamp(columns, 0, MostColumns);

    /// <summary>Moves on over columns covered by a cell merged down from above, which thereby covers this row too.</summary>
    public void SkipCovered(int columns)
    {
        if (begunAt.TryGetValue(column, out var above) && above.Row < rows.Count && rows[above.Row][above.Index] is var cell)
            rows[above.Row][above.Index] = cell with { RowSpan = rows.Count - above.Row + 1 };
        column += Math.Clamp(columns, 1, MostColumns);
    }

    public void EndRow()
    {
        rows.Add(row);
        row = [];
        column = 1;
    }

    public Table Build() => new(table, rows);

    private void SkipBlocked()
    {
        while (blockedUntil.TryGetValue(column, out var until) && until > rows.Count) column++;
    }
}

// Places cells with spans on a grid, so that a cell under a merged one gets the column it is printed in.
namespace Analytics.Documents;

/// <summary>Builds a table row by row from cells in document order.</summary>
internal sealed class GridBuilder(int table)
{
    private readonly List<IReadOnlyList<Cell>> rows = [];
    private readonly Dictionary<int, int> blockedUntil = [];
    private List<Cell> row = [];
    private int column = 1;

    /// <summary>Columns beyond this many are not told apart: no statutory table has them, and a span may be absurd.</summary>
    public const int MostColumns = 512;

    public void Add(string text, int columnSpan, int rowSpan)
    {
        SkipBlocked();
        column = Math.Min(column, MostColumns);
        columnSpan = Math.Clamp(columnSpan, 1, MostColumns);
        rowSpan = Math.Clamp(rowSpan, 1, 10_000);
        row.Add(new Cell(text, new Anchor(table, rows.Count + 1, column), columnSpan, rowSpan));
        if (rowSpan > 1)
        {
            for (var i = 0; i < columnSpan; i++) blockedUntil[column + i] = rows.Count + rowSpan;
        }
        column += columnSpan;
    }

    /// <summary>Leaves columns empty, as a row that begins further in does.</summary>
    public void Skip(int columns) => column += Math.Clamp(columns, 0, MostColumns);

    /// <summary>Moves on over columns covered by a cell merged down from above.</summary>
    public void SkipCovered(int columns)
    {
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

// One neutral picture of a printed report, so that every format shows the same tables.
namespace Analytics.Synthetic;

/// <summary>A report as laid out: its title, then headings, paragraphs and tables in order.</summary>
public sealed record PrintedReport(string Title, IReadOnlyList<PrintedBlock> Blocks);

/// <summary>A piece of a report.</summary>
public abstract record PrintedBlock;

/// <summary>The heading of a section.</summary>
public sealed record PrintedHeading(string Text) : PrintedBlock;

/// <summary>A line of text.</summary>
public sealed record PrintedParagraph(string Text) : PrintedBlock;

/// <summary>A cell, named in the row it begins in; its text may hold line breaks.</summary>
public sealed record PrintedCell(string Text, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>One place of a table's grid.</summary>
/// <param name="Cell">The cell that covers it.</param>
/// <param name="Row">Rows from the cell's first to this one; 0 where the cell begins.</param>
/// <param name="Column">Columns from the cell's first to this one; 0 where the cell begins.</param>
public readonly record struct PrintedPlace(PrintedCell Cell, int Row, int Column)
{
    /// <summary>The text where the cell begins, nothing where it only covers the place.</summary>
    public string Text => Row == 0 && Column == 0 ? Cell.Text : "";
}

/// <summary>A table: rows of the cells that begin in them.</summary>
public sealed record PrintedTable(IReadOnlyList<IReadOnlyList<PrintedCell>> Rows) : PrintedBlock
{
    /// <summary>Columns of the grid.</summary>
    public int Width { get; } = Rows.Count == 0 ? 0 : Rows.Any(row => row.Any(cell => cell.RowSpan > 1)) ? Rows[0].Sum(cell => cell.ColumnSpan) : Rows.Max(row => row.Sum(cell => cell.ColumnSpan));

    /// <summary>The grid, row by row, each as wide as the table; where no cell is merged, a row may be shorter or longer.</summary>
    /// <exception cref="InvalidOperationException">The cells leave a place uncovered or cover one twice.</exception>
    public IReadOnlyList<IReadOnlyList<PrintedPlace>> Grid()
    {
        if (Rows.All(row => row.All(cell => cell is { ColumnSpan: 1, RowSpan: 1 })))
            return Rows.Select(row => (IReadOnlyList<PrintedPlace>)row.Select(cell => new PrintedPlace(cell, 0, 0)).ToList()).ToList();
        var places = new PrintedPlace?[Rows.Count, Width];
        for (var row = 0; row < Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in Rows[row])
            {
                while (column < Width && places[row, column] is not null) column++;
                Cover(places, cell, row, column);
            }
        }
        return Enumerable.Range(0, Rows.Count).Select(row => (IReadOnlyList<PrintedPlace>)Enumerable.Range(0, Width)
            .Select(column => places[row, column] ?? throw new InvalidOperationException($"Nothing stands in row {row + 1}, column {column + 1}."))
            .ToList()).ToList();
    }

    private static void Cover(PrintedPlace?[,] places, PrintedCell cell, int row, int column)
    {
        for (var down = 0; down < cell.RowSpan; down++)
        {
            for (var right = 0; right < cell.ColumnSpan; right++)
            {
                if (row + down >= places.GetLength(0) || column + right >= places.GetLength(1) || places[row + down, column + right] is not null)
                    throw new InvalidOperationException($"“{cell.Text}” in row {row + 1} does not fit.");
                places[row + down, column + right] = new PrintedPlace(cell, down, right);
            }
        }
    }
}

// A table of a page before it becomes a block: what two pages' parts of one table are put together from.
namespace Analytics.Documents.Pdf;

/// <summary>A cell of a placed table; row and column from 0.</summary>
/// <param name="IsFull">Its last line reaches its edge: a line that fills its cell goes on in the next one.</param>
internal sealed record PlacedCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Box Box, double? Confidence, bool IsFull = false);

/// <summary>A table on one page.</summary>
/// <param name="Top">In points, as the page is read.</param>
/// <param name="Edges">Where its columns begin, and the last one ends.</param>
internal sealed record PlacedTable(int Page, double Top, double Bottom, IReadOnlyList<double> Edges, IReadOnlyList<PlacedCell> Cells)
{
    /// <summary>As a block of the document.</summary>
    public Table ToBlock(int ordinal) => new(ordinal, Enumerable.Range(0, Cells.Max(cell => cell.Row) + 1)
        .Select(row => (IReadOnlyList<Cell>)Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column)
            .Select(cell => new Cell(cell.Text, new Anchor(ordinal, row + 1, cell.Column + 1, Page: Page, Box: cell.Box), cell.ColumnSpan, cell.RowSpan, cell.Confidence)).ToList())
        .ToList());
}

/// <summary>Puts words into the cells of a ruled grid.</summary>
internal static class RuledTables
{
    /// <summary>The table, or null where the grid's lines part too little: its words are then placed by their columns.</summary>
    public static PlacedTable? Fill(PageText page, RuledGrid grid, IReadOnlyList<Word> words)
    {
        var byCell = new Dictionary<RuledCell, List<Word>>();
        foreach (var word in words.SelectMany(word => Cut(word, grid)))
        {
            if (grid.Cells.FirstOrDefault(cell => cell.Holds(word.CenterX, word.CenterY)) is not { } cell) continue;
            if (!byCell.TryGetValue(cell, out var list)) byCell[cell] = list = [];
            list.Add(word);
        }
        if (byCell.Count < 2) return null;
        var cells = new List<PlacedCell>();
        foreach (var cell in grid.Cells)
        {
            var lines = byCell.TryGetValue(cell, out var held) ? TextLine.Of(held) : [];
            // Several columns of numbers in one cell: the rules are decoration.
            if (lines.Exists(line => line.Pieces.Count(piece => piece.IsValue) > 2)) return null;
            cells.Add(new PlacedCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, TextOf(lines, cell), page.ToPage(cell.Left, cell.Top, cell.Right, cell.Bottom),
                held?.Min(word => word.Confidence), lines.Count > 0 && cell.Right - lines[^1].Right < 1.3 * lines[^1].Em + 3));
        }
        return new PlacedTable(page.Number, grid.Top, grid.Bottom, grid.Xs, cells);
    }

    /// <summary>Whether a word stands in the grid.</summary>
    public static bool Holds(RuledGrid grid, Word word) => word.CenterX > grid.Left && word.CenterX < grid.Right && word.CenterY > grid.Top && word.CenterY < grid.Bottom;

    // A number that is broken over two lines is one number; other lines stay lines.
    private static string TextOf(List<TextLine> lines, RuledCell cell)
    {
        var text = "";
        TextLine? before = null;
        foreach (var line in lines)
        {
            var isBroken = before is not null && char.IsAsciiDigit(before.Text[^1]) && line.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',')
                && before.Right - before.Left > 0.6 * (cell.Right - cell.Left) && Glyphs.IsNumber(before.Text);
            text = before is null ? line.Text : isBroken ? text + line.Text : text + "\n" + line.Text;
            before = line;
        }
        return text;
    }

    // Words of two cells that stand so close that they were taken for one: cut at the rule, character by character.
    private static IEnumerable<Word> Cut(Word word, RuledGrid grid)
    {
        if (word.Text.Length < 2 || grid.Cells.FirstOrDefault(cell => cell.Holds(word.CenterX, word.CenterY)) is not { } cell) return [word];
        if (word.Left > cell.Left - (0.4 * word.Em) && word.Right < cell.Right + (0.4 * word.Em)) return [word];
        var pieces = new List<Word>();
        var unit = word.Width / Glyphs.HalfWidths(word.Text);
        var (at, begin) = (word.Left, word.Left);
        var start = 0;
        RuledCell? inside = null;
        for (var i = 0; i < word.Text.Length; i++)
        {
            var width = unit * (Glyphs.IsWide(word.Text[i]) ? 2 : 1);
            var here = grid.Cells.FirstOrDefault(other => other.Holds(at + (width / 2), word.CenterY));
            if (i > 0 && here != inside)
            {
                pieces.Add(word with { Text = word.Text[start..i], Left = begin, Right = at });
                (start, begin) = (i, at);
            }
            inside = here;
            at += width;
        }
        pieces.Add(word with { Text = word.Text[start..], Left = begin, Right = word.Right });
        return pieces;
    }
}

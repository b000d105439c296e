// A row that a page break tore in two: part of its label on one page, the rest of it on the next, its numbers on either.
namespace Analytics.Documents.Pdf;

internal static class TornRow
{
    /// <summary>Both parts of a table with the torn row made whole in one of them; null where no row was torn.</summary>
    public static (PlacedTable Upper, PlacedTable Lower)? Join(PlacedTable upper, PlacedTable lower)
    {
        var last = upper.Cells.Max(cell => cell.Row);
        var above = upper.Cells.Where(cell => cell.Row + cell.RowSpan - 1 == last && cell.Column + cell.ColumnSpan < upper.Edges.Count).OrderBy(cell => cell.Box.X).ToList();
        var below = lower.Cells.Where(cell => cell.Row == 0).OrderBy(cell => cell.Box.X).ToList();
        var pairs = above.Select(cell => (Upper: cell, Lower: below.Find(other => Math.Abs(other.Box.X - cell.Box.X) < 4 && Math.Abs(other.Box.Width - cell.Box.Width) < 8))).ToList();
        if (pairs.Count < 2 || pairs.Exists(pair => pair.Lower is null) || below.Count != pairs.Count) return null;
        var valuesAbove = pairs.Count(pair => Glyphs.IsValue(pair.Upper.Text));
        var valuesBelow = pairs.Count(pair => Glyphs.IsValue(pair.Lower!.Text));
        // The label is that of this row alone: the last text in front of the numbers.
        var label = pairs.FindLast(pair => IsText(pair.Upper.Text) || IsText(pair.Lower!.Text));
        if (label.Upper is null || label.Upper.RowSpan > 1 || label.Lower!.RowSpan > 1) return null;
        var isWrapped = label.Upper.IsFull && IsText(label.Upper.Text) && IsText(label.Lower.Text) && !Glyphs.IsNumbered(label.Lower.Text);
        var isTorn = (valuesAbove > 0 && valuesBelow == 0 && (isWrapped || label.Lower.Text.Length == 0))
            || (valuesBelow > 0 && valuesAbove == 0 && (isWrapped || (label.Lower.Text.Length == 0 && label.Upper.Text.Length > 0)));
        if (!isTorn) return null;
        var keepsUpper = valuesAbove > 0;
        PlacedCell Whole(PlacedCell cell) => pairs.Find(pair => (keepsUpper ? pair.Upper : pair.Lower) == cell) is { Upper: { } top, Lower: { } bottom }
            ? cell with { Text = top.Text.Length == 0 ? bottom.Text : bottom.Text.Length == 0 ? top.Text : top.Text + "\n" + bottom.Text }
            : cell;
        PlacedCell Gone(PlacedCell cell) => pairs.Exists(pair => (keepsUpper ? pair.Lower : pair.Upper) == cell && cell.RowSpan == 1) ? cell with { Text = "" } : cell;
        // A cell of several rows keeps what it had: only the torn row's own cells move.
        return keepsUpper
            ? (upper with { Cells = upper.Cells.Select(cell => cell.RowSpan == 1 ? Whole(cell) : cell).ToList() }, lower with { Cells = lower.Cells.Where(cell => cell.Row > 0 || cell.RowSpan > 1).ToList() })
            : (upper with { Cells = upper.Cells.Where(cell => cell.Row < last || cell.RowSpan > 1).Select(Gone).ToList() }, lower with { Cells = lower.Cells.Select(cell => cell.RowSpan == 1 ? Whole(cell) : cell).ToList() });
    }

    private static bool IsText(string text) => text.Length > 0 && !Glyphs.IsValue(text);
}

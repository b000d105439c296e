// One page's words and rules become tables and lines of text, top to bottom.
namespace Analytics.Documents.Pdf;

/// <summary>A table or a line of a page.</summary>
internal sealed record PagePart(PageText Page, double Top, PlacedTable? Table, TextLine? Line);

/// <summary>Lays out the pages of one document, in order.</summary>
internal sealed class PageLayout
{
    private double[]? columns;

    /// <summary>Parts of the page in reading order; page numbers are left out.</summary>
    public List<PagePart> Lay(PageText page, IReadOnlyList<Rule> rules)
    {
        var parts = new List<PagePart>();
        var outside = page.Words.ToList();
        foreach (var grid in RuledGrid.Of(rules))
        {
            var inside = outside.Where(word => RuledTables.Holds(grid, word)).ToList();
            if (inside.Count == 0 || RuledTables.Fill(page, grid, inside) is not { } table) continue;
            outside.RemoveAll(inside.Contains);
            parts.Add(new PagePart(page, grid.Top, table, null));
        }
        var lines = TextLine.Of(outside).Where(line => !IsPageNumber(page, line)).ToList();
        // Text between two ruled tables is laid out by itself: columns do not reach across a table.
        foreach (var band in Bands(lines, parts.ConvertAll(part => part.Table!)))
        {
            var found = LooseTables.Find(page, band, columns, out var left, out columns);
            parts.AddRange(found.Select(table => new PagePart(page, table.Top, table, null)));
            parts.AddRange(left.Select(line => new PagePart(page, line.Top, null, line)));
        }
        if (parts.Exists(part => part.Table is null && part.Line!.Text.Length > 60)) columns = null;
        return parts.OrderBy(part => part.Top).ToList();
    }

    private static IEnumerable<List<TextLine>> Bands(List<TextLine> lines, List<PlacedTable> tables) =>
        lines.GroupBy(line => tables.Count(table => table.Top < line.CenterY)).OrderBy(group => group.Key).Select(group => group.ToList());

    private static bool IsPageNumber(PageText page, TextLine line) =>
        (line.CenterY > 0.9 * page.Height || line.CenterY < 0.08 * page.Height) && line.Right - line.Left < 0.25 * page.Width && Glyphs.IsPageNumber(line.Text);
}

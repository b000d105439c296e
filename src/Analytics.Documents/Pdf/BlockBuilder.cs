// The parts of all pages become the document's blocks: lines are joined to paragraphs, tables get their numbers, and a
// row that a page break tore in two is one row again.
namespace Analytics.Documents.Pdf;

internal sealed class BlockBuilder
{
    private const double SameColumn = 4;

    private readonly List<Block> blocks = [];
    private readonly List<PagePart> parts;
    private readonly Dictionary<(int, int), (double Left, double Right)> margins;
    private readonly double bodyEm;
    private int tables;

    private BlockBuilder(List<PagePart> parts)
    {
        this.parts = parts;
        // The body's margins, of all pages of one size: a page may hold nothing but lines that are set in.
        margins = parts.Where(part => part.Line is not null).GroupBy(part => SizeOf(part.Page))
            .ToDictionary(group => group.Key, group => MarginsOf(group.First().Page, group.Min(part => part.Line!.Left), group.Max(part => part.Line!.Right)));
        var sizes = parts.Where(part => part.Line is { Text.Length: > 12 }).Select(part => part.Line!.Em).Order().ToList();
        bodyEm = sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
    }

    public static IReadOnlyList<Block> Build(List<PagePart> parts)
    {
        var builder = new BlockBuilder(WithMergedRows(WithoutRunningHeads(parts)));
        builder.Build();
        return builder.blocks;
    }

    private void Build()
    {
        var paragraph = new List<PagePart>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Table is { } table)
            {
                End(paragraph);
                if (table.Cells.Count > 0) blocks.Add(table.ToBlock(++tables));
                continue;
            }
            if (paragraph.Count > 0 && !GoesOn(paragraph[^1], parts[i], paragraph.Count)) End(paragraph);
            paragraph.Add(parts[i]);
        }
        End(paragraph);
    }

    // A line goes on in the next one when it fills the width and the next is neither set in nor further away.
    private bool GoesOn(PagePart a, PagePart b, int count)
    {
        var (line, next) = (a.Line!, b.Line!);
        var em = Math.Max(line.Em, 1);
        if (Math.Abs(line.Em - next.Em) > 0.2 * em || line.Pieces.Count > 1 || next.Pieces.Count > 1) return false;
        var (left, right) = margins[SizeOf(a.Page)];
        if (IsTitle(a) && IsTitle(b)) return line.Right - line.Left > 0.85 * (right - left) && next.CenterY - line.CenterY < 3 * em;
        if (right - line.Right > 2.2 * em) return false;
        if (next.Left > margins[SizeOf(b.Page)].Left + (0.8 * em) && (count > 1 || next.Left > line.Left - (0.5 * em))) return false;
        if (line.Left > left + (4 * em) || (line.Text[^1] is '。' or '；' && Glyphs.IsNumbered(next.Text))) return false;
        return a.Page != b.Page || next.CenterY - line.CenterY < 2.6 * em;
    }

    // Set at the middle, and not because it fills the width.
    private bool IsTitle(PagePart part) => part.Line is { } line && margins[SizeOf(part.Page)] is var (left, right)
        && Math.Abs(line.Left + line.Right - left - right) < 2 * line.Em && line.Em > 1.1 * bodyEm && line.Left > left - 1;

    // Where no line is long, no line is full: the right margin is then as wide as the left one.
    private static (double Left, double Right) MarginsOf(PageText page, double left, double right) => (left, right < 0.7 * page.Width ? Math.Max(right, page.Width - left) : right);

    private static (int, int) SizeOf(PageText page) => ((int)page.Width, (int)page.Height);

    private void End(List<PagePart> paragraph)
    {
        if (paragraph.Count == 0) return;
        var text = paragraph.Aggregate("", (text, part) => Glyphs.Continue(text, part.Line!.Text));
        var first = paragraph.TakeWhile(part => part.Page == paragraph[0].Page).Select(part => part.Line!).ToList();
        var page = paragraph[0].Page;
        var box = page.ToPage(first.Min(line => line.Left), first[0].Top, first.Max(line => line.Right), first[^1].Bottom);
        blocks.Add(new Paragraph(text, new Anchor(Page: page.Number, Box: box), paragraph.Average(part => part.Line!.Confidence)));
        paragraph.Clear();
    }

    // The same line at the same height of most pages is a running head or foot.
    private static List<PagePart> WithoutRunningHeads(List<PagePart> parts)
    {
        var pages = parts.Select(part => part.Page.Number).Distinct().Count();
        if (pages < 3) return parts;
        var running = parts.Where(part => part.Line is not null && (part.Top < 0.1 * part.Page.Height || part.Top > 0.88 * part.Page.Height))
            .GroupBy(part => (part.Line!.Text, Math.Round(part.Top / 3))).Where(group => group.Count() * 2 > pages && group.Count() > 2)
            .SelectMany(group => group.OrderBy(part => part.Page.Number).Skip(1)).ToHashSet();
        return running.Count == 0 ? parts : parts.Where(part => !running.Contains(part)).ToList();
    }

    // A table that ends a page and one with the same columns that begins the next are parts of one. A row torn between
    // them stands once, in the lower part where its numbers are there, else in the upper one.
    private static List<PagePart> WithMergedRows(List<PagePart> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i - 1].Table is not { } upper || parts[i].Table is not { } lower || parts[i].Page.Number != parts[i - 1].Page.Number + 1 || !SameEdges(upper, lower)) continue;
            if (TornRow.Join(upper, lower) is not { } joined) continue;
            parts[i - 1] = parts[i - 1] with { Table = joined.Upper };
            parts[i] = parts[i] with { Table = joined.Lower };
        }
        return parts;
    }

    private static bool SameEdges(PlacedTable upper, PlacedTable lower) =>
        Math.Abs(upper.Edges[0] - lower.Edges[0]) < SameColumn && Math.Abs(upper.Edges[^1] - lower.Edges[^1]) < SameColumn;
}

// Text whose tables are kept by spaces alone, as pdftotext -layout and printed listings leave them: columns are told by
// where words stand, with the same eyes as on the page of a PDF.
using System.Text.RegularExpressions;
using Analytics.Documents.Pdf;

namespace Analytics.Documents;

/// <summary>Reads decoded text of fixed pitch; form feeds part its pages.</summary>
internal sealed partial class AlignedTextReader(string text) : IFormatReader
{
    // Any pitch serves: only proportions count.
    private const double HalfWidth = 6;
    private const double LineHeight = 16;
    private const double GlyphHeight = 12;
    private const int LeastRows = 6;
    private const int MostLines = 2_000;
    private const int LongestLine = 2_000;

    public string Format => "txt";

    /// <summary>Several lines in which wide gaps part a number from what stands before it, and no tab or pipe anywhere.</summary>
    public static bool Looks(string text) => !text.AsSpan().ContainsAny('\t', '|') && text.Split('\f').All(IsPage) && GappedRow().Count(text) >= LeastRows;

    // What no printer makes takes too long to look at as a page.
    private static bool IsPage(string page) => page.Split('\n') is { Length: <= MostLines } lines && lines.All(line => line.Length <= LongestLine);

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        var wide = WidthOfWide();
        var parts = new List<PagePart>();
        var layout = new PageLayout();
        var firstLines = new List<int>();
        var line = 0;
        foreach (var page in text.Split('\f'))
        {
            firstLines.Add(line);
            var lines = page.Split('\n');
            parts.AddRange(layout.Lay(PageOf(firstLines.Count, lines, wide), []));
            line += lines.Length - 1;
        }
        return (null, BlockBuilder.Build(parts).Select(block => WithLines(block, firstLines)).SelectMany(WithoutTextAbove).ToList());
    }

    // What stands alone on its line above the first row of several cells is text: there are no rules to tell where a table begins.
    private static IEnumerable<Block> WithoutTextAbove(Block block)
    {
        if (block is not Table table) return [block];
        var above = table.Rows.TakeWhile(row => row.Count(cell => cell.Text.Length > 0) < 2).ToList();
        var texts = above.SelectMany(row => row).Where(cell => cell.Text.Length > 0).Select(cell => new Paragraph(cell.Text, new Anchor(Line: cell.Anchor.Line)));
        if (above.Count == 0 || above.Count == table.Rows.Count) return [block];
        return [.. texts, table with { Rows = table.Rows.Skip(above.Count).Select(row => (IReadOnlyList<Cell>)row.Select(cell => cell with { Anchor = cell.Anchor with { Row = cell.Anchor.Row - above.Count } }).ToList()).ToList() }];
    }

    // Some writers give a full-width character two columns, some only one: numbers stand in fewer columns by the right one.
    private int WidthOfWide() => Enumerable.Range(1, 2).Reverse().MinBy(wide => text.Split('\n').Where(line => GappedRow().IsMatch(line))
        .SelectMany(line => Words().Matches(line).Skip(1).Where(match => Glyphs.IsNumber(match.Value)), (line, match) => Columns(line[..match.Index], wide) + (match.Length / 2))
        .Distinct().Count());

    private static int Columns(string text, int wide) => text.Sum(c => Glyphs.IsWide(c) ? wide : 1);

    private static PageText PageOf(int number, string[] lines, int wide)
    {
        var words = new List<Word>();
        var widest = 0.0;
        for (var i = 0; i < lines.Length; i++)
        {
            var top = i * LineHeight;
            foreach (Match match in Words().Matches(lines[i]))
            {
                var left = Columns(lines[i][..match.Index], wide) * HalfWidth;
                var right = left + (Columns(match.Value, wide) * HalfWidth);
                words.Add(new Word(match.Value, left, top, right, top + GlyphHeight));
                widest = Math.Max(widest, right);
            }
        }
        return new PageText(number, widest, lines.Length * LineHeight, Turn.None, words);
    }

    // A place in the text is a line, not a box on a page.
    private static Block WithLines(Block block, List<int> firstLines) => block switch
    {
        Paragraph paragraph => paragraph with { Anchor = WithLine(paragraph.Anchor, firstLines) },
        Table table => table with { Rows = table.Rows.Select(row => (IReadOnlyList<Cell>)row.Select(cell => cell with { Anchor = WithLine(cell.Anchor, firstLines) }).ToList()).ToList() },
        _ => block,
    };

    private static Anchor WithLine(Anchor anchor, List<int> firstLines) => anchor with
    {
        Box = null,
        Page = null,
        Line = anchor is { Box: { } box, Page: { } page } ? firstLines[page - 1] + (int)(box.Y / LineHeight) + 1 : null,
    };

    // One space is a gap within a text, unless a number stands behind it.
    [GeneratedRegex(@"\S+( (?![\d+\-－/])\S+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^ *\S.*? {3,}[-+−－＋增减]?[\d０-９][\d０-９.,．，]*(件|项|个|元|万元|亿元)?( *$| {2,})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GappedRow();
}

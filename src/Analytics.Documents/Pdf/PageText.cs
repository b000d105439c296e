// Words with their places, as pdftotext -bbox-layout prints them; its order of blocks is not trusted.
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Analytics.Documents.Pdf;

/// <summary>A word and its place in points from the top left of the page as it is read.</summary>
/// <param name="Confidence">0 to 1 where it was read from a picture.</param>
internal sealed record Word(string Text, double Left, double Top, double Right, double Bottom, double? Confidence = null)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double CenterX => (Left + Right) / 2;

    public double CenterY => (Top + Bottom) / 2;

    /// <summary>Width of a full-width character of it, as near as the box tells; a recognised line's box fits its characters.</summary>
    public double Em => Confidence is not null ? Height : Glyphs.IsWide(Text) && Text.Length > 1 ? Width * 2 / Glyphs.HalfWidths(Text) : Height * 0.8;
}

/// <summary>How the text of a page stands on it.</summary>
internal enum Turn
{
    None,

    /// <summary>Lines run downwards; the page is to be turned a quarter to the left to be read.</summary>
    Down,

    /// <summary>Lines run upwards.</summary>
    Up,
}

/// <summary>The words of a page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points, as it is read: with the sides changed where the text runs up or down.</param>
/// <param name="Turn">How the words were turned to be read.</param>
/// <param name="Scale">Points of the page to one of its words' points: scans are read at one size.</param>
internal sealed record PageText(int Number, double Width, double Height, Turn Turn, IReadOnlyList<Word> Words, double Scale = 1)
{
    /// <summary>A place on the page as it is printed.</summary>
    public Box ToPage(double left, double top, double right, double bottom) => Turn switch
    {
        Turn.Down => new Box(Height - bottom, left, bottom - top, right - left),
        Turn.Up => new Box(top, Width - right, bottom - top, right - left),
        _ => new Box(left * Scale, top * Scale, (right - left) * Scale, (bottom - top) * Scale),
    };

    /// <summary>A ruling line found on the page as it is printed.</summary>
    public Rule FromPage(Rule rule) => Turn switch
    {
        Turn.Down => rule.IsHorizontal ? new Rule(false, rule.At, Height - rule.To, Height - rule.From) : new Rule(true, Height - rule.At, rule.From, rule.To),
        Turn.Up => rule.IsHorizontal ? new Rule(false, Width - rule.At, rule.From, rule.To) : new Rule(true, rule.At, Width - rule.To, Width - rule.From),
        _ => rule,
    };
}

/// <summary>What pdftotext tells of a file.</summary>
internal static class PageTexts
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        MaxCharactersInDocument = 128 * 1024 * 1024,
    };

    /// <exception cref="XmlException">Not what pdftotext prints.</exception>
    public static (string? Title, List<PageText> Pages) Parse(byte[] xhtml)
    {
        // The head is not always well-formed, and control characters come through as they are.
        var start = xhtml.AsSpan().IndexOf("<doc>"u8);
        var end = xhtml.AsSpan().LastIndexOf("</doc>"u8);
        if (start < 0 || end < start) throw new XmlException("No <doc>.");
        var title = TitleOf(Encoding.UTF8.GetString(xhtml.AsSpan(0, start)));
        for (var i = start; i < end; i++)
        {
            if (xhtml[i] < ' ' && xhtml[i] != '\n') xhtml[i] = (byte)' ';
        }
        using var stream = new MemoryStream(xhtml, start, end + 6 - start);
        using var xml = XmlReader.Create(new StreamReader(stream, Encoding.UTF8), Settings);
        var pages = new List<PageText>();
        var words = new List<Word>();
        double width = 0, height = 0;
        var lines = new List<int>();
        var more = xml.Read();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "word")
            {
                var (left, top, right, bottom) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
                var text = Glyphs.Clean(xml.ReadElementContentAsString());
                if (text.Length > 0 && right >= left && bottom > top) words.Add(new Word(text, left, top, right, bottom));
            }
            else
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "page") (width, height) = (Number(xml, "width"), Number(xml, "height"));
                else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "line") lines.Add(words.Count);
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "page")
                {
                    pages.Add(Upright(pages.Count + 1, width, height, words, lines));
                    words = [];
                    lines = [];
                }
                more = xml.Read();
            }
        }
        return (title, pages);
    }

    // Text that runs up or down a page: most of its words are taller than wide. Which of the two, its lines' words tell.
    private static PageText Upright(int number, double width, double height, List<Word> words, List<int> lines)
    {
        var longer = words.Where(word => word.Text.Length > 2).ToList();
        if (longer.Count == 0 || longer.Count(word => word.Height > word.Width * 1.3) * 2 < longer.Count) return new PageText(number, width, height, Turn.None, words);
        var starts = lines.ToHashSet();
        var down = Enumerable.Range(1, words.Count - 1).Where(i => !starts.Contains(i)).Sum(i => Math.Sign(words[i].Top - words[i - 1].Top));
        return down >= 0
            ? new PageText(number, height, width, Turn.Down, words.Select(word => word with { Left = word.Top, Top = width - word.Right, Right = word.Bottom, Bottom = width - word.Left }).ToList())
            : new PageText(number, height, width, Turn.Up, words.Select(word => word with { Left = height - word.Bottom, Top = word.Left, Right = height - word.Top, Bottom = word.Right }).ToList());
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;

    // Some writers store UTF-16 in a byte order poppler does not read; what comes out then says nothing.
    private static string? TitleOf(string head)
    {
        var start = head.IndexOf("<title>", StringComparison.Ordinal) + 7;
        var end = head.IndexOf("</title>", StringComparison.Ordinal);
        if (start < 7 || end < start) return null;
        var title = Glyphs.Clean(WebUtility.HtmlDecode(head[start..end])).Trim();
        return title.Length == 0 || title.StartsWith("ÿþ", StringComparison.Ordinal) || title.Contains('\uFFFD', StringComparison.Ordinal) ? null : title;
    }
}

// What the widths of characters tell: which gap between two words is a space, and which text is a number.
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Documents.Pdf;

internal static partial class Glyphs
{
    /// <summary>Width in halves of a full-width character.</summary>
    public static int HalfWidths(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    public static bool IsWide(char c) => c >= 0x1100 && (c >= 0x2E80 || c is '“' or '”' or '‘' or '’' or '—' or '…' || c < 0x1200);

    public static bool IsWide(string text) => text.Any(IsWide);

    /// <summary>A text without control characters and the private characters that symbol fonts leave behind.</summary>
    public static string Clean(string text)
    {
        var isClean = true;
        foreach (var c in text) isClean &= !(char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u00AD' or '\u00A0' or '\u3000');
        return isClean ? text : string.Concat(text.Where(c => !(char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u00AD'))).Trim('\u00A0', '\u3000', ' ');
    }

    /// <summary>A number, with sign, unit and remark as they are printed in value cells.</summary>
    public static bool IsNumber(string text) => NumberCell().IsMatch(text);

    /// <summary>What is printed for "nothing": / - — 无.</summary>
    public static bool IsBlankMark(string text) => BlankCell().IsMatch(text);

    public static bool IsValue(string text) => IsNumber(text) || IsBlankMark(text);

    /// <summary>A text that begins with a number of its own: （一） 1. 二、.</summary>
    public static bool IsNumbered(string text) => Numbering().IsMatch(text);

    /// <summary>A numbering that begins a list: 1. （1）.</summary>
    public static bool IsFirst(string text) => FirstNumbering().IsMatch(text);

    /// <summary>A page number with its ornaments: -4-, 4, 第4页, 4/6.</summary>
    public static bool IsPageNumber(string text) => PageNumber().IsMatch(text);

    /// <summary>The words of a line in one text; a gap is a space only where Chinese does not leave one anyway.</summary>
    public static string Join(IReadOnlyList<Word> words)
    {
        var builder = new StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            var (a, b) = (words[i - 1], words[i]);
            var gap = b.Left - a.Right;
            var isWide = IsWide(a.Text[^1]) || IsWide(b.Text[0]);
            if (gap > Math.Max(a.Em, b.Em) * (isWide ? a.Confidence is null ? 0.75 : 1.6 : 0.12)) builder.Append(' ');
            builder.Append(b.Text);
        }
        return builder.ToString();
    }

    /// <summary>Two lines of one paragraph or label.</summary>
    public static string Continue(string text, string next)
    {
        if (text.Length == 0) return next;
        return char.IsAsciiLetter(text[^1]) && char.IsAsciiLetterOrDigit(next[0]) ? text + " " + next : text + next;
    }

    [GeneratedRegex(@"^[增减+＋\-－﹣−]{0,2}[0-9０-９]([0-9０-９,，.．]*[0-9０-９])?\s*(件|条|万元|亿元|元|万|项|次|个|宗|起|%|％)?([（(].*[）)])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberCell();

    [GeneratedRegex(@"^([/／\-－—–]{1,2}|无)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlankCell();

    [GeneratedRegex(@"^\s*([（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}\s*[.．、]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]+条)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\s*([（(]?1[）).．、])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstNumbering();

    [GeneratedRegex(@"^[-—–－―\s·]*(第\s*)?\d{1,4}(\s*页.*|\s*/\s*\d{1,4})?[-—–－―\s·]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageNumber();
}

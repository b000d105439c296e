// Labels are compared without what varies in print: width, script, spaces, quotes, punctuation, numbering, remarks in brackets.
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>A text reduced for comparison.</summary>
/// <param name="Body">Letters and digits only, without numbering and bracketed remarks.</param>
/// <param name="Number">The numbering in front: 一–十 for 一、 and （一）, digits for 1. ; empty where there is none.</param>
internal readonly record struct NormalText(string Body, string Number)
{
    private const char Dropped = '\0';
    private const int LongestPinyin = 20;

    private static readonly Characters Characters = CatalogData.Current.Characters;
    private static readonly char[] HalfWidth = BuildHalfWidth();
    private static readonly Kept<NormalText> Known = new();

    public static NormalText Of(string text) => Known.Get(text, text, Compute);

    /// <summary>Half-width forms in Simplified characters, no white space at all, and no pinyin behind a character: 鎮(zhèn) is 镇.</summary>
    public static string Squeeze(string text) => Characters.Simplify(Narrow(text));

    /// <summary>The same of one character; null for white space.</summary>
    public static char? SqueezeCharacter(char c) => HalfWidth[c] is not Dropped and var narrow ? Characters.Simplify(narrow) : null;

    /// <summary>The same in the characters as printed: each stands at the place of its Simplified one.</summary>
    public static string Narrow(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = HalfWidth[text[i]];
            if (c == Dropped) continue;
            if (c == '(' && builder.Length > 0 && IsHan(builder[^1]) && PinyinEnd(text, i + 1) is { } end) i = end;
            else builder.Append(c);
        }
        return builder.ToString();
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    // Index of the closing bracket where nothing but pinyin stands before it: small Latin letters, two at least or one with a tone.
    private static int? PinyinEnd(string text, int start)
    {
        var letters = 0;
        var hasTone = false;
        for (var i = start; i < text.Length && i <= start + LongestPinyin; i++)
        {
            var c = HalfWidth[text[i]];
            if (c == ')') return letters > 1 || hasTone ? i : null;
            if (c is Dropped or '\'' or '’') continue;
            var isTone = c is (>= '\u00df' and <= '\u024f' and not '÷') or (>= '\u0300' and <= '\u036f');
            if (!isTone && c is not ((>= 'a' and <= 'z') or 'ɡ' or 'ɑ')) return null;
            letters++;
            hasTone |= isTone;
        }
        return null;
    }

    // Every character's half-width form, looked up for each character of a document.
    private static char[] BuildHalfWidth()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++)
        {
            var c = (char)i;
            map[i] = char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad' ? Dropped : c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
        }
        return map;
    }

    private static NormalText Compute(string text)
    {
        var squeezed = Squeeze(text);
        var match = Pattern.Numbering().Match(squeezed);
        var rest = squeezed[match.Length..];
        var open = rest.IndexOf('(', StringComparison.Ordinal);
        if (open > 1) rest = Pattern.Brackets().Replace(rest, "");
        var body = new StringBuilder(rest.Length);
        foreach (var c in rest)
        {
            if (char.IsLetterOrDigit(c)) body.Append(c);
        }
        return new NormalText(body.ToString(), match.Groups["n"].Value);
    }
}

internal static partial class Pattern
{
    [GeneratedRegex(@"^(\((?<n>[一二三四五六七八九十]{1,3}|\d{1,2})\)|(?<n>[一二三四五六七八九十]{1,3})[、.,，]|(?<n>\d{1,2})[、.．,](?!\d))", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Numbering();

    [GeneratedRegex(@"\([^()]*\)?", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Brackets();
}

// Labels are compared without what varies in print: width, spaces, quotes, punctuation, numbering, remarks in brackets.
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Extraction;

/// <summary>A text reduced for comparison.</summary>
/// <param name="Body">Letters and digits only, without numbering and bracketed remarks.</param>
/// <param name="Number">The numbering in front: 一–十 for 一、 and （一）, digits for 1. ; empty where there is none.</param>
internal readonly record struct NormalText(string Body, string Number)
{
    private static readonly ConcurrentDictionary<string, NormalText> Known = new(StringComparer.Ordinal);

    /// <summary>Labels recur in every document, so their normal forms are kept (up to a bound).</summary>
    public static NormalText Of(string text)
    {
        if (Known.TryGetValue(text, out var known)) return known;
        var normal = Compute(text);
        if (Known.Count < 20_000) Known[text] = normal;
        return normal;
    }

    /// <summary>Half-width forms, and no white space at all.</summary>
    public static string Squeeze(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad') continue;
            builder.Append(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);
        }
        return builder.ToString();
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

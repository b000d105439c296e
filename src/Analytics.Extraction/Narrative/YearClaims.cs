// Years in which the text says that the body itself did something: 2020年我局未出现…, 我局2020年共收到….
using System.Globalization;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>A year stated for the body's own work.</summary>
/// <param name="Year">As stated.</param>
/// <param name="Quote">The words, for people.</param>
internal sealed record YearClaim(int Year, string Quote);

internal sealed class YearClaims(CatalogData catalog)
{
    private const int Longest = 40;
    private const string Ends = ",;:)\"";

    private readonly Quantities quantities = new(catalog.NarrativeWords);
    private readonly IReadOnlyList<string> compares = catalog.NarrativeWords.Of(WordRole.Compare);
    private readonly IReadOnlyList<string> histories = catalog.NarrativeWords.Of(WordRole.History);
    private readonly IReadOnlyList<string> plans = catalog.NarrativeWords.Of(WordRole.Plan);
    private readonly IReadOnlyList<string> subjects = catalog.NarrativeWords.Of(WordRole.Subject);
    private readonly IReadOnlyList<string> documents = catalog.NarrativeWords.Of(WordRole.Document);
    private readonly string[] behindYear = ["全年度", "全年", "年度", "年末", "年底", "度", "底", "末", "12月31日", ","];

    /// <summary>Claims of years other than the one reported on.</summary>
    public IReadOnlyList<YearClaim> OtherYears(NarrativeText narrative, OwnWords own, ReportYear year)
    {
        var found = new List<YearClaim>();
        var reported = year.ToString();
        for (var i = 0; i < narrative.Sentences.Count; i++)
        {
            var sentence = narrative.Sentences[i];
            // Both years in one sentence, or one after the other, are compared.
            if (!sentence.IsProse || !sentence.Text.Contains("20", StringComparison.Ordinal) || sentence.Text.Contains(reported, StringComparison.Ordinal)
                || (i + 1 < narrative.Sentences.Count && narrative.Sentences[i + 1].Text.StartsWith(reported, StringComparison.Ordinal))) continue;
            if (In(sentence, own, year.Value) is { } claim) found.Add(claim);
        }
        return found;
    }

    private YearClaim? In(Sentence sentence, OwnWords own, int year)
    {
        var text = WithoutTitles(sentence.Text);
        if (compares.Any(word => text.Contains(word, StringComparison.Ordinal))) return null;
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (YearAt(text, i) is not { } stated || !IsClaim(text, i, own) || histories.Any(word => text.AsSpan(i).Contains(word, StringComparison.Ordinal))) continue;
            // A later year is one to come, unless it is told what was done in it.
            if (stated > year && (sentence.IsPlan || plans.Any(word => text.Contains(word, StringComparison.Ordinal)) || quantities.In(text.AsSpan(i + 5)).Count == 0)) continue;
            return new YearClaim(stated, text.Substring(i, Math.Min(Longest, text.Length - i)));
        }
        return null;
    }

    private bool IsClaim(string text, int at, OwnWords own)
    {
        var rest = text.AsSpan(at + 5);
        for (var more = true; more;)
        {
            more = false;
            foreach (var word in behindYear)
            {
                if (!rest.StartsWith(word)) continue;
                rest = rest[word.Length..];
                more = true;
                break;
            }
        }
        if (IsBeginning(text, at)) return own.At(rest) is > 0 and var length && !IsDocument(rest[length..]);
        // 我局2020年共收到: the year stands behind the body and before what it did.
        foreach (var subject in subjects)
        {
            if (rest.StartsWith(subject) && !IsDocument(rest)) return EndsWithOwn(text, at, own);
        }
        return false;
    }

    // 2019年度我局决算 is no work of the bureau.
    private bool IsDocument(ReadOnlySpan<char> rest)
    {
        foreach (var document in documents)
        {
            if (rest.TrimStart('的').StartsWith(document)) return true;
        }
        return false;
    }

    // Behind a stop, or behind words that lead to a date: 截至2020年底.
    private static bool IsBeginning(string text, int at)
    {
        var before = text.AsSpan(0, at);
        foreach (var word in (ReadOnlySpan<string>)["截至", "截止", "截止到", "截至到"])
        {
            if (before.EndsWith(word)) before = before[..^word.Length];
        }
        return before.IsEmpty || Ends.Contains(before[^1], StringComparison.Ordinal) || before is [>= '0' and <= '9', '.' or '、'] || before[^1] == '、'
            || before.EndsWith("情况") || before.EndsWith("一是") || before.EndsWith("二是") || before.EndsWith("三是");
    }

    private static bool EndsWithOwn(string text, int end, OwnWords own)
    {
        for (var start = Math.Max(0, end - Longest); start < end; start++)
        {
            if (own.At(text.AsSpan(start, end - start)) == end - start) return start == 0 || Ends.Contains(text[start - 1], StringComparison.Ordinal);
        }
        return false;
    }

    private static int? YearAt(string text, int at) => text[at] == '2' && text[at + 1] == '0' && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) && text[at + 4] == '年'
        && (at == 0 || !char.IsAsciiDigit(text[at - 1]))
        ? int.Parse(text.AsSpan(at, 4), CultureInfo.InvariantCulture)
        : null;

    // Titles of documents and their numbers have years of their own.
    private static string WithoutTitles(string text)
    {
        if (text.AsSpan().IndexOfAny('《', '〔', '“') < 0) return text;
        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            if (c is '《' or '〔' or '“') depth++;
            if (depth == 0) kept.Append(c);
            if (c is '》' or '〕' or '”' && depth > 0) depth--;
        }
        return kept.ToString();
    }
}

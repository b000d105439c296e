// Reads the formulas of derived-metrics.csv: sums of metrics, one sum over another, Σ over a pattern.
using System.Text.RegularExpressions;

namespace Analytics.Catalog;

/// <summary>Parser of <c>sum</c> and <c>sum / sum</c>, where a sum is metrics joined by + and -, optionally in
/// brackets, and <c>Σ a.*.b</c> stands for all metrics of that pattern.</summary>
public static partial class Formula
{
    /// <param name="text">The formula as written in the seed.</param>
    /// <param name="known">What a name stands for: itself for a metric, its terms for a derived sum.</param>
    /// <exception cref="FormatException">The formula cannot be read or names an unknown metric.</exception>
    public static (IReadOnlyList<FormulaTerm> Numerator, IReadOnlyList<FormulaTerm> Denominator) Parse(
        string text, IReadOnlyDictionary<MetricKey, IReadOnlyList<FormulaTerm>> known)
    {
        var sides = text.Split('/');
        return sides.Length switch
        {
            1 => (Sum(sides[0], known), []),
            2 => (Sum(sides[0], known), Sum(sides[1], known)),
            _ => throw new FormatException($"More than one '/' in '{text}'."),
        };
    }

    private static List<FormulaTerm> Sum(string text, IReadOnlyDictionary<MetricKey, IReadOnlyList<FormulaTerm>> known)
    {
        var body = text.Trim();
        if (body.StartsWith('(') && body.EndsWith(')')) body = body[1..^1];
        var terms = new List<FormulaTerm>();
        var end = 0;
        foreach (Match match in Term().Matches(body))
        {
            if (match.Index != end) throw new FormatException($"Cannot read '{body[end..match.Index]}' in '{text}'.");
            if (terms.Count > 0 && match.Groups["sign"].Length == 0) throw new FormatException($"Neither + nor - before '{match.Value.Trim()}' in '{text}'.");
            end = match.Index + match.Length;
            var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
            terms.AddRange(Expand(match.Groups["name"].Value, known, text).Select(term => term with { Coefficient = term.Coefficient * sign }));
        }
        if (end != body.Length || terms.Count == 0) throw new FormatException($"Cannot read '{body[end..]}' in '{text}'.");
        return terms;
    }

    private static List<FormulaTerm> Expand(string name, IReadOnlyDictionary<MetricKey, IReadOnlyList<FormulaTerm>> known, string text)
    {
        if (!name.Contains('*', StringComparison.Ordinal))
            return known.TryGetValue(new MetricKey(name), out var terms) ? [.. terms] : throw Unknown(name, text);
        var pattern = new Regex("^" + Regex.Escape(name).Replace("\\*", "[^.]+", StringComparison.Ordinal) + "$",
            RegexOptions.None, TimeSpan.FromSeconds(1));
        var found = known.Where(entry => pattern.IsMatch(entry.Key.Value)).SelectMany(entry => entry.Value).ToList();
        return found.Count > 0 ? found : throw Unknown(name, text);
    }

    private static FormatException Unknown(string name, string text) => new($"'{name}' in '{text}' names no metric.");

    [GeneratedRegex(@"\s*(?<sign>[+-]?)\s*Σ?\s*(?<name>[a-z0-9_.*]+)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Term();
}

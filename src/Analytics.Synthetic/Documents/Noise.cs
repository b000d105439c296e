// How real print varies without meaning anything else: widths, separators, spaces, breaks, wording, numbering.
using System.Text;
using System.Text.RegularExpressions;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>What stands behind the number of a numbered line.</summary>
public enum Numbering
{
    /// <summary>1.</summary>
    Dot,

    /// <summary>1、</summary>
    Comma,

    /// <summary>1．</summary>
    WideDot,
}

/// <summary>How an increase and a decrease are marked.</summary>
public enum Signs
{
    /// <summary>+1 and -1.</summary>
    Form,

    /// <summary>增1 and 减1.</summary>
    Words,

    /// <summary>＋1 and －1.</summary>
    Wide,

    /// <summary>+1 and −1, the typographic sign.</summary>
    Typographic,
}

/// <summary>Variations of print. The default is the form's own print.</summary>
public sealed partial record Noise
{
    private const int LongestSpaced = 5;
    private const int ShortestBroken = 4;

    private static readonly Dictionary<char, char> TraditionalOf = CatalogData.Current.Characters.All.Where(pair => pair.Alone)
        .DistinctBy(pair => pair.Simplified).ToDictionary(pair => pair.Simplified, pair => pair.Traditional);

    /// <summary>The form's own print.</summary>
    public static Noise None { get; } = new();

    /// <summary>Labels in Traditional characters.</summary>
    public bool Traditional { get; init; }

    /// <summary>3件 for 3 where things are counted.</summary>
    public bool CountUnits { get; init; }

    /// <summary>How changes are marked.</summary>
    public Signs Signs { get; init; }

    /// <summary>１２３ for 123.</summary>
    public bool FullWidthDigits { get; init; }

    /// <summary>1,234 for 1234.</summary>
    public bool Thousands { get; init; }

    /// <summary>自 然 人 for 自然人.</summary>
    public bool SpacedLabels { get; init; }

    /// <summary>A line break inside heads and the labels of groups.</summary>
    public bool BrokenHeads { get; init; }

    /// <summary>(一) for （一）.</summary>
    public bool HalfWidthBrackets { get; init; }

    /// <summary>What stands behind the number of a numbered line.</summary>
    public Numbering Numbering { get; init; }

    /// <summary>Which of a label's known wordings is printed; 0 is the form's, and counting starts again behind the last.</summary>
    public int Wording { get; init; }

    /// <summary>Lines of table 三 after which its heads are printed again, as after a page break; 0 for never.</summary>
    public int HeadsAgainAfter { get; init; }

    /// <summary>A label of a line or a mark.</summary>
    /// <param name="wordings">The form's label, then its variants.</param>
    public string Label(IReadOnlyList<string> wordings)
    {
        var label = wordings[Wording % wordings.Count];
        // A variant may be listed without the number that the form prints in front of it.
        if (!Numbered().IsMatch(label)) label = Numbered().Match(wordings[0]).Value + label;
        label = Number().Replace(label, match => match.Groups["n"].Value + Separator());
        if (Traditional) label = string.Concat(label.Select(c => TraditionalOf.GetValueOrDefault(c, c)));
        if (HalfWidthBrackets) label = label.Replace('（', '(').Replace('）', ')');
        return SpacedLabels && label.Length <= LongestSpaced && label.All(char.IsLetter) ? string.Join(' ', label.AsEnumerable()) : label;
    }

    /// <summary>The label of a column or a group.</summary>
    public string Head(IReadOnlyList<string> wordings)
    {
        var label = Label(wordings);
        return BrokenHeads && label.Length >= ShortestBroken && !label.Contains(' ', StringComparison.Ordinal)
            ? label.Insert(label.Length / 2, "\n")
            : label;
    }

    /// <summary>A value.</summary>
    public string Value(string printed, bool isCount)
    {
        var text = Thousands ? WholePart().Replace(printed, Grouped) : printed;
        if (CountUnits && isCount && char.IsAsciiDigit(text.LastOrDefault())) text += "件";
        if (text.Length > 1 && text[0] is '+' or '-') text = Sign(text[0] == '+') + text[1..];
        return FullWidthDigits ? string.Concat(text.Select(Wide)) : text;
    }

    private string Sign(bool isPlus) => Signs switch
    {
        Signs.Words => isPlus ? "增" : "减",
        Signs.Wide => isPlus ? "＋" : "－",
        Signs.Typographic => isPlus ? "+" : "−",
        _ => isPlus ? "+" : "-",
    };

    private string Separator() => Numbering switch
    {
        Numbering.Comma => "、",
        Numbering.WideDot => "．",
        _ => ".",
    };

    private static char Wide(char c) => c is >= '0' and <= '9' or '+' or '-' or '.' or ',' ? (char)(c - '!' + '！') : c;

    private static string Grouped(Match match)
    {
        var builder = new StringBuilder(match.Value);
        for (var i = builder.Length - 3; i > 0; i -= 3) builder.Insert(i, ',');
        return builder.ToString();
    }

    [GeneratedRegex(@"^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<n>\d+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\d.])\d{4,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholePart();
}

// Reads the numbers of the forms as people type them: signs, widths, separators, units, remarks in brackets.
using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Extraction;

internal enum CellKind
{
    /// <summary>Nothing printed.</summary>
    Empty,

    /// <summary>A mark for "not applicable": / - — 无.</summary>
    BlankMark,

    Number,
    Text,
}

/// <summary>A cell's text as a value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number in the printed unit; 0 unless <see cref="CellKind.Number"/>.</param>
/// <param name="Unit">元, 万元, 亿元, 件 …; empty where none is printed.</param>
internal readonly partial record struct NumberText(CellKind Kind, decimal Value, string Unit)
{
    /// <summary>What may stand behind a number, as an expression; longer ones first.</summary>
    public const string Units = "亿元|百万元|万元|千元|元|亿|万|件次|件|项|宗|条|个|起|次|份";

    private static readonly SearchValues<char> Minus = SearchValues.Create("-—–−‐‑﹣减");

    public static NumberText Read(string text)
    {
        var squeezed = NormalText.Squeeze(text);
        if (squeezed.Length == 0) return new(CellKind.Empty, 0, "");
        // Two numbers in one cell have no one value.
        if (squeezed.Length > 60 || PartedDigits().IsMatch(text)) return new(CellKind.Text, 0, "");
        if (BlankMark().IsMatch(squeezed)) return new(CellKind.BlankMark, 0, "");
        var match = Number().Match(squeezed);
        if (!match.Success) return new(CellKind.Text, 0, "");
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return new(CellKind.Text, 0, "");
        var sign = match.Groups["sign"].Value;
        if (value != 0 && sign.Contains('±', StringComparison.Ordinal)) return new(CellKind.Text, 0, "");
        if (sign.AsSpan().ContainsAny(Minus)) value = -value;
        return new(CellKind.Number, value, match.Groups["unit"].Value);
    }

    public static bool IsMinus(char c) => c != '减' && Minus.Contains(c);

    /// <summary>The unit named in a head such as 采购总金额（万元，保留四位小数）; empty where none is.</summary>
    public static string UnitIn(string head) => MoneyUnit().Match(NormalText.Squeeze(head)) is { Success: true } match ? match.Value : "";

    /// <summary>How many 万元 one of the unit is; null for a unit that is not money.</summary>
    public static decimal? InWan(string unit) => unit switch
    {
        "元" => 0.0001m,
        "千元" => 0.1m,
        "万元" or "万" => 1m,
        "百万元" => 100m,
        "亿元" or "亿" => 10_000m,
        _ => null,
    };

    [GeneratedRegex(@"^([/\\|]+|[-—–‐‑﹣―─_]+|无|\(无\)|空|未填|不适用|N/?A)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BlankMark();

    [GeneratedRegex(
        @"^(?<sign>[+\-—–−‐‑﹣±]{0,2}|增加?|减少?)(?<bracket>(?<!^)\()?(?<digits>\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?)(?(bracket)\))(?<unit>" + Units + @")?(\((单位:?)?(?<unit>亿元|百万元|万元|千元|元)\)|\([^()]*\))?[。;]?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d\s+\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartedDigits();

    [GeneratedRegex(@"亿元|百万元|万元|千元|元", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MoneyUnit();
}

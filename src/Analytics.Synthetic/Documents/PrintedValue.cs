// What a cell printed by this library means, told without the extractor, so that tests have something to hold it against.
using System.Globalization;

namespace Analytics.Synthetic;

/// <summary>The meaning of a printed cell.</summary>
/// <param name="Value">The number, amounts of money in 万元; null for a blank cell.</param>
public readonly record struct PrintedValue(decimal? Value)
{
    private static readonly string[] Blanks = ["", "/", "-", "—", "无"];

    private static readonly (string Unit, decimal InWan)[] Units = [("亿元", 10_000m), ("万元", 1m), ("元", 0.0001m)];

    /// <param name="printed">The cell as in <see cref="ReportFacts.Values"/>: a blank, or a number that may end with 元, 万元 or 亿元.</param>
    /// <param name="headUnit">What the head says of the unit, null where it says nothing.</param>
    /// <exception cref="FormatException">The cell is neither.</exception>
    public static PrintedValue Of(string printed, string? headUnit = null)
    {
        if (Blanks.Contains(printed, StringComparer.Ordinal)) return new PrintedValue(null);
        var own = Units.FirstOrDefault(unit => printed.EndsWith(unit.Unit, StringComparison.Ordinal));
        var head = Units.FirstOrDefault(unit => headUnit?.StartsWith(unit.Unit, StringComparison.Ordinal) == true);
        var number = decimal.Parse(printed.AsSpan(0, printed.Length - (own.Unit?.Length ?? 0)),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new PrintedValue(number * (own.Unit is not null ? own.InWan : head.Unit is not null ? head.InWan : 1));
    }
}

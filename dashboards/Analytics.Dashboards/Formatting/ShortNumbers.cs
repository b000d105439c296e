// Numbers in the little room of a tile: from ten thousand on shortened in the reader's language, the full number elsewhere.
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Shortens numbers.</summary>
public sealed class ShortNumbers(IStringLocalizer<Texts> texts)
{
    // Below this a number is short enough as it is.
    private const decimal Long = 10_000;

    /// <summary>In Chinese 3.4万 and 1.2亿, in English 34k and 120M; rates as everywhere.</summary>
    public string Show(decimal value, string unit)
    {
        var size = Math.Abs(value);
        if (unit == "%" || size < Long) return unit == "%" ? Numbers.Show(value, unit) : value.ToString("#,0.##", CultureInfo.InvariantCulture);
        var (some, great) = MetricNames.IsEnglish ? (1_000m, 1_000_000m) : (10_000m, 100_000_000m);
        return size < great ? texts["Short.Some", Rounded(value / some)] : texts["Short.Great", Rounded(value / great)];
    }

    private static string Rounded(decimal value) => value.ToString(Math.Abs(value) < 100 ? "#,0.#" : "#,0", CultureInfo.InvariantCulture);
}

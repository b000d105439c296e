// What is said of a point besides its number: in a chart's tooltip and over a cell of a table.
using Analytics.Dashboards.Components.Pages.Compare;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Texts of points.</summary>
public static class PointTexts
{
    /// <summary>Short: the number with its unit and its doubts, or what stands there instead.</summary>
    /// <param name="printedUnit">Of what was printed, where the value is a share or an index of it.</param>
    public static string Tip(IStringLocalizer<Texts> texts, Point point, string unit, string printedUnit = "")
    {
        if (point.State != PointState.Number) return texts["Point." + point.State];
        var parts = new List<string> { Number(point.Value!.Value, unit, point.HasUnit) };
        if (point.Printed is { } printed) parts.Add(Number(printed, printedUnit, point.HasUnit));
        if (point.IsDisputed) parts.Add(texts["Point.DisputedShort"]);
        if (point.IsSmall) parts.Add(texts["Point.Small", point.Denominator ?? 0]);
        if (!point.HasUnit) parts.Add(texts["Point.NoUnitShort"]);
        return string.Join(texts["List.Comma"], parts);
    }

    /// <summary>In full, without the number.</summary>
    public static string Hint(IStringLocalizer<Texts> texts, Point point, bool isDerived)
    {
        var hints = new List<string> { texts[point.State == PointState.Number && isDerived ? "Point.Computed" : "Point." + point.State] };
        if (point.IsDisputed && point.State == PointState.Number) hints.Add(texts["Point.Disputed"]);
        if (point.IsCorrected) hints.Add(texts["Point.Corrected"]);
        if (point.IsSmall) hints.Add(texts["Point.Small", point.Denominator ?? 0]);
        if (!point.HasUnit) hints.Add(texts["Point.NoUnit"]);
        return string.Join(texts["List.Semicolon"], hints);
    }

    private static string Number(decimal value, string unit, bool hasUnit) => Numbers.Show(value, unit) + (unit == "%" || !hasUnit ? "" : " " + MetricNames.Unit(unit));
}

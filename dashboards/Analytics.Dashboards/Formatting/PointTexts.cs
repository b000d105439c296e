// What is said of a point besides its number, over a cell of a table.
using Analytics.Dashboards.Components.Pages.Compare;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Texts of points.</summary>
public static class PointTexts
{
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
}

// How a group's changes are told: sums grow in per cent, rates change by their median, and nothing is told across a break
// that does not join.
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Trends;

internal static class TrendWords
{
    /// <summary>The change per year; of rates, and where the first sum is no base for one, the median change over the span. Null where there is none to tell.</summary>
    public static string? Change(Trend trend, GroupGrowth growth, Changes changes)
    {
        if (trend.IsParted(growth.FromYear, growth.ToYear)) return null;
        return growth.YearlyGrowth is { } yearly ? Changes.Relative(yearly) : growth.MedianChange is { } median ? changes.Absolute(median, trend.Unit) : null;
    }

    /// <summary>The change of one agency on the year before.</summary>
    public static string? Change(Trend trend, LinePoint point, Changes changes)
    {
        if (trend.IsParted(point.Year - 1, point.Year)) return null;
        return trend.IsSum && point.Growth is { } growth ? Changes.Relative(growth) : point.Change is { } change ? changes.Absolute(change, trend.Unit) : null;
    }
}

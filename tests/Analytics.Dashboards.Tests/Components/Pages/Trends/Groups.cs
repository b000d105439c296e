// Trends for tests: rows as the warehouse gives them, of agencies that are easy to tell apart.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Trends;

internal static class Groups
{
    public static readonly MetricKey Received = new("requests.received.total");

    public static TrendYear Year(int year, decimal? median, GroupCoverage coverage = default, LeftOut left = default, GroupGrowth? growth = null, params FormCount[] forms) => new(
        year, true,
        median is { } middle
            ? new GroupSpread((short)year, 10, middle * 10, 0, middle - 1, middle, middle + 1, middle + 2, left.Disputed, left.NoUnit, left.Small, left.NoNumber)
            : null,
        growth, coverage, forms);

    public static GroupGrowth Growth(int from, int to, decimal? yearly, decimal? median = null, long otherForm = 0) => new((short)from, (short)to, 8, 100, 110, yearly, median, otherForm);

    public static LinePoint Value(int year, decimal? value, string state = "number", bool isDisputed = false, string? leftOut = null, decimal? growth = null, decimal? compound = null) => new(
        "330105.教育局", "拱墅区教育局", (short)year, year, "2019", state, value, null, isDisputed, true, false, leftOut, null, growth, compound, false);

    public static TrendLine Line(IEnumerable<int> years, params LinePoint[] values)
    {
        var byYear = values.ToDictionary(value => (int)value.Year);
        return new TrendLine(
            new Series("330105.教育局", "拱墅区教育局", "own", 1, years.Select(year => byYear.TryGetValue(year, out var value)
                ? new Point(year, Enum.Parse<PointState>(value.State, ignoreCase: true), value.Value, null, value.IsDisputed, false, true, value.ReportId)
                : new Point(year, PointState.Absent, null, null, false, false, true, null)).ToList()),
            byYear);
    }

    public static Trend Of(IReadOnlyList<TrendYear> years, IReadOnlyList<Break>? breaks = null, IReadOnlyList<TrendLine>? lines = null, string unit = "件") => new(
        new ComparePanel(Received, "收到申请", unit, "", years.Select(year => year.Year).ToList(), (lines ?? []).Select(line => line.Series).ToList(), breaks ?? [], []),
        ReportScope.Own, unit != "%", years, null, lines ?? [], []);
}

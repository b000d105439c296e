// A trend as a file: one row a year of the group, one row a year of each chosen agency.
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Trends;

internal static class TrendsDownload
{
    private static readonly string[] Heads =
    [
        "series", "agency_code", "agency", "region", "level", "sector", "scope", "metric", "metric_label", "unit", "year",
        "counted", "total", "least", "lower_quartile", "median", "upper_quartile", "greatest", "paired", "yearly_growth", "median_change", "paired_across_forms",
        "reported", "expected", "missing", "left_out_disputed", "left_out_no_unit", "left_out_small", "left_out_no_number",
        "state", "value", "denominator", "left_out", "change", "growth", "compound_growth", "is_other_form", "report", "data_version",
    ];

    public static async Task<IResult> SendAsync(
        string format, Viewer viewer, TrendsData data, Catalog.Catalog catalog, PublishedWarehouse warehouse,
        string? r, string? l, string? s, string? m, string? c, string? y, string? e, CancellationToken cancellation)
    {
        try
        {
            var state = TrendsState.Parse(GroupState.Parse(r, l, s, catalog), m, c, y, e, view: null);
            var result = await data.LoadAsync(viewer.Scope, state, new EntityColours(), cancellation);
            var rows = result.Trend is not { } trend ? [] : trend.Years.Select(year => OfGroup(state.Group, trend, year, result.Version))
                .Concat(trend.Lines.SelectMany(line => line.Series.Points.Select(point => OfAgency(trend, line, point, result.Version)))).ToList();
            return new DataSheet("trends", Heads, rows, await warehouse.IsSyntheticAsync(cancellation)).Send(format);
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    private static IReadOnlyList<object?> OfGroup(GroupState group, Trend trend, TrendYear year, int? version) =>
    [
        "group", null, null, group.Region.Value, group.Level, group.Sector, trend.Scope.ToString().ToLowerInvariant(), trend.Panel.Metric.Value, trend.Panel.Title, trend.Unit, year.Year,
        year.Counted, year.Spread?.Total, year.Spread?.Least, year.Spread?.LowerQuartile, year.Spread?.Median, year.Spread?.UpperQuartile, year.Spread?.Greatest,
        year.Growth?.Paired, year.Growth?.YearlyGrowth, year.Growth?.MedianChange, year.Growth?.OtherForm,
        year.Coverage.Reported, year.Coverage.Expected, year.Coverage.Missing, year.LeftOut.Disputed, year.LeftOut.NoUnit, year.LeftOut.Small, year.LeftOut.NoNumber,
        null, null, null, null, null, null, null, null, null, version,
    ];

    private static IReadOnlyList<object?> OfAgency(Trend trend, TrendLine line, Point point, int? version)
    {
        var value = line.Values.GetValueOrDefault(point.Year);
        return
        [
            "agency", line.Series.Agency, line.Series.Name, null, null, null, trend.Scope.ToString().ToLowerInvariant(), trend.Panel.Metric.Value, trend.Panel.Title, trend.Unit, point.Year,
            null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null,
            point.State.ToString().ToLowerInvariant(), point.Value, point.Denominator, value?.LeftOut, value?.Change, value?.Growth, value?.CompoundGrowth, value?.IsOtherForm, point.ReportId, version,
        ];
    }
}

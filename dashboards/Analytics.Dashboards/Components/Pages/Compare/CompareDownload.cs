// The table of a comparison as a file: one row a value, with its state, doubts and source.
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Compare;

internal static class CompareDownload
{
    private static readonly string[] Heads =
    [
        "agency_code", "agency", "scope", "metric", "metric_label", "unit", "year", "state", "value", "denominator", "disputed", "has_unit", "corrected", "report", "data_version",
    ];

    public static async Task<IResult> SendAsync(
        string format, Viewer viewer, CompareData data, PublishedWarehouse warehouse, string? e, string? m, string? y, CancellationToken cancellation)
    {
        try
        {
            var result = await data.LoadAsync(viewer.Scope, CompareState.Parse(e, m, y, null, null), new EntityColours(), cancellation);
            var rows = from panel in result.Panels
                       from series in panel.Series
                       from point in series.Points
                       select Row(panel, series, point, result.Version);
            return new DataSheet("compare", Heads, rows.ToList(), await warehouse.IsSyntheticAsync(cancellation)).Send(format);
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    private static IReadOnlyList<object?> Row(ComparePanel panel, Series series, Point point, int? version) =>
    [
        series.Agency, series.Name, series.Scope, panel.Metric.Value, panel.Title, panel.Unit, point.Year, point.State.ToString().ToLowerInvariant(),
        point.Value, point.Denominator, point.IsDisputed, point.HasUnit, point.IsCorrected, point.ReportId, version,
    ];
}

// All values of an agency as a file: one row a metric, year and scope of report, with its state, doubts and source.
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Agencies;

internal static class AgencyDownload
{
    private static readonly string[] Heads =
    [
        "agency_code", "agency", "scope", "metric", "metric_label", "unit", "form_table", "year", "state", "value", "denominator", "disputed", "has_unit", "corrected", "report", "data_version",
    ];

    public static async Task<IResult> SendAsync(
        string code, string format, Viewer viewer, AgencyQueries queries, MetricNames names, PublishedWarehouse warehouse, CancellationToken cancellation)
    {
        try
        {
            if (await queries.HeadAsync(viewer.Scope, code, cancellation) is not { } head) return Results.NotFound();
            var values = await queries.ProfileAsync(viewer.Scope, code, cancellation);
            var version = warehouse.Version;
            return new DataSheet("agency", Heads, values.Select(value => Row(head, names, value, version)).ToList(), await warehouse.IsSyntheticAsync(cancellation)).Send(format);
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    private static IReadOnlyList<object?> Row(AgencyHead head, MetricNames names, ProfileValue value, int? version) =>
    [
        head.Code, head.Name, value.ReportScope, value.Metric, names.Of(value.Metric), value.Unit, value.FormTable, value.Year, value.State,
        value.Value, value.Denominator, value.IsDisputed, value.HasUnit, value.IsCorrected, value.ReportId, version,
    ];
}

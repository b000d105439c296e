// The cells of a report as a file: one row a cell, with its state, doubts, correction and place.
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Report;

internal static class ReportDownload
{
    private static readonly string[] Heads =
    [
        "agency_code", "agency", "year", "scope", "version", "is_current", "form_table", "metric", "metric_label", "row_label", "column_label", "state", "value", "unit",
        "printed_text", "printed_unit", "has_unit", "ocr", "disputed", "corrected_state", "corrected_value", "page", "table", "row", "column", "line", "file", "sha256", "report", "data_version",
    ];

    public static async Task<IResult> SendAsync(int report, string format, Viewer viewer, ReportQueries queries, PublishedWarehouse warehouse, CancellationToken cancellation)
    {
        try
        {
            var version = warehouse.Version;
            if (await queries.HeadAsync(viewer.Scope, report, cancellation) is not { } head) return Results.NotFound();
            var cells = await queries.CellsAsync(viewer.Scope, report, cancellation);
            return new DataSheet($"report-{report}", Heads, cells.Select(cell => Row(head, cell, version)).ToList(), head.IsSynthetic).Send(format);
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    private static IReadOnlyList<object?> Row(ReportPageHead head, ReportCell cell, int? version) =>
    [
        head.Agency, head.AgencyName, head.Year, head.ReportScope, head.Version, head.IsCurrent, (int)cell.FormTable, cell.Metric, cell.LabelZh, cell.RowLabel, cell.ColumnLabel,
        cell.State, cell.Value, cell.MetricUnit, cell.Text, cell.Unit, cell.HasUnit, cell.IsOcr, cell.IsDisputed, cell.CorrectedState, cell.CorrectedValue,
        cell.Page, cell.Grid, cell.RowNumber, cell.ColumnNumber, cell.Line, head.File, head.Sha256, head.ReportId, version,
    ];
}

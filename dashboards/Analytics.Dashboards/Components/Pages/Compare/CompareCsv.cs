// The table of a comparison as CSV: one row a value, with its state, doubts and source.
using System.Globalization;
using System.Text;
using Analytics.Warehouse;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Compare;

internal static class CompareCsv
{
    private static readonly string[] Heads =
    [
        "agency_code", "agency", "scope", "metric", "metric_zh", "unit", "year", "state", "value", "denominator", "disputed", "has_unit", "report", "data_version", "is_synthetic",
    ];

    public static async Task WriteAsync(HttpContext context, Viewer viewer, CompareData data, PublishedWarehouse warehouse, string? e, string? m, string? y, string? v)
    {
        var state = CompareState.Parse(e, m, y, v);
        CompareResult result;
        try
        {
            result = await data.LoadAsync(viewer.Scope, state, new EntityColours(), context.RequestAborted);
        }
        catch (NothingPublishedException)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var isSynthetic = await warehouse.IsSyntheticAsync(context.RequestAborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename={(isSynthetic ? "synthetic-" : "")}compare.csv";
        var text = new StringWriter(CultureInfo.InvariantCulture);
        // Spreadsheets take the text for UTF-8 only behind a byte order mark.
        text.Write('\ufeff');
        await using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord(Heads);
            foreach (var panel in result.Panels)
            {
                foreach (var series in panel.Series)
                {
                    foreach (var point in series.Points) csv.WriteRecord(Row(panel, series, point, result.Version, isSynthetic));
                }
            }
        }
        await context.Response.WriteAsync(text.ToString(), Encoding.UTF8, context.RequestAborted);
    }

    private static string[] Row(ComparePanel panel, Series series, Point point, int? version, bool isSynthetic) =>
    [
        series.Agency, series.Name, series.Scope, panel.Metric.Value, panel.Title, panel.Unit, Text(point.Year), point.State.ToString().ToLowerInvariant(),
        Text(point.Value), Text(point.Denominator), point.IsDisputed ? "true" : "false", point.HasUnit ? "true" : "false", Text(point.ReportId), Text(version),
        isSynthetic ? "true" : "false",
    ];

    private static string Text<T>(T value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

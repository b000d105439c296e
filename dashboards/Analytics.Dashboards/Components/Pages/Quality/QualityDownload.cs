// The matrix, the list of findings and a letter as files.
using System.Text;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboards.Components.Pages.Quality;

internal static class QualityDownload
{
    private static readonly ListPage All = new(int.MaxValue);

    private static readonly string[] MatrixHeads =
    [
        "agency_code", "agency", "region", "year", "state", "is_late", "due_on", "published", "reports", "errors", "warnings", "quarantined", "report", "data_version",
    ];

    private static readonly string[] FindingHeads =
    [
        "agency_code", "agency", "year", "scope", "rule", "severity", "state", "metrics", "printed", "expected", "message", "report", "data_version",
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quality/matrix.{format}", MatrixAsync);
        routes.MapGet("/quality/findings.{format}", FindingsAsync);
        routes.MapGet("/quality/note.txt", NoteAsync);
    }

    private static Task<IResult> MatrixAsync(
        string format, HttpRequest request, Viewer viewer, Defaults defaults, QualityQueries queries, PublishedWarehouse warehouse, AgencyCalendar calendar, CancellationToken cancellation) =>
        SendAsync("quality-matrix", MatrixHeads, format, request, viewer, defaults, warehouse, async (state, years) =>
            (await queries.MatrixAsync(viewer.Scope, state.Group.Group, years, calendar.Today, state.Show, All, cancellation)).Select(cell => (IReadOnlyList<object?>)
            [
                cell.Agency, cell.AgencyName, cell.RegionPath, cell.Year, cell.State, cell.IsLate, cell.DueOn, cell.Published, cell.Reports, cell.Errors, cell.Warnings, cell.Quarantined,
                cell.ReportId, warehouse.Version,
            ]).ToList(), cancellation);

    private static Task<IResult> FindingsAsync(
        string format, HttpRequest request, Viewer viewer, Defaults defaults, QualityQueries queries, PublishedWarehouse warehouse, CancellationToken cancellation) =>
        SendAsync("quality-findings", FindingHeads, format, request, viewer, defaults, warehouse, async (state, years) =>
            (await queries.FindingsAsync(viewer.Scope, state.Group.Group, state.Filter(years), All, cancellation)).Select(row => (IReadOnlyList<object?>)
            [
                row.Agency, row.AgencyName, row.Year, row.ReportScope, row.Rule, row.Severity, row.State, string.Join(' ', row.Metrics), row.Printed, row.Expected, row.Message,
                row.ReportId, warehouse.Version,
            ]).ToList(), cancellation);

    private static async Task<IResult> SendAsync(
        string name, string[] heads, string format, HttpRequest request, Viewer viewer, Defaults defaults, PublishedWarehouse warehouse,
        Func<QualityState, ReportYears, Task<List<IReadOnlyList<object?>>>> ask, CancellationToken cancellation)
    {
        try
        {
            var state = QualityState.Parse(part => request.Query[part], Catalog.Catalog.Current);
            return QualityPage.SpanOf(state, await defaults.YearsAsync(viewer.Scope, cancellation)) is { } years
                ? new DataSheet(name, heads, await ask(state, years), await warehouse.IsSyntheticAsync(cancellation)).Send(format)
                : Results.NotFound();
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    // With a byte order mark and the line ends of Windows, so that every editor shows it as it is.
    private static async Task<IResult> NoteAsync(
        string? agency, string? year, string? due, string? sender, Viewer viewer, QualityQueries queries, NoteLetter letters, AgencyCalendar calendar, CancellationToken cancellation)
    {
        try
        {
            if (AddressParts.Year(year) is not { } of || NotePage.Day(due) is not { } day) return Results.NotFound();
            var lines = await queries.NoteAsync(viewer.Scope, agency ?? "", new ReportYear(of), cancellation);
            if (lines.Count == 0) return Results.NotFound();
            var text = letters.Write(lines, sender ?? "", calendar.Today, day).ReplaceLineEndings("\r\n");
            return Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/plain; charset=utf-8", letters.Title(lines) + ".txt");
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }
}

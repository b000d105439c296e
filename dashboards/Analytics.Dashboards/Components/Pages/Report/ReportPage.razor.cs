// A report's page: the statutory tables as printed on the left, the document on the right, linked both ways.
using System.Diagnostics;
using Analytics.Catalog;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Analytics.Dashboards.Components.Pages.Report;

/// <summary>Shows a report beside its document.</summary>
public sealed partial class ReportPage : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource leaving = new();
    private ReportState state = new(null, "", DocumentShown.Auto, null, false);
    private ReportView? view;
    private IReadOnlyList<CellDifference>? differences;
    private (int Report, int Other, int? Version)? compared;
    private ReportCell? cell;
    private DecidedFinding? finding;
    private IReadOnlySet<string> chosen = new HashSet<string>(StringComparer.Ordinal);
    private int? current;
    private string? told;
    private bool isLoaded;
    private bool isNothingPublished;
    private bool isFollowing;
    private ElementReference root;
    private IJSObjectReference? module;
    private IJSObjectReference? link;
    private int? linked;
    private bool isTelling;
    private bool isUntold;

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "mark")]
    private string? MarkInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "finding")]
    private string? FindingInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "against")]
    private string? AgainstInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "pane")]
    private string? PaneInAddress { get; set; }

    [Inject]
    private ReportData Data { get; set; } = default!;

    [Inject]
    private ReportQueries Queries { get; set; } = default!;

    [Inject]
    private PublishedWarehouse Published { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private string Title => view is null ? T["Report.Title"] : T["Report.TitleOf", view.Head.ShortName, view.Head.Year];

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        leaving.Dispose();
        try
        {
            if (link is not null)
            {
                await link.InvokeVoidAsync("dispose");
                await link.DisposeAsync();
            }
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has left.
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        state = ReportState.Parse(MarkInAddress, FindingInAddress, ViewInAddress, AgainstInAddress, PaneInAddress);
        try
        {
            await LoadAsync();
            isNothingPublished = false;
        }
        catch (NothingPublishedException)
        {
            isNothingPublished = true;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // One after the other: what is rendered meanwhile is told afterwards.
        isUntold = true;
        if (isTelling) return;
        isTelling = true;
        try
        {
            while (isUntold && view is not null && !leaving.IsCancellationRequested)
            {
                isUntold = false;
                await TellAsync(view.Head.ReportId);
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
        catch (JSException)
        {
            // Without the link the two panes still hold all there is.
        }
        finally
        {
            isTelling = false;
        }
    }

    // Tells the browser which cells are chosen.
    private async Task TellAsync(int report)
    {
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", "/_content/Analytics.Dashboards/js/report.js");
        if (linked != report && link is not null)
        {
            // Another report has elements of its own.
            await link.InvokeVoidAsync("dispose");
            await link.DisposeAsync();
            link = null;
        }
        link ??= await module.InvokeAsync<IJSObjectReference>("link", root);
        linked = report;
        await link.InvokeVoidAsync("update", Marks().ToList());
    }

    private async Task LoadAsync()
    {
        if (ReportState.NumberOf(Id) is not { } report)
        {
            (view, isLoaded) = (null, true);
            return;
        }
        if (view is null || view.Head.ReportId != report || view.Version != Published.Version)
        {
            if (view?.Head.ReportId != report) (view, differences, compared, told, isLoaded) = (null, null, null, null, false);
            view = await Data.LoadAsync(Viewer.Scope, report, leaving.Token);
            isLoaded = true;
        }
        if (view is null) return;
        current = view.Versions.Where(version => version.IsCurrent && version.ReportId != report).Select(version => (int?)version.ReportId).FirstOrDefault();
        finding = view.Findings.FirstOrDefault(one => ReportState.NameOf(one) == state.Finding);
        cell = state.Mark is { } mark ? view.Cells.FirstOrDefault(one => one.Metric == mark.Value) : null;
        chosen = (finding?.Metrics ?? (cell is null ? [] : [cell.Metric])).ToHashSet(StringComparer.Ordinal);
        await CompareAsync(report);
    }

    private async Task CompareAsync(int report)
    {
        if (state.Against is not { } other || !view!.Others.Contains(other))
        {
            (differences, compared) = (null, null);
            return;
        }
        if (compared == (report, other, view.Version)) return;
        differences = await Queries.DifferencesAsync(Viewer.Scope, report, other, leaving.Token);
        compared = (report, other, view.Version);
    }

    // In the order of the tables: the document is shown at the first.
    private IEnumerable<object> Marks() => (view?.Cells ?? []).Where(one => chosen.Contains(one.Metric)).Select(one => new { cell = CellWords.NameOf(one), line = CellWords.LineOf(one), metric = one.Metric });

    private void Choose(MetricKey metric) => Go(state with { Mark = metric, Finding = "" });

    private void ChooseFinding(string name) => Go(state with { Mark = null, Finding = state.Finding == name ? "" : name });

    private void Clear() => Go(state with { Mark = null, Finding = "" });

    private void Show(DocumentShown shown) => Go(state with { Shown = shown });

    private void ShowPane(bool isDocument) => Go(state with { IsDocumentFirst = isDocument });

    private void Compare(int? other) => Go(state with { Against = other });

    // Kept at once: a second choice may be made before the address has come back as parameters.
    private void Go(ReportState next)
    {
        state = next;
        Navigation.NavigateTo(next.ToAddress(view!.Head.ReportId), replace: true);
    }

    // What was decided is seen when it is published, a moment later.
    private async Task DecidedAsync()
    {
        told = T["Findings.Waiting"];
        if (isFollowing) return;
        isFollowing = true;
        StateHasChanged();
        try
        {
            var before = view!.Version;
            var begun = Stopwatch.GetTimestamp();
            using var looks = new PeriodicTimer(Look);
            while (Published.Version == before && Stopwatch.GetElapsedTime(begun) < LongestWait) await looks.WaitForNextTickAsync(leaving.Token);
            if (Published.Version != before) told = null;
            await LoadAsync();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            isFollowing = false;
        }
    }
}

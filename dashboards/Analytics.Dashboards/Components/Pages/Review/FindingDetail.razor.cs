// What is known of the cells a finding names, and decisions about them.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Documents;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>Shows a finding.</summary>
public sealed partial class FindingDetail
{
    private const int MostCells = 60;
    private readonly string id = ElementIds.Next("finding");
    private ReportPageHead? head;
    private IReadOnlyList<ReportCell> shownCells = [];
    private IReadOnlyList<CorrectionEntry> corrections = [];
    private IReadOnlyList<string> pointed = [];
    private ReportCell? edited;
    private string? problem;
    private int? read;

    [Parameter, EditorRequired]
    public ListedFinding Finding { get; set; } = default!;

    /// <summary>The published version it was read from.</summary>
    [Parameter]
    public int? Version { get; set; }

    /// <summary>Decided about, and not published yet.</summary>
    [Parameter]
    public bool IsDecided { get; set; }

    /// <summary>Something was decided.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<ListedFinding>> OnDecided { get; set; }

    [Inject]
    private ReportQueries Reports { get; set; } = default!;

    [Inject]
    private WarehouseWriter Writer { get; set; } = default!;

    [Inject]
    private FindingMarks Marking { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    private MetricKey First => Finding.Metrics.Count > 0 ? new MetricKey(Finding.Metrics[0]) : CompareState.DefaultMetric;

    protected override async Task OnParametersSetAsync()
    {
        if (read == Version && head is not null) return;
        read = Version;
        head = await Reports.HeadAsync(Viewer.Scope, Finding.ReportId, CancellationToken.None);
        if (head is null) return;
        var cells = await Reports.CellsAsync(Viewer.Scope, Finding.ReportId, CancellationToken.None);
        var lines = Finding.Metrics.Select(metric => new MetricKey(metric).Line).ToHashSet(StringComparer.Ordinal);
        // Those it names, then their neighbours on the same lines: one of them may be the wrong one.
        shownCells = cells.Where(cell => lines.Contains(new MetricKey(cell.Metric).Line))
            .OrderByDescending(cell => Finding.Metrics.Contains(cell.Metric)).Take(MostCells).ToList();
        pointed = cells.Where(cell => Finding.Metrics.Contains(cell.Metric)).Select(NameOf).OfType<string>().ToList();
        corrections = (await Reports.CorrectionsAsync(Viewer.Scope, Finding.ReportId, CancellationToken.None))
            .Where(correction => MetricKey.IsKey(correction.Metric) && lines.Contains(new MetricKey(correction.Metric).Line)).ToList();
    }

    private static string? NameOf(ReportCell cell) => CellName.Of(cell.Grid, cell.RowNumber, cell.ColumnNumber, cell.Line);

    private CellKey PlaceOf(ReportCell cell)
    {
        var key = FindingsState.KeyOf(Finding);
        return new CellKey(key.Agency, key.Year, key.Scope, new MetricKey(cell.Metric));
    }

    private void Show(ReportCell cell)
    {
        if (NameOf(cell) is { } name) pointed = [name];
    }

    private async Task SavedAsync()
    {
        edited = null;
        await OnDecided.InvokeAsync([Finding]);
    }

    private Task MarkAsync() => TryAsync(() => Marking.AskAsync([Finding], CancellationToken.None));

    // What was settled by the correction is open again.
    private Task WithdrawAsync(CorrectionEntry correction) => TryAsync(async () =>
    {
        var key = FindingsState.KeyOf(Finding);
        await Writer.WithdrawAsync(new CellKey(key.Agency, key.Year, key.Scope, new MetricKey(correction.Metric)), Viewer.Author, CancellationToken.None);
        if (Finding.State == "corrected") await Writer.MarkFindingsAsync([key], FindingState.Open, T["Finding.WithdrawnReason"], Viewer.Author, CancellationToken.None);
        return true;
    });

    private async Task TryAsync(Func<Task<bool>> decide)
    {
        problem = null;
        try
        {
            if (await decide()) await OnDecided.InvokeAsync([Finding]);
        }
        catch (DecisionRefusedException e)
        {
            problem = e.Message;
        }
    }
}

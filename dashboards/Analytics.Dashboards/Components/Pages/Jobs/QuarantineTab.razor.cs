// Documents that were not loaded, and what people decide about them.
using Analytics.Dashboards.Formatting;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>The quarantine: those that wait for somebody, or those put aside.</summary>
public sealed partial class QuarantineTab
{
    private const int Size = 50;
    private readonly string id = ElementIds.Next("quarantine");
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<DocumentRow> waiting = [];
    private IReadOnlyList<DismissedRow> dismissed = [];
    private List<string>? ids;
    private long total;
    private (JobsState? State, long Count, string Shape) shown = (null, -1, "");
    private string? said;
    private string? run;

    [Parameter, EditorRequired]
    public JobsState State { get; set; } = default!;

    [Parameter, EditorRequired]
    public JobsNow Now { get; set; } = default!;

    [Inject]
    private OperationsStore Store { get; set; } = default!;

    [Inject]
    private JobCenter Jobs { get; set; } = default!;

    [Inject]
    private JobSignal Signal { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (State, Now.Counts.Quarantined, Now.Shape);
        if (shown == wanted) return;
        if (shown.State != State) (said, run) = (null, null);
        shown = wanted;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (State.IsDismissed) (dismissed, waiting) = (await Store.DismissedAsync(CancellationToken.None), []);
        else (waiting, dismissed) = (await Store.QuarantineAsync(Size, (State.Page - 1) * Size, CancellationToken.None), []);
        ids = [.. waiting.Select(row => row.Sha256!), .. dismissed.Select(row => row.Sha256)];
        total = waiting.Count > 0 ? waiting[0].Total : 0;
        chosen.IntersectWith(ids);
    }

    private string Place(DocumentRow row) => string.Join(" · ", new[] { row.Agency, row.Year is { } year ? T["Compare.YearHead", year].Value : null, row.Path, Sizes.Show(row.Bytes) }.OfType<string>());

    private void Choose(string sha256, ChangeEventArgs change)
    {
        if (change.Value is true) chosen.Add(sha256);
        else chosen.Remove(sha256);
    }

    private void ChooseAll(ChangeEventArgs change)
    {
        chosen.Clear();
        if (change.Value is true) chosen.UnionWith(ids!);
    }

    private async Task RetryAsync()
    {
        var count = chosen.Count;
        run = await Jobs.RetryAsync([.. chosen], Viewer.Author, CancellationToken.None);
        said = T["Quarantine.Retried", count];
        chosen.Clear();
    }

    private async Task DismissAsync()
    {
        var hashes = chosen.ToList();
        if (await JobQuestion.AskAsync(Dialogs, T["Quarantine.DismissTitle"], T["Quarantine.DismissText", hashes.Count], T["Quarantine.Dismiss"], T["Quarantine.DismissReason"]) is not { } reason) return;
        foreach (var sha256 in hashes) await Store.DismissAsync(sha256, reason, Viewer.Author, CancellationToken.None);
        await DoneAsync(T["Quarantine.DismissedNow", hashes.Count]);
    }

    private async Task TakeBackAsync()
    {
        var hashes = chosen.ToList();
        await Store.UndismissAsync(hashes, CancellationToken.None);
        await DoneAsync(T["Quarantine.TakenBack", hashes.Count]);
    }

    private async Task DoneAsync(string text)
    {
        (said, run) = (text, null);
        chosen.Clear();
        await LoadAsync();
        Signal.Raise();
    }
}

// One document of the quarantine beside what was read of it: to say who reports, to try again, or to put aside.
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>Shows a document that is not loaded.</summary>
public sealed partial class HeldPage
{
    private HeldRow? held;
    private HeldDocument? document;
    private ReadReport? read;
    private IReadOnlyList<string> cells = [];
    private RunRow? run;
    private LoadedAs? loadedAs;
    private string? told;
    private string? next;
    private string? shown;
    private int? version;

    [Parameter, EditorRequired]
    public string Sha256 { get; set; } = "";

    [Inject]
    private OperationsStore Store { get; set; } = default!;

    [Inject]
    private QualityQueries Quality { get; set; } = default!;

    [Inject]
    private SourceQueries Sources { get; set; } = default!;

    [Inject]
    private PublishedWarehouse Published { get; set; } = default!;

    [Inject]
    private JobCenter Center { get; set; } = default!;

    [Inject]
    private JobSignal Signal { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    private static string Queue => new JobsState(JobsTab.Quarantine, "", false, 1).ToAddress();

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Sha256) return;
        shown = Sha256;
        (held, document, read, cells, run, loadedAs, told, next, version) = (null, null, null, [], null, null, null, null, null);
        await LoadAsync();
    }

    // What was read is seen when it is published; a run that was begun here is followed to its end.
    protected override async Task ChangedAsync()
    {
        if (held is null) return;
        if (run is { IsActive: true } || version != Published.Version) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        // A document that belongs to no region.
        if (!Viewer.Scope.IsCountry) return;
        held = await Store.HeldAsync(Sha256, Leaving);
        if (held is null) return;
        // When it leaves the queue the way on is still known.
        next = held.Next ?? next;
        if (run is not null || held.Status is not DocumentState.Quarantined) run = await Store.RunAsync(held.RunId, Leaving);
        version = Published.Version;
        if (version is null) return;
        document = await Quality.HeldAsync(Viewer.Scope, Sha256, Leaving) ?? document;
        read = ReadReport.Parse(document?.Extracted, Catalog.Catalog.Current);
        loadedAs = (await Sources.LoadedAsAsync(Viewer.Scope, [Sha256], Leaving)).SingleOrDefault();
    }

    private void Choose(string cell) => cells = [cell];

    private async Task FollowAsync(string begun)
    {
        told = null;
        run = await Store.RunAsync(begun, Leaving);
        await LoadAsync();
    }

    private async Task RetryAsync() => await FollowAsync(await Center.RetryAsync([Sha256], Viewer.Author, CancellationToken.None));

    private async Task DismissAsync()
    {
        if (await JobQuestion.AskAsync(Dialogs, T["Quarantine.DismissTitle"], T["Quarantine.DismissText", 1], T["Quarantine.Dismiss"], T["Quarantine.DismissReason"]) is not { } reason) return;
        await Store.DismissAsync(Sha256, reason, Viewer.Author, CancellationToken.None);
        await DoneAsync(T["Quarantine.DismissedNow", 1]);
    }

    private async Task TakeBackAsync()
    {
        await Store.UndismissAsync([Sha256], CancellationToken.None);
        await DoneAsync(T["Quarantine.TakenBack", 1]);
    }

    private async Task DoneAsync(string text)
    {
        told = text;
        await LoadAsync();
        Signal.Raise();
    }
}

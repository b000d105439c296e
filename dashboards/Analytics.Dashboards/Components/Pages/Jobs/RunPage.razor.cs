// One run: its documents and its log, live while it goes on.
using System.Globalization;
using Analytics.Dashboards.Formatting;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>Shows a run.</summary>
public sealed partial class RunPage
{
    private const int Size = 50;
    private const int Lines = 200;
    private const int MostLines = 20_000;
    private RunRow? run;
    private IReadOnlyList<DocumentRow> documents = [];
    private IReadOnlyDictionary<string, LoadedAs> loadedAs = new Dictionary<string, LoadedAs>(StringComparer.Ordinal);
    private IReadOnlyList<LogRow> log = [];
    private bool hasEarlier;
    private string? said;
    private int looksAfterEnd;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "log")]
    private string? LogInAddress { get; set; }

    [Inject]
    private OperationsStore Store { get; set; } = default!;

    [Inject]
    private SourceQueries Sources { get; set; } = default!;

    [Inject]
    private RunActions Actions { get; set; } = default!;

    [Inject]
    private Times Times { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    private RunView View => RunView.Parse(Id, StateInAddress, PageInAddress, LogInAddress);

    protected override Task OnParametersSetAsync() => LoadAsync();

    // The last lines of the log are written a moment after the run has ended.
    protected override Task ChangedAsync()
    {
        const int Enough = 3;
        if (run is null) return Task.CompletedTask;
        looksAfterEnd = run.IsActive || Now.Active.Any(row => row.RunId == Id) ? 0 : looksAfterEnd + 1;
        return looksAfterEnd < Enough ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        run = Now.Active.FirstOrDefault(row => row.RunId == Id) ?? await Store.RunAsync(Id, Leaving);
        if (run is null) return;
        var view = View;
        documents = await Store.DocumentsInAsync(Id, view.Documents, Size, (view.Page - 1) * Size, Leaving);
        var lines = await Store.LogTailAsync(Id, view.IsWholeLog ? MostLines : Lines + 1, Leaving);
        hasEarlier = !view.IsWholeLog && lines.Count > Lines;
        log = hasEarlier ? lines.Skip(1).ToList() : lines;
        await FindReportsAsync();
    }

    // What is loaded is seen by readers when it is published.
    private async Task FindReportsAsync()
    {
        var hashes = documents.Where(document => document.Status is DocumentState.Loaded or DocumentState.Known).Select(document => document.Sha256).OfType<string>()
            .Where(sha256 => !loadedAs.ContainsKey(sha256)).Distinct(StringComparer.Ordinal).ToList();
        if (hashes.Count == 0) return;
        try
        {
            var found = await Sources.LoadedAsAsync(Viewer.Scope, hashes, Leaving);
            loadedAs = loadedAs.Values.Concat(found).ToDictionary(row => row.Sha256, StringComparer.Ordinal);
        }
        catch (NothingPublishedException)
        {
            // Nothing to lead to yet.
        }
    }

    private string Count(string filter) => (filter switch
    {
        "waiting" => run!.Waiting,
        "loaded" => run!.Loaded,
        "known" => run!.Known,
        "quarantined" => run!.Quarantined,
        "unsuccessful" => run!.Failed,
        _ => run!.Documents,
    }).ToString("#,0", CultureInfo.InvariantCulture);

    private async Task RetryAsync() => said = await Actions.RetryAsync(run!);
}

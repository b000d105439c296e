// The compare page: choices on the left, a panel per metric, the table behind. Every choice is in the address.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Compares agencies over metrics and years.</summary>
public sealed partial class ComparePage : IDisposable
{
    private const int Hits = 12;
    private const int MostPeers = 3;
    private static readonly CompareView[] Views = [CompareView.Line, CompareView.Bar, CompareView.Dumbbell, CompareView.Multiples, CompareView.Table];
    private readonly CancellationTokenSource leaving = new();
    private CompareState state = CompareState.Empty;
    private IReadOnlyList<(AgencyEntry Agency, int Colour)> agencies = [];
    private List<EntityKey> unknown = [];
    private IReadOnlyList<AgencyEntry> suggestion = [];
    private IReadOnlyList<PeerEntry> peers = [];
    private IReadOnlyList<ComparePanel> panels = [];
    private IReadOnlyList<int> allYears = [];
    private CompareView shownView;
    private int? version;
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>(StringComparer.Ordinal);
    private bool isNothingPublished;
    private bool isFull;

    [SupplyParameterFromQuery(Name = "e")]
    private string? EntitiesInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "m")]
    private string? MetricsInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? YearsInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "v")]
    private string? ViewInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "t")]
    private string? MeasureInAddress { get; set; }

    [Inject]
    private CompareQueries Queries { get; set; } = default!;

    [Inject]
    private CompareData Data { get; set; } = default!;

    [Inject]
    private MetricSearch Metrics { get; set; } = default!;

    [Inject]
    private EntityColours Colours { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private MetricNames Names { get; set; } = default!;

    [Inject]
    private Measures Measures { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private SourceOpener Sources { get; set; } = default!;

    private int? FirstYear => state.FirstYear ?? allYears.Cast<int?>().FirstOrDefault();

    private int? LastYear => state.LastYear ?? allYears.Cast<int?>().LastOrDefault();

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        state = CompareState.Parse(EntitiesInAddress, MetricsInAddress, YearsInAddress, ViewInAddress, MeasureInAddress);
        isFull = false;
        try
        {
            var result = await Data.LoadAsync(Viewer.Scope, state, Colours, leaving.Token);
            (agencies, panels, allYears, version) = (result.Agencies, result.Panels, result.AllYears, result.Version);
            unknown = result.Unknown;
            names = ComparePanels.Names(agencies.Select(entry => entry.Agency).ToList());
            shownView = CompareCharts.Resolve(state.View, panels);
            peers = await PeersAsync();
            if (state.Entities.Count == 0) suggestion = await Data.SuggestAsync(Viewer.Scope, leaving.Token);
            isNothingPublished = false;
        }
        catch (NothingPublishedException)
        {
            isNothingPublished = true;
            panels = [];
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    // Agencies like the first one chosen, by the requests they received in the last year it has.
    private async Task<IReadOnlyList<PeerEntry>> PeersAsync()
    {
        if (agencies.Count == 0 || agencies.Count >= CompareState.MostEntities || agencies[0].Agency.Years is not [.., var year]) return [];
        var found = await Queries.PeersAsync(Viewer.Scope, agencies[0].Agency.Code, CompareState.DefaultMetric, new ReportYear(year), MostPeers + CompareState.MostEntities, leaving.Token);
        return found.Where(peer => agencies.All(entry => entry.Agency.Code != peer.Code)).Take(MostPeers).ToList();
    }

    private async Task<IReadOnlyList<EntityHit>> FindEntitiesAsync(string text, CancellationToken cancellation)
    {
        var regions = text.Trim().Length == 0 ? [] : await Queries.FindRegionsAsync(Viewer.Scope, text, 4, cancellation);
        var found = await Queries.FindAgenciesAsync(Viewer.Scope, text, Hits, cancellation);
        return
        [
            .. regions.Select(region => new EntityHit(new EntityKey(true, region.Code), region.Name, T["Compare.RegionDetail", region.Path, region.Agencies])),
            .. found.Select(agency => new EntityHit(new EntityKey(false, agency.Code), agency.ShortName, T["Compare.AgencyDetail", agency.RegionPath ?? "", YearSpan.Of(agency.Years)])),
        ];
    }

    private Task<IReadOnlyList<MetricHit>> FindMetricsAsync(string text, CancellationToken cancellation) => Task.FromResult(Metrics.Find(text, Hits));

    private void AddEntity(EntityHit hit)
    {
        isFull = state.Entities.Count >= CompareState.MostEntities && !state.Entities.Contains(hit.Key);
        if (!isFull) Go(state with { Entities = [.. state.Entities.Where(entity => entity != hit.Key), hit.Key] });
    }

    private void AddAgency(string code) => Go(state with { Entities = [.. state.Entities, new EntityKey(false, code)] });

    private void Toggle(EntityKey key)
    {
        if (agencies.FirstOrDefault(entry => entry.Agency.Code == key.Code).Agency is { } agency) RemoveAgency(agency);
        else AddAgency(key.Code);
    }

    private Task BrowseAsync() => Dialogs.OpenSideAsync<EntityTree>(T["Tree.Title"], new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(EntityTree.Chosen)] = agencies.Select(entry => entry.Agency.Code).ToList(),
        [nameof(EntityTree.Most)] = CompareState.MostEntities,
        [nameof(EntityTree.OnToggle)] = EventCallback.Factory.Create<EntityKey>(this, Toggle),
    }, new SideDialogOptions { Position = DialogPosition.Left, Width = "min(440px, 100vw)", CloseDialogOnOverlayClick = true, ShowMask = true });

    private Task ShowEmbedAsync() => Dialogs.OpenAsync<EmbedCode>(T["Embed.Title"], new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(EmbedCode.Query)] = state.ToQuery() },
        new DialogOptions { Width = "min(560px, 96vw)" });

    // A region may stand for the agency too, so the others are then chosen each in its own right.
    private void RemoveAgency(AgencyEntry agency)
    {
        var others = state.Entities.Any(entity => entity.IsRegion)
            ? agencies.Select(entry => new EntityKey(false, entry.Agency.Code)).Concat(unknown)
            : state.Entities;
        Go(state with { Entities = others.Where(entity => entity != new EntityKey(false, agency.Code)).ToList() });
    }

    private void RemoveEntity(EntityKey entity) => Go(state with { Entities = state.Entities.Where(other => other != entity).ToList() });

    private void AddMetric(MetricHit hit)
    {
        isFull = state.Metrics.Count >= CompareState.MostMetrics && !state.Metrics.Contains(hit.Key);
        if (!isFull) Go(state with { Metrics = [.. state.Metrics.Where(metric => metric != hit.Key), hit.Key] });
    }

    private void RemoveMetric(MetricKey metric) => Go(state with { Metrics = state.Metrics.Where(other => other != metric).ToList() });

    private void SetFirstYear(ChangeEventArgs change)
    {
        var year = int.Parse(change.Value!.ToString()!, CultureInfo.InvariantCulture);
        Go(state with { FirstYear = year, LastYear = Math.Max(year, LastYear ?? year) });
    }

    private void SetLastYear(ChangeEventArgs change)
    {
        var year = int.Parse(change.Value!.ToString()!, CultureInfo.InvariantCulture);
        Go(state with { FirstYear = Math.Min(year, FirstYear ?? year), LastYear = year });
    }

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private void ShowSuggestion() => Go(state with { Entities = suggestion.Select(agency => new EntityKey(false, agency.Code)).ToList() });

    // Kept at once: a second choice may be made before the address has come back as parameters.
    private void Go(CompareState next)
    {
        state = next;
        Navigation.NavigateTo("compare" + next.ToQuery(), replace: true);
    }
}

/// <summary>An agency or region found by a search.</summary>
public sealed record EntityHit(EntityKey Key, string Name, string Detail);

// The compare page: choices on the left, a panel per metric, the table behind. Every choice is in the address.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Compares agencies over metrics and years.</summary>
public sealed partial class ComparePage : IDisposable
{
    private const int Hits = 12;
    private readonly CancellationTokenSource leaving = new();
    private CompareState state = new([], [CompareState.DefaultMetric], null, null, CompareView.Auto);
    private IReadOnlyList<(AgencyEntry Agency, int Colour)> agencies = [];
    private List<EntityKey> unknown = [];
    private IReadOnlyList<AgencyEntry> suggestion = [];
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
        state = CompareState.Parse(EntitiesInAddress, MetricsInAddress, YearsInAddress, ViewInAddress);
        isFull = false;
        try
        {
            var result = await Data.LoadAsync(Viewer.Scope, state, Colours, leaving.Token);
            (agencies, panels, allYears, version) = (result.Agencies, result.Panels, result.AllYears, result.Version);
            unknown = result.Unknown;
            names = ComparePanels.Names(agencies.Select(entry => entry.Agency).ToList());
            shownView = CompareCharts.Resolve(state.View, panels);
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

    private async Task<IReadOnlyList<EntityHit>> FindEntitiesAsync(string text, CancellationToken cancellation)
    {
        var regions = text.Trim().Length == 0 ? [] : await Queries.FindRegionsAsync(Viewer.Scope, text, 4, cancellation);
        var found = await Queries.FindAgenciesAsync(Viewer.Scope, text, Hits, cancellation);
        return
        [
            .. regions.Select(region => new EntityHit(new EntityKey(true, region.Code), region.Name, T["Compare.RegionDetail", region.Path, region.Agencies])),
            .. found.Select(agency => new EntityHit(new EntityKey(false, agency.Code), agency.ShortName, T["Compare.AgencyDetail", agency.RegionPath ?? "", Span(agency.Years)])),
        ];
    }

    private static string Span(List<short> years) => years.Count switch
    {
        0 => "",
        1 => years[0].ToString(CultureInfo.InvariantCulture),
        _ => $"{years[0]}–{years[^1]}",
    };

    private Task<IReadOnlyList<MetricHit>> FindMetricsAsync(string text, CancellationToken cancellation) => Task.FromResult(Metrics.Find(text, Hits));

    private void AddEntity(EntityHit hit)
    {
        isFull = state.Entities.Count >= CompareState.MostEntities && !state.Entities.Contains(hit.Key);
        if (!isFull) Go(state with { Entities = [.. state.Entities.Where(entity => entity != hit.Key), hit.Key] });
    }

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

    private void SetView(CompareView view) => Go(state with { View = view });

    private string Pressed(CompareView view) => shownView == view ? "true" : "false";

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

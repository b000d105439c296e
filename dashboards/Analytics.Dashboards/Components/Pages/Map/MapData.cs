// Gathers what the map and its download show, so that both ask the same queries.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Map;

/// <summary>All of the page.</summary>
/// <param name="Metric">As it is called.</param>
/// <param name="Note">What a reader must know before comparing; may be empty.</param>
/// <param name="IsSum">Whether values are sums: not those of rates.</param>
/// <param name="Exists">Whether the year's form has the metric.</param>
/// <param name="Parts">Of the region that is looked into; of the country with those that there is nothing of.</param>
/// <param name="Tiles">The provinces.</param>
/// <param name="Path">From the province down to the region that is looked into; empty for the country.</param>
/// <param name="GroupName">Level and sector in words; empty for all.</param>
public sealed record MapResult(
    string Metric, string Unit, string Note, bool IsSum, ReportScope Scope, int Year, bool Exists, IReadOnlyList<int> AllYears, IReadOnlyList<MapPart> Parts,
    IReadOnlyList<MapTile> Tiles, IReadOnlyList<(RegionCode Code, string Name)> Path, string GroupName, int? Version)
{
    public Shades Shades { get; } = new(Tiles.Select(tile => tile.Part.Value).OfType<decimal>());
}

/// <summary>Loads maps.</summary>
public sealed class MapData(
    MapQueries queries, Defaults defaults, PublishedWarehouse warehouse, GroupNames groupNames, ComparePanels panels, MetricNames labels, Catalog.Catalog catalog, IStringLocalizer<Texts> texts)
{
    /// <summary>Null where there are no reports.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<MapResult?> LoadAsync(Scope scope, MapState state, CancellationToken cancellation)
    {
        var version = warehouse.Version;
        var years = await defaults.YearsAsync(scope, cancellation);
        if (years.Count == 0) return null;
        var year = Math.Clamp(state.Year ?? years.Where(candidate => panels.Exists(state.Metric, candidate)).DefaultIfEmpty(years[^1]).Last(), years[0], years[^1]);
        var country = state.Into(RegionCode.Country).Group.Group;
        // Told by the country, so that looking into a province does not change whose figures are shown.
        var reportScope = state.Scope ?? await defaults.ScopeAsync(scope, country, state.Metric, year, cancellation);
        var isSum = catalog.DerivedMetrics.FirstOrDefault(metric => metric.Key == state.Metric) is not { IsRate: true };

        var provincesTask = PartsAsync(scope, country, state.Metric, reportScope, year, isSum, texts["Map.NoProvince"], cancellation);
        var own = state.Group.Region == RegionCode.Country ? provincesTask
            : PartsAsync(scope, state.Group.Group, state.Metric, reportScope, year, isSum, OwnName(state.Group.Region), cancellation);
        await Task.WhenAll(provincesTask, own);
        var tiles = MapParts.Tiles(await provincesTask, catalog.ProvinceTiles, catalog.Regions);
        var parts = state.Group.Region == RegionCode.Country
            ? [.. await own, .. tiles.Select(tile => tile.Part).Where(part => part.State == MapPartState.NotHere)]
            : await own;
        return new MapResult(
            labels.Of(state.Metric), labels.UnitOf(state.Metric), labels.NoteOf(state.Metric), isSum, reportScope, year, panels.Exists(state.Metric, year), years, parts, tiles,
            catalog.Regions.Line(state.Group.Region).Select(region => (region.Code, region.Name)).ToList(), groupNames.OfKind(state.Group), version);
    }

    private async Task<IReadOnlyList<MapPart>> PartsAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, int year, bool isSum, string ownName, CancellationToken cancellation)
    {
        var spreads = queries.RegionsAsync(scope, group, metric, reportScope, new ReportYear(year), cancellation);
        var coverages = queries.CoverageAsync(scope, group, reportScope, new ReportYear(year), cancellation);
        await Task.WhenAll(spreads, coverages);
        return MapParts.Of(group.Region, isSum, ownName, await spreads, await coverages);
    }

    private string OwnName(RegionCode region) => texts["Map.Itself", catalog.Regions.Find(region)?.Name ?? region.Value];
}

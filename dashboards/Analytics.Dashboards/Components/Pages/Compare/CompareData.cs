// Gathers what the compare page and its download show, so that both ask the same queries.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>All of a comparison.</summary>
/// <param name="Agencies">Chosen, regions unfolded, each with its colour.</param>
/// <param name="Unknown">Choices that nobody stands behind.</param>
/// <param name="Panels">One per metric.</param>
/// <param name="AllYears">Years there are reports of.</param>
/// <param name="Version">Published version.</param>
public sealed record CompareResult(
    IReadOnlyList<(AgencyEntry Agency, int Colour)> Agencies, List<EntityKey> Unknown, IReadOnlyList<ComparePanel> Panels,
    IReadOnlyList<int> AllYears, int? Version);

/// <summary>Loads comparisons.</summary>
public sealed class CompareData(CompareQueries queries, PublishedWarehouse warehouse, ComparePanels builder)
{
    private const int MostOfRegion = 8;

    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<CompareResult> LoadAsync(Scope scope, CompareState state, EntityColours colours, CancellationToken cancellation)
    {
        var extent = await queries.ExtentAsync(scope, cancellation);
        var allYears = extent.FirstYear is { } first ? Enumerable.Range(first, extent.LastYear!.Value - first + 1).ToList() : [];
        var (agencies, unknown) = await AgenciesAsync(scope, state.Entities, cancellation);
        var coloured = agencies.Select(agency => (agency, colours.Of(agency.Code))).ToList();
        if (agencies.Count == 0 || allYears.Count == 0) return new CompareResult(coloured, unknown, [], allYears, warehouse.Version);
        var from = state.FirstYear ?? Math.Min(allYears[0], state.LastYear ?? allYears[0]);
        var to = state.LastYear ?? Math.Max(allYears[^1], from);
        var years = Enumerable.Range(from, to - from + 1).ToList();
        var codes = agencies.Select(agency => agency.Code).ToList();
        var values = await queries.ValuesAsync(scope, codes, state.Metrics, years[0], years[^1], cancellation);
        var changes = await queries.RegionChangesAsync(scope, codes, years[0], years[^1], cancellation);
        return new CompareResult(coloured, unknown, state.Metrics.Select(metric => builder.Build(metric, coloured, years, values, changes)).ToList(), allYears, warehouse.Version);
    }

    /// <summary>Two agencies to begin with: of one sector, level and year, in different provinces, where there are such.</summary>
    public async Task<IReadOnlyList<AgencyEntry>> SuggestAsync(Scope scope, CancellationToken cancellation)
    {
        var all = await queries.FindAgenciesAsync(scope, "", 50, cancellation);
        var pairs = from one in all
                    from other in all
                    where string.CompareOrdinal(one.Code, other.Code) < 0 && one.Sector == other.Sector && one.RegionLevel == other.RegionLevel
                        && one.RegionPath?.Split('/')[0] != other.RegionPath?.Split('/')[0]
                        && one.Years.Intersect(other.Years).Any()
                    select new[] { other, one };
        return pairs.MinBy(pair => pair[1].Code + pair[0].Code, StringComparer.Ordinal) ?? all.Take(2).ToArray();
    }

    private async Task<(List<AgencyEntry> Agencies, List<EntityKey> Unknown)> AgenciesAsync(Scope scope, IReadOnlyList<EntityKey> entities, CancellationToken cancellation)
    {
        var named = (await queries.AgenciesAsync(scope, entities.Where(entity => !entity.IsRegion).Select(entity => entity.Code).ToList(), cancellation))
            .ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var agencies = new List<AgencyEntry>();
        var unknown = new List<EntityKey>();
        foreach (var entity in entities)
        {
            IReadOnlyList<AgencyEntry> found = entity.IsRegion
                ? await queries.OfRegionAsync(scope, new RegionCode(entity.Code), MostOfRegion, cancellation)
                : named.TryGetValue(entity.Code, out var agency) ? [agency] : [];
            if (found.Count == 0) unknown.Add(entity);
            agencies.AddRange(found.Where(candidate => agencies.TrueForAll(known => known.Code != candidate.Code)).Take(CompareState.MostEntities - agencies.Count));
        }
        return (agencies, unknown);
    }
}

// The parts of a region as they may honestly be shown: a value with its coverage, reports without a value that counts,
// nobody's report, or a region that these reports are not about.
using Analytics.Catalog;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Map;

public enum MapPartState
{
    /// <summary>At least one agency's value counts.</summary>
    Value,

    /// <summary>There are reports, and none of their values counts.</summary>
    NothingCounts,

    /// <summary>There are agencies, and none of them has a report of this year and scope.</summary>
    NobodyReported,

    /// <summary>No agency is known there.</summary>
    NotHere,
}

/// <summary>A part of a region.</summary>
/// <param name="Name">In full.</param>
/// <param name="Short">For a tile.</param>
/// <param name="IsOwn">What lies in the region that is looked into and in none of its parts.</param>
/// <param name="HasParts">Whether there is something to look into below it.</param>
/// <param name="Value">The sum of what may be added, the median of rates; null where nothing counts.</param>
/// <param name="OnlyAgency">The one agency whose figure this is, where it is the only one that counts.</param>
public sealed record MapPart(
    RegionCode Code, string Name, string Short, bool IsOwn, bool HasParts, MapPartState State, decimal? Value, decimal? Median, long Counted, string? OnlyAgency,
    GroupCoverage Coverage, LeftOut LeftOut);

/// <summary>A part on the grid.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record MapTile(MapPart Part, int Row, int Column);

/// <summary>Builds parts and tiles.</summary>
public static class MapParts
{
    /// <summary>Columns of tiles.</summary>
    public const int Columns = 7;

    /// <summary>Rows and columns at the upper left that are kept free for the legend.</summary>
    public const int LegendRows = 2, LegendColumns = 3;

    /// <summary>The parts of a region, in order of code, what lies in the region itself first.</summary>
    /// <param name="region">The one that is looked into.</param>
    /// <param name="isSum">Whether values may be added.</param>
    /// <param name="ownName">Name of what lies in the region itself.</param>
    public static IReadOnlyList<MapPart> Of(
        RegionCode region, bool isSum, string ownName, IReadOnlyList<RegionSpread> spreads, IReadOnlyList<RegionCoverage> coverages)
    {
        var byCode = spreads.ToDictionary(spread => spread.Code, StringComparer.Ordinal);
        return coverages.Select(coverage => Of(coverage, byCode.GetValueOrDefault(coverage.Code), coverage.Code == region.Value ? ownName : null, isSum))
            .OrderByDescending(part => part.IsOwn).ToList();
    }

    /// <summary>Tiles where the provinces lie, all of them; of regions that are on no grid, in their order.</summary>
    /// <param name="parts">Of the country.</param>
    /// <param name="grid">Places of the provinces.</param>
    /// <param name="regions">Names of those that there is nothing of.</param>
    public static IReadOnlyList<MapTile> Tiles(IReadOnlyList<MapPart> parts, IReadOnlyList<RegionTile> grid, Gazetteer regions)
    {
        var shown = parts.Where(part => !part.IsOwn).ToDictionary(part => part.Code);
        if (shown.Keys.Any(code => grid.All(tile => tile.Code != code)))
            return shown.Values.Zip(Places(), (part, place) => new MapTile(part, place.Row, place.Column)).ToList();
        return grid.OrderBy(tile => tile.Row).ThenBy(tile => tile.Column)
            .Select(tile => new MapTile(shown.GetValueOrDefault(tile.Code) ?? NotHere(regions.Find(tile.Code)!), tile.Row, tile.Column)).ToList();
    }

    /// <summary>In the order asked for; those without a value last.</summary>
    public static IEnumerable<MapPart> Sorted(IEnumerable<MapPart> parts, MapColumn by, bool isDescending)
    {
        Func<MapPart, decimal?> key = by switch
        {
            MapColumn.Value => part => part.Value,
            MapColumn.Counted => part => part.State == MapPartState.NotHere ? null : part.Counted,
            MapColumn.Coverage => part => (decimal?)part.Coverage.Share,
            _ => _ => null,
        };
        if (by == MapColumn.Region) return isDescending ? parts.Reverse() : parts;
        var ordered = parts.OrderBy(part => key(part) is null);
        return isDescending ? ordered.ThenByDescending(key) : ordered.ThenBy(key);
    }

    private static MapPart Of(RegionCoverage coverage, RegionSpread? spread, string? ownName, bool isSum)
    {
        var state = spread?.Counted > 0 ? MapPartState.Value : coverage.Reported > 0 ? MapPartState.NothingCounts : MapPartState.NobodyReported;
        return new MapPart(
            new RegionCode(coverage.Code), ownName ?? coverage.Name, ownName ?? coverage.Short, ownName is not null, ownName is null && coverage.Level != "county", state,
            isSum ? spread?.Total : spread?.Median, spread?.Median, spread?.Counted ?? 0, spread?.OnlyAgency, new GroupCoverage(coverage.Reported, coverage.Expected, coverage.Missing),
            spread is null ? default : new LeftOut(spread.Disputed, spread.NoUnit, spread.Small, spread.NoNumber));
    }

    private static MapPart NotHere(Region region) =>
        new(region.Code, region.Name, region.Short, false, false, MapPartState.NotHere, null, null, 0, null, default, default);

    // Row by row, around the legend.
    private static IEnumerable<(int Row, int Column)> Places() =>
        from row in Enumerable.Range(1, 100)
        from column in Enumerable.Range(1, Columns)
        where row > LegendRows || column > LegendColumns
        select (row, column);
}

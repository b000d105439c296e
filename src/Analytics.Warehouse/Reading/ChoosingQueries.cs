// The questions of pickers: regions as a tree, and the agencies in them.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>A part of a region in a tree.</summary>
/// <param name="Level">province, prefecture or county.</param>
/// <param name="Agencies">In it and below, known by report or roster.</param>
/// <param name="Reporting">Of those, the ones with a report of any year.</param>
/// <param name="HasParts">Whether some of them sit in regions below it.</param>
public sealed record RegionPart(string Code, string Name, string Level, long Agencies, long Reporting, bool HasParts);

/// <summary>A region's name today.</summary>
public sealed record RegionName(string Code, string Name, string Path, string Level);

/// <summary>Queries of the pickers; each takes the asker's scope.</summary>
public sealed class ChoosingQueries(PublishedWarehouse warehouse)
{
    /// <summary>The regions one step below; those of the country are the provinces.</summary>
    public Task<IReadOnlyList<RegionPart>> PartsAsync(Scope scope, RegionCode region, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionPart>("queries/choosing/Parts", scope, new SqlParameters { ["region"] = region.Value }, cancellation);

    /// <summary>Regions by name or pinyin in which, or below which, there are agencies; a province whose own bodies are not known too.</summary>
    public Task<IReadOnlyList<RegionEntry>> FindAsync(Scope scope, string text, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionEntry>("queries/choosing/Find", scope, new SqlParameters { ["text"] = text.Trim().ToLowerInvariant(), ["limit"] = limit }, cancellation);

    /// <summary>The agencies that sit directly in a region, not in those below it.</summary>
    public Task<IReadOnlyList<AgencyEntry>> InsideAsync(Scope scope, RegionCode region, CancellationToken cancellation) =>
        warehouse.QueryAsync<AgencyEntry>("queries/choosing/Inside", scope, new SqlParameters { ["region"] = region.Value }, cancellation);

    /// <summary>Null where there is no such region in scope.</summary>
    public async Task<RegionName?> RegionAsync(Scope scope, RegionCode region, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<RegionName>("queries/choosing/Region", scope, new SqlParameters { ["region"] = region.Value }, cancellation)).SingleOrDefault();
}

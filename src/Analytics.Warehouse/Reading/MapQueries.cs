// The questions of the map.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>A part of a region by one metric.</summary>
/// <param name="Code">Of the part; of the region itself for what lies in none of its parts.</param>
/// <param name="Total">Sum over the agencies that count; null for rates.</param>
/// <param name="OnlyAgency">The agency's name where it is the only one that counts: the figure is its own, not the region's.</param>
public sealed record RegionSpread(
    string Code, long Counted, decimal? Total, decimal? Median, long Disputed, long NoUnit, long Small, long NoNumber, string? OnlyAgency);

/// <summary>Who reported in a part of a region.</summary>
/// <param name="Expected">Null where no roster is known.</param>
/// <param name="Missing">Expected ones without any report.</param>
public sealed record RegionCoverage(string Code, string Name, string Short, string Level, long Reported, long? Expected, long? Missing);

/// <summary>Queries of the map; each takes the asker's scope and is of one scope of report.</summary>
public sealed class MapQueries(PublishedWarehouse warehouse)
{
    /// <summary>The parts with values; those of the country are the provinces.</summary>
    public Task<IReadOnlyList<RegionSpread>> RegionsAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear year, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionSpread>("queries/map/Regions", scope, group.Parameters.With(metric).With(reportScope).With(year), cancellation);

    /// <summary>The parts with agencies, in order of code.</summary>
    public Task<IReadOnlyList<RegionCoverage>> CoverageAsync(Scope scope, AgencyGroup group, ReportScope reportScope, ReportYear year, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionCoverage>("queries/map/Coverage", scope, group.Parameters.With(reportScope).With(year), cancellation);
}

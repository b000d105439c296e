// The questions of the compare page.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>One value of one agency, metric and year.</summary>
public sealed record SeriesValue
{
    /// <summary>Code of the agency.</summary>
    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    public required string Metric { get; init; }

    public short Year { get; init; }

    /// <summary>own, level or territory: never added together.</summary>
    public required string Scope { get; init; }

    public int ReportId { get; init; }

    /// <summary>Form of the table it was printed in.</summary>
    public string? Form { get; init; }

    /// <summary>number, blank, unread; of derived metrics also incomplete (a term is no number) and undefined (nothing to divide by).</summary>
    public required string State { get; init; }

    public decimal? Value { get; init; }

    /// <summary>Of rates.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Named by an open error finding, or derived from such a value.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>False: an amount without a printed unit.</summary>
    public bool HasUnit { get; init; }

    /// <summary>A person's value stands in the place of the printed one.</summary>
    public bool IsCorrected { get; init; }
}

/// <summary>An agency as a person picks it.</summary>
public sealed record AgencyEntry
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public string? Sector { get; init; }

    public string? RegionCode { get; init; }

    public string? RegionName { get; init; }

    /// <summary>浙江省/杭州市/拱墅区.</summary>
    public string? RegionPath { get; init; }

    /// <summary>province, prefecture or county.</summary>
    public string? RegionLevel { get; init; }

    /// <summary>Years with a report.</summary>
    public required List<short> Years { get; init; }

    public bool IsGovernment { get; init; }
}

/// <summary>An agency like another.</summary>
/// <param name="Size">By the metric that sizes are told by.</param>
/// <param name="OwnSize">The same of the agency it is like.</param>
public sealed record PeerEntry(string Code, string ShortName, string? RegionPath, decimal Size, decimal OwnSize);

/// <summary>A region in which somebody reports.</summary>
public sealed record RegionEntry(string Code, string Name, string Path, long Agencies);

/// <summary>A dated change of a region that an agency reports for.</summary>
public sealed record RegionChange(string Agency, DateOnly Date, string Kind, string Note);

/// <summary>What there is in a scope.</summary>
public sealed record Extent(short? FirstYear, short? LastYear, long Reports, long Agencies);

/// <summary>Queries of the compare page; each takes the asker's scope.</summary>
public sealed class CompareQueries(PublishedWarehouse warehouse)
{
    public Task<IReadOnlyList<SeriesValue>> ValuesAsync(
        Scope scope, IReadOnlyList<string> agencies, IReadOnlyList<MetricKey> metrics, int firstYear, int lastYear, CancellationToken cancellation) =>
        warehouse.QueryAsync<SeriesValue>("queries/compare/Values", scope, new SqlParameters
        {
            ["agencies"] = agencies.ToList(),
            ["metrics"] = metrics.Select(metric => metric.Value).ToList(),
            ["first_year"] = firstYear,
            ["last_year"] = lastYear,
        }, cancellation);

    /// <summary>Agencies whose name, region or pinyin contains the text, the best first.</summary>
    public Task<IReadOnlyList<AgencyEntry>> FindAgenciesAsync(Scope scope, string text, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<AgencyEntry>("queries/compare/Entities", scope, new SqlParameters { ["text"] = text.Trim().ToLowerInvariant(), ["limit"] = limit }, cancellation);

    /// <summary>Regions with reports whose name or pinyin contains the text.</summary>
    public Task<IReadOnlyList<RegionEntry>> FindRegionsAsync(Scope scope, string text, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionEntry>("queries/compare/Regions", scope, new SqlParameters { ["text"] = text.Trim().ToLowerInvariant(), ["limit"] = limit }, cancellation);

    public Task<IReadOnlyList<AgencyEntry>> AgenciesAsync(Scope scope, IReadOnlyList<string> codes, CancellationToken cancellation) =>
        warehouse.QueryAsync<AgencyEntry>("queries/compare/Agencies", scope, new SqlParameters { ["codes"] = codes.ToList() }, cancellation);

    /// <summary>Who speaks for a region: its government where that reports, else the agencies that sit directly in it.</summary>
    public Task<IReadOnlyList<AgencyEntry>> OfRegionAsync(Scope scope, RegionCode region, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<AgencyEntry>("queries/compare/OfRegion", scope, new SqlParameters { ["region"] = region.Value, ["limit"] = limit }, cancellation);

    public Task<IReadOnlyList<RegionChange>> RegionChangesAsync(Scope scope, IReadOnlyList<string> agencies, int firstYear, int lastYear, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionChange>("queries/compare/Events", scope, new SqlParameters
        {
            ["agencies"] = agencies.ToList(),
            ["first_year"] = firstYear,
            ["last_year"] = lastYear,
        }, cancellation);

    /// <summary>Agencies of the same level and sector, the nearest in size first.</summary>
    /// <param name="size">Metric that tells the size, such as requests received.</param>
    public Task<IReadOnlyList<PeerEntry>> PeersAsync(Scope scope, string agency, MetricKey size, ReportYear year, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<PeerEntry>("queries/compare/Peers", scope, new SqlParameters { ["agency"] = agency, ["limit"] = limit }.With(size).With(year), cancellation);

    public async Task<Extent> ExtentAsync(Scope scope, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<Extent>("queries/compare/Years", scope, new SqlParameters(), cancellation))[0];
}

// The questions of the overview.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>A metric in one year and scope of report, with its change on the year before.</summary>
/// <param name="ReportScope">own, level or territory: never added together.</param>
/// <param name="Counted">Agencies whose values are in the sum.</param>
/// <param name="Total">The sum; null for rates, and where no value counts.</param>
/// <param name="Disputed">Left out: disputed.</param>
/// <param name="NoUnit">Left out: an amount without a printed unit.</param>
/// <param name="NoNumber">Left out: blank, unread or not computable.</param>
/// <param name="Paired">Agencies whose values count in both years: only they tell the change.</param>
/// <param name="PairedNow">Their sum this year.</param>
/// <param name="PairedBefore">Their sum the year before.</param>
/// <param name="Median">Of a rate, which is not added; null for all else.</param>
/// <param name="PairedMedian">Of a rate: that of the paired agencies this year.</param>
/// <param name="PairedMedianBefore">Of a rate: that of the paired agencies the year before.</param>
public sealed record KpiTile(
    string ReportScope, long Counted, decimal? Total, long Disputed, long NoUnit, long NoNumber, long Paired, decimal? PairedNow, decimal? PairedBefore,
    decimal? Median = null, decimal? PairedMedian = null, decimal? PairedMedianBefore = null)
{
    /// <summary>Relative change between the paired agencies; null where there is none to tell.</summary>
    public decimal? Change => PairedBefore is > 0 ? PairedNow / PairedBefore - 1 : null;
}

/// <summary>An agency that is late with a report.</summary>
/// <param name="Agency">Code.</param>
/// <param name="DueOn">31 January, for governments 31 March, of the year after the report year.</param>
/// <param name="Published">When it came; null: not yet.</param>
/// <param name="IsMissing">There is no report.</param>
/// <param name="DaysLate">Until it came, or until today.</param>
/// <param name="Total">Late agencies in all.</param>
public sealed record LateAgency(
    string Agency, string AgencyName, string? RegionPath, bool IsGovernment, DateOnly DueOn, DateOnly? Published, bool IsMissing, int DaysLate, long Total);

/// <summary>A value that changed much on the year before.</summary>
/// <param name="IsOtherForm">The two were printed on different forms.</param>
/// <param name="IsOtherRegion">The region's territory changed in between.</param>
public sealed record Mover(string Agency, string AgencyName, int ReportId, decimal Value, decimal ValueBefore, decimal Change, bool IsOtherForm, bool IsOtherRegion);

/// <summary>Open findings of one severity.</summary>
public sealed record SeverityCount(string Severity, long Findings, long Reports, long Agencies);

/// <summary>Documents taken in together.</summary>
/// <param name="LoadedAt">UTC.</param>
/// <param name="Documents">Loaded.</param>
/// <param name="Quarantined">Seen by those who see the country: they belong to no region.</param>
public sealed record LoadEntry(DateTime LoadedAt, long Documents, long Reports, long Agencies, long Quarantined);

/// <summary>Queries of the overview; each takes the asker's scope.</summary>
public sealed class OverviewQueries(PublishedWarehouse warehouse)
{
    /// <summary>One row per scope of report.</summary>
    public Task<IReadOnlyList<KpiTile>> TileAsync(Scope scope, AgencyGroup group, MetricKey metric, ReportYear year, CancellationToken cancellation) =>
        warehouse.QueryAsync<KpiTile>("queries/overview/Tile", scope, group.Parameters.With(metric).With(year), cancellation);

    /// <summary>Those without a report first, then by days.</summary>
    /// <param name="today">In the agencies' own time zone.</param>
    public Task<IReadOnlyList<LateAgency>> LateAsync(Scope scope, AgencyGroup group, ReportYear year, DateOnly today, ListPage page, CancellationToken cancellation) =>
        warehouse.QueryAsync<LateAgency>("queries/overview/Late", scope, group.Parameters.With(year).With("today", today).With(page), cancellation);

    public Task<IReadOnlyList<Mover>> MoversAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear year, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<Mover>("queries/overview/Movers", scope, group.Parameters.With(metric).With(reportScope).With(year).With("limit", limit), cancellation);

    public Task<IReadOnlyList<SeverityCount>> FindingsAsync(Scope scope, AgencyGroup group, CancellationToken cancellation) =>
        warehouse.QueryAsync<SeverityCount>("queries/overview/Findings", scope, group.Parameters, cancellation);

    public Task<IReadOnlyList<LoadEntry>> LoadsAsync(Scope scope, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<LoadEntry>("queries/overview/Loads", scope, new SqlParameters { ["limit"] = limit }, cancellation);
}

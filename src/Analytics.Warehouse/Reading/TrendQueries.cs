// The questions of the trends page: one metric over years.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>How the values of a group lie in one year.</summary>
/// <param name="Counted">Agencies whose values count.</param>
/// <param name="Total">Their sum; null for rates.</param>
/// <param name="Disputed">Left out: disputed.</param>
/// <param name="NoUnit">Left out: an amount without a printed unit.</param>
/// <param name="Small">Left out: a rate below its least denominator.</param>
/// <param name="NoNumber">Left out: blank, unread or not computable.</param>
public sealed record GroupSpread(
    short Year, long Counted, decimal? Total, decimal? Least, decimal? LowerQuartile, decimal? Median, decimal? UpperQuartile, decimal? Greatest,
    long Disputed, long NoUnit, long Small, long NoNumber);

/// <summary>Change of a group between two years, told by the agencies whose values count in both.</summary>
/// <param name="YearlyGrowth">Relative, per year; null for rates and where the first sum is 0.</param>
/// <param name="MedianChange">In the metric's unit; of rates the only change there is.</param>
/// <param name="OtherForm">Pairs that were printed on different forms.</param>
public sealed record GroupGrowth(
    short FromYear, short ToYear, long Paired, decimal? TotalBefore, decimal? Total, decimal? YearlyGrowth, decimal? MedianChange, long OtherForm);

/// <summary>One year of one agency's line.</summary>
/// <param name="LeftOut">Why it does not count; null where it does.</param>
/// <param name="Change">On the year before; null where one of the two does not count.</param>
/// <param name="Growth">The same, relative.</param>
/// <param name="CompoundGrowth">Relative, per year, since the first value that counts.</param>
/// <param name="IsOtherForm">Printed on another form than the value before.</param>
public sealed record LinePoint(
    string Agency, string AgencyName, short Year, int ReportId, string? Form, string State, decimal? Value, decimal? Denominator, bool IsDisputed, bool HasUnit,
    bool IsCorrected, string? LeftOut, decimal? Change, decimal? Growth, decimal? CompoundGrowth, bool IsOtherForm);

/// <summary>A rate over several years.</summary>
/// <param name="Years">Years with a report, at most three.</param>
/// <param name="Value">Numerators over denominators; null where it may not be pooled.</param>
/// <param name="LeftOut">disputed, no_unit, incomplete, undefined, or small where three years are not enough either; null where it counts.</param>
public sealed record PooledRate(string Agency, short FirstYear, short LastYear, long Years, decimal? Numerator, decimal? Denominator, decimal? Value, string? LeftOut);

/// <summary>Queries of the trends page; each takes the asker's scope and is of one scope of report.</summary>
public sealed class TrendQueries(PublishedWarehouse warehouse)
{
    /// <summary>One row per year with reports. Its coverage: <see cref="CoverageQueries.YearsAsync"/>.</summary>
    public Task<IReadOnlyList<GroupSpread>> SpreadAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear first, ReportYear last, CancellationToken cancellation) =>
        warehouse.QueryAsync<GroupSpread>("queries/trends/Spread", scope, group.Parameters.With(metric).With(reportScope).With(first, last), cancellation);

    /// <summary>Each year against the one before, and the last against the first.</summary>
    public Task<IReadOnlyList<GroupGrowth>> GrowthAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear first, ReportYear last, CancellationToken cancellation) =>
        warehouse.QueryAsync<GroupGrowth>("queries/trends/Growth", scope, group.Parameters.With(metric).With(reportScope).With(first, last), cancellation);

    /// <summary>Lines of chosen agencies; sparklines too.</summary>
    public Task<IReadOnlyList<LinePoint>> LinesAsync(
        Scope scope, IReadOnlyList<string> agencies, MetricKey metric, ReportScope reportScope, ReportYear first, ReportYear last, CancellationToken cancellation) =>
        warehouse.QueryAsync<LinePoint>("queries/trends/Lines", scope, new SqlParameters { ["agencies"] = agencies.ToList() }.With(metric).With(reportScope).With(first, last), cancellation);

    /// <summary>A rate over the year and the two before it, for denominators too small to rank.</summary>
    public Task<IReadOnlyList<PooledRate>> PooledAsync(
        Scope scope, IReadOnlyList<string> agencies, MetricKey rate, ReportScope reportScope, ReportYear year, CancellationToken cancellation) =>
        warehouse.QueryAsync<PooledRate>("queries/trends/Pooled", scope, new SqlParameters { ["agencies"] = agencies.ToList() }.With(rate).With(reportScope).With(year), cancellation);
}

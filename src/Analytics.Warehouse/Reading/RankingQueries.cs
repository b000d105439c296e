// The questions of the ranking page.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>A line of a league table.</summary>
/// <param name="Rank">Null where the value does not count; equal values share one.</param>
/// <param name="RankBefore">In the year before, null where it had none.</param>
/// <param name="LeftOut">Why it has no rank: disputed, no_unit, small, blank, unread, incomplete or undefined.</param>
/// <param name="IsOtherRegion">The region's territory changed since the year before.</param>
public sealed record RankedAgency(
    string Agency, string AgencyName, string? RegionPath, int ReportId, long? Rank, long? RankBefore, string State, decimal? Value, decimal? ValueBefore,
    decimal? Denominator, string? LeftOut, bool IsCorrected, bool IsOtherRegion)
{
    /// <summary>Places won; negative: lost.</summary>
    public long? PlacesWon => RankBefore - Rank;
}

/// <summary>A rank in one year.</summary>
/// <param name="IsOtherForm">Printed on another form than the value before.</param>
/// <param name="IsOtherRegion">The region's territory changed since the year before.</param>
public sealed record RankPoint(
    string Agency, string AgencyName, short Year, long Rank, decimal Value, int ReportId, bool IsOtherForm, bool IsOtherRegion);

/// <summary>An agency without a report of the year, whatever its scope.</summary>
/// <param name="IsExpected">By the roster; else it is on none and reported in another year.</param>
/// <param name="Total">How many there are of its kind, beyond those in the answer too.</param>
public sealed record MissingAgency(string Agency, string AgencyName, bool IsExpected, long Total);

/// <summary>Queries of the ranking page; each takes the asker's scope and is of one scope of report. How many have a rank and
/// how many not: <see cref="TrendQueries.SpreadAsync"/> of the one year; sparklines: <see cref="TrendQueries.LinesAsync"/>.</summary>
public sealed class RankingQueries(PublishedWarehouse warehouse)
{
    /// <summary>Ranked agencies, then those without a rank.</summary>
    /// <param name="isAscending">The least value is first.</param>
    public Task<IReadOnlyList<RankedAgency>> RanksAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear year, bool isAscending, ListPage page, CancellationToken cancellation) =>
        warehouse.QueryAsync<RankedAgency>("queries/ranking/Ranks", scope,
            group.Parameters.With(metric).With(reportScope).With(year).With("ascending", isAscending).With(page), cancellation);

    /// <summary>Ranks over years of those that are first in the last year.</summary>
    public Task<IReadOnlyList<RankPoint>> BumpAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear first, ReportYear last, bool isAscending, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<RankPoint>("queries/ranking/Bump", scope,
            group.Parameters.With(metric).With(reportScope).With(first, last).With("ascending", isAscending).With("limit", limit), cancellation);

    /// <summary>Who is missing from a table: those that the roster expects first, in order of place.</summary>
    public Task<IReadOnlyList<MissingAgency>> MissingAsync(Scope scope, AgencyGroup group, ReportYear year, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<MissingAgency>("queries/ranking/Missing", scope, group.Parameters.With(year).With("limit", limit), cancellation);
}

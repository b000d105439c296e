// How many of those who should have reported did: what every sum must say beside its figure.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Who reported in one year.</summary>
/// <param name="Year">Report year.</param>
/// <param name="Reported">Agencies with a current report of the scope asked for.</param>
/// <param name="Expected">Agencies the roster expects; null where no roster is known.</param>
/// <param name="Missing">Of those, the ones without a report of any scope; null where no roster is known.</param>
public sealed record YearCoverage(short Year, long Reported, long? Expected, long? Missing);

/// <summary>Coverage of groups; each answer serves all charts of a group.</summary>
public sealed class CoverageQueries(PublishedWarehouse warehouse)
{
    /// <summary>One row per year.</summary>
    public Task<IReadOnlyList<YearCoverage>> YearsAsync(
        Scope scope, AgencyGroup group, ReportScope reportScope, ReportYear first, ReportYear last, CancellationToken cancellation) =>
        warehouse.QueryAsync<YearCoverage>("queries/coverage/Years", scope, group.Parameters.With(reportScope).With(first, last), cancellation);
}

// Gathers what the overview shows, all questions at once.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Overview;

/// <summary>A key figure.</summary>
/// <param name="Scopes">One per scope of report that has values: never added.</param>
public sealed record KeyFigure(MetricKey Metric, IReadOnlyList<KpiTile> Scopes);

/// <summary>All of the overview.</summary>
/// <param name="Years">There are reports of.</param>
/// <param name="Coverage">Of the year and scope.</param>
/// <param name="Version">Published version.</param>
public sealed record OverviewResult(
    int Year, IReadOnlyList<int> Years, ReportScope Scope, IReadOnlyList<KeyFigure> Figures, YearCoverage Coverage, IReadOnlyList<LateAgency> Late,
    IReadOnlyList<Mover> Movers, IReadOnlyList<SeverityCount> Findings, IReadOnlyList<LoadEntry> Loads, int? Version);

/// <summary>Loads the overview.</summary>
public sealed class OverviewData(OverviewQueries queries, CoverageQueries coverage, Defaults defaults, PublishedWarehouse warehouse, AgencyCalendar calendar)
{
    private const int Listed = 8;
    private const int Loads = 5;

    /// <summary>What a manager looks at first.</summary>
    public static readonly IReadOnlyList<MetricKey> Metrics =
    [
        CompareState.DefaultMetric, new("disclosure_rate"), new("requests.carried_out.total"), new("licensing.decisions"), new("reconsideration.total"), new("litigation_direct.total"),
    ];

    /// <returns>Null where no report is seen.</returns>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<OverviewResult?> LoadAsync(Scope scope, OverviewState state, CancellationToken cancellation)
    {
        var years = await defaults.YearsAsync(scope, cancellation);
        if (years.Count == 0) return null;
        var (group, year) = (state.Group.Group, new ReportYear(state.Year ?? years[^1]));
        var reportScope = state.Scope ?? await defaults.ScopeAsync(scope, group, CompareState.DefaultMetric, year.Value, cancellation);
        var figures = Metrics.Select(async metric => new KeyFigure(metric, await queries.TileAsync(scope, group, metric, year, cancellation))).ToList();
        var asked = (
            Coverage: coverage.YearsAsync(scope, group, reportScope, year, year, cancellation),
            Late: queries.LateAsync(scope, group, year, calendar.Today, new ListPage(Listed), cancellation),
            Movers: queries.MoversAsync(scope, group, state.Moved, reportScope, year, Listed, cancellation),
            Findings: queries.FindingsAsync(scope, group, cancellation),
            Loads: queries.LoadsAsync(scope, Loads, cancellation));
        return new OverviewResult(
            year.Value, years, reportScope, await Task.WhenAll(figures), (await asked.Coverage)[0], await asked.Late, await asked.Movers, await asked.Findings, await asked.Loads, warehouse.Version);
    }
}

// What a page shows before anything is chosen: the years there are, and the scope in which most of a group reports.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Choosing;

/// <summary>Answers to what was left open.</summary>
public sealed class Defaults(CompareQueries compare, OverviewQueries overview)
{
    /// <summary>Years with reports in scope, without gaps; empty where there are none.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<IReadOnlyList<int>> YearsAsync(Scope scope, CancellationToken cancellation)
    {
        var extent = await compare.ExtentAsync(scope, cancellation);
        return extent.FirstYear is { } first ? Enumerable.Range(first, extent.LastYear!.Value - first + 1).ToList() : [];
    }

    /// <summary>The scope of report in which the most agencies of a group have a value that counts; own where none has.</summary>
    public async Task<ReportScope> ScopeAsync(Scope scope, AgencyGroup group, MetricKey metric, int year, CancellationToken cancellation)
    {
        var tiles = await overview.TileAsync(scope, group, metric, new ReportYear(year), cancellation);
        return tiles.MaxBy(tile => tile.Counted) is { Counted: > 0 } most ? Enum.Parse<ReportScope>(most.ReportScope, ignoreCase: true) : ReportScope.Own;
    }
}

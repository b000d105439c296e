// What a series must not be read across: changes of form and of territory.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Reports of a year on one form.</summary>
public sealed record FormCount(short Year, string Form, long Reports);

/// <summary>A dated change of regions.</summary>
/// <param name="Regions">Codes of the regions it touches, as far as the asker sees them.</param>
public sealed record RegionNote(DateOnly Date, string Kind, string Note, List<string> Regions);

/// <summary>Breaks to show beside a series; each query takes the asker's scope.</summary>
public sealed class BreakQueries(PublishedWarehouse warehouse)
{
    /// <summary>How many of a group's reports are on which form of the table a metric is printed in.</summary>
    public Task<IReadOnlyList<FormCount>> FormsAsync(
        Scope scope, AgencyGroup group, MetricKey metric, ReportScope reportScope, ReportYear first, ReportYear last, CancellationToken cancellation) =>
        warehouse.QueryAsync<FormCount>("queries/breaks/Forms", scope, group.Parameters.With(metric).With(reportScope).With(first, last), cancellation);

    /// <summary>Changes of the regions within a region.</summary>
    public Task<IReadOnlyList<RegionNote>> EventsAsync(Scope scope, RegionCode region, ReportYear first, ReportYear last, CancellationToken cancellation) =>
        warehouse.QueryAsync<RegionNote>("queries/breaks/Events", scope, new SqlParameters { ["region"] = region.Value }.With(first, last), cancellation);
}

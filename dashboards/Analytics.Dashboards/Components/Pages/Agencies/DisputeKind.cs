// Reconsideration and litigation of an agency by year and result.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>One of the table's three lines.</summary>
/// <param name="Line">reconsideration, litigation_direct or litigation_after.</param>
/// <param name="Results">By result, in the order of the form, one point per year; the printed total is the last.</param>
public sealed record DisputeKind(string Line, IReadOnlyList<(MetricKey Metric, IReadOnlyList<Point> Points)> Results)
{
    /// <summary>Those that are stacked.</summary>
    public IEnumerable<(MetricKey Metric, IReadOnlyList<Point> Points)> Parts => Results.Where(result => result.Metric.Column != Flow.Total);

    /// <summary>The highest stack.</summary>
    public decimal Most => Results[0].Points.Select((_, year) => Parts.Sum(part => part.Points[year].Value ?? 0)).DefaultIfEmpty(0).Max();
}

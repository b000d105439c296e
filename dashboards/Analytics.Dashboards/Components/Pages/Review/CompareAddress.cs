// The way from a report to its numbers.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Review;

internal static class CompareAddress
{
    public static string Of(LoadedAs report) => Of(report.Agency, report.Year, CompareState.DefaultMetric);

    /// <summary>The compare page with one number.</summary>
    public static string Of(string agency, int year, MetricKey metric) =>
        "compare" + new CompareState([new EntityKey(false, agency)], [metric], year, year, CompareView.Auto).ToQuery();
}

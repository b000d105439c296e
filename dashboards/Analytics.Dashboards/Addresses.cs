// Where the pages are: every link from one page to another is made here.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Dashboards;

/// <summary>Addresses within the site, without the leading slash.</summary>
public static class Addresses
{
    /// <summary>An agency's page.</summary>
    /// <param name="code">Code of the agency.</param>
    public static string Agency(string code) => "agency/" + Uri.EscapeDataString(code);

    /// <summary>A report's page.</summary>
    /// <param name="mark">The metric whose cell is to be outlined.</param>
    public static string Report(int report, MetricKey? mark = null) =>
        "report/" + report.ToString(CultureInfo.InvariantCulture) + (mark is { } metric ? "?mark=" + Uri.EscapeDataString(metric.Value) : "");

    /// <summary>Agencies beside each other by one metric.</summary>
    public static string Compare(IEnumerable<string> agencies, MetricKey metric) => "compare" + new Components.Pages.Compare.CompareState(
        agencies.Select(agency => new Components.Choosing.EntityKey(false, agency)).ToList(), [metric], null, null, Components.Pages.Compare.CompareView.Auto).ToQuery();

    /// <summary>A league table.</summary>
    public static string Ranking(MetricKey metric) => "ranking?m=" + Uri.EscapeDataString(metric.Value);

    /// <summary>A league table of the agencies in a region.</summary>
    public static string Ranking(RegionCode region) => "ranking?r=" + region.Value;

    /// <summary>A metric over years.</summary>
    public static string Trends(MetricKey metric) => "trends?m=" + Uri.EscapeDataString(metric.Value);
}

// Where the pages are: every link from one page to another is made here.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;

namespace Analytics.Dashboards;

/// <summary>Addresses within the site, without the leading slash.</summary>
public static class Addresses
{
    /// <summary>An agency's page.</summary>
    /// <param name="code">Code of the agency.</param>
    public static string Agency(string code) => "agency/" + Uri.EscapeDataString(code);

    /// <summary>The overview of a region.</summary>
    public static string Region(string code) => "?r=" + code;

    /// <summary>A report's page.</summary>
    /// <param name="mark">The metric whose cell is to be outlined.</param>
    public static string Report(int report, MetricKey? mark = null) =>
        "report/" + report.ToString(CultureInfo.InvariantCulture) + (mark is { } metric ? "?mark=" + Uri.EscapeDataString(metric.Value) : "");

    /// <summary>Agencies beside each other by one metric.</summary>
    public static string Compare(IEnumerable<string> agencies, MetricKey metric) => "compare" + new Components.Pages.Compare.CompareState(
        agencies.Select(agency => new Components.Choosing.EntityKey(false, agency)).ToList(), [metric], null, null, Components.Pages.Compare.CompareView.Auto).ToQuery();

    /// <summary>The letter to an agency about its report of a year.</summary>
    /// <param name="agency">Code.</param>
    /// <param name="year">Null: of the last report there is.</param>
    public static string Note(string agency, int? year) => "quality/note" + NoteQuery(agency, year);

    /// <summary>The same as a text file.</summary>
    public static string NoteText(string agency, int year, string due, string sender) =>
        $"quality/note.txt{NoteQuery(agency, year)}&due={due}&sender={Uri.EscapeDataString(sender)}";

    /// <summary>A league table.</summary>
    public static string Ranking(MetricKey metric) => "ranking?m=" + Uri.EscapeDataString(metric.Value);

    /// <summary>A league table of the agencies in a region.</summary>
    public static string Ranking(RegionCode region) => "ranking?r=" + region.Value;

    /// <summary>A league table of a group in one year and scope.</summary>
    public static string Ranking(MetricKey metric, GroupState group, int year, ReportScope scope) => "ranking" + AddressParts.Query(
        [.. group.Parts, ("m", metric.Value), ("y", year.ToString(CultureInfo.InvariantCulture)), ("c", scope.ToString().ToLowerInvariant())]);

    /// <summary>A metric over years.</summary>
    public static string Trends(MetricKey metric) => "trends?m=" + Uri.EscapeDataString(metric.Value);

    /// <summary>A metric over years in a group.</summary>
    public static string Trends(MetricKey metric, GroupState group, ReportScope scope) => "trends" + AddressParts.Query(
        [.. group.Parts, ("m", metric.Value), ("c", scope.ToString().ToLowerInvariant())]);

    /// <summary>Who of a group has not reported in a year.</summary>
    public static string Missing(GroupState group, int year) => "quality" + AddressParts.Query([.. group.Parts, ("y", $"{year}-{year}"), ("show", "missing")]);
    private static string NoteQuery(string agency, int? year) =>
        AddressParts.Query(("agency", Uri.EscapeDataString(agency)), ("year", year?.ToString(CultureInfo.InvariantCulture)));
}

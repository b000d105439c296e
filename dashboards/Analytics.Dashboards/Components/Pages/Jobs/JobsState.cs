// What the jobs pages show, and its form in the address.
using System.Globalization;

namespace Analytics.Dashboards.Components.Pages.Jobs;

public enum JobsTab
{
    Runs,
    Quarantine,
    Fetch,
    Reread,
    Schedules,
    Nodes,
}

/// <summary>Choices of the jobs page.</summary>
/// <param name="Runs">Which runs: a word of <see cref="RunFilters"/>.</param>
/// <param name="IsDismissed">In quarantine: those put aside instead of those that wait.</param>
/// <param name="Page">From 1.</param>
public sealed record JobsState(JobsTab Tab, string Runs, bool IsDismissed, int Page)
{
    /// <summary>Nothing is any run.</summary>
    public static readonly IReadOnlyList<string> RunFilters = ["", "active", "succeeded", "failed", "cancelled"];

    private const string Dismissed = "dismissed";

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static JobsState Parse(string? tab, string? state, string? show, string? page) => new(
        Enum.TryParse<JobsTab>(tab, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : JobsTab.Runs,
        RunFilters.Contains(state, StringComparer.Ordinal) ? state! : "",
        show == Dismissed,
        PageOf(page));

    /// <summary>A page's number from an address.</summary>
    public static int PageOf(string? page) => int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;

    /// <summary>The address.</summary>
    public string ToAddress()
    {
        var parts = new List<string>();
        if (Tab != JobsTab.Runs) parts.Add("tab=" + Tab.ToString().ToLowerInvariant());
        if (Tab == JobsTab.Runs && Runs.Length > 0) parts.Add("state=" + Runs);
        if (Tab == JobsTab.Quarantine && IsDismissed) parts.Add("show=" + Dismissed);
        if (Tab is JobsTab.Runs or JobsTab.Quarantine or JobsTab.Fetch && Page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        return parts.Count == 0 ? "jobs" : "jobs?" + string.Join('&', parts);
    }
}

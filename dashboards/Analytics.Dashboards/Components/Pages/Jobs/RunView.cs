// What the page of a run shows, and its form in the address.
using System.Globalization;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>Choices of the page of a run.</summary>
/// <param name="Documents">Which documents: a word of <see cref="Filters"/>.</param>
/// <param name="Page">From 1.</param>
/// <param name="IsWholeLog">The whole log instead of its end.</param>
public sealed record RunView(string Run, string Documents, int Page, bool IsWholeLog)
{
    /// <summary>Nothing is any document.</summary>
    public static readonly IReadOnlyList<string> Filters = ["", "waiting", "loaded", "known", "quarantined", "unsuccessful"];

    private const string Whole = "all";

    /// <summary>Reads the parts of an address; what cannot be understood is left out. <c>failed</c> is what others call unsuccessful.</summary>
    public static RunView Parse(string run, string? state, string? page, string? log)
    {
        var wanted = state is "failed" or "cancelled" ? "unsuccessful" : state;
        return new RunView(run, Filters.Contains(wanted, StringComparer.Ordinal) ? wanted! : "", JobsState.PageOf(page), log == Whole);
    }

    /// <summary>The address.</summary>
    public string ToAddress()
    {
        var parts = new List<string>();
        if (Documents.Length > 0) parts.Add("state=" + Documents);
        if (Page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        if (IsWholeLog) parts.Add("log=" + Whole);
        return $"jobs/runs/{Uri.EscapeDataString(Run)}" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }
}

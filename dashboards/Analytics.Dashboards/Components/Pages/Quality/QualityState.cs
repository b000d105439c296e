// What the quality page shows, and its form in the address.
using System.Globalization;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Quality;

public enum QualityTab
{
    /// <summary>Counts by rule, agencies with most findings, the matrix.</summary>
    Overview,
    Findings,
    Notes,
}

/// <summary>Choices of the quality page; empty is any. Years null: all there are.</summary>
/// <param name="Show">Which agencies the matrix shows, or which letters the follow-up: a word of <see cref="Shows"/> or <see cref="NoteStates"/>.</param>
/// <param name="Finding">State of findings.</param>
/// <param name="Agency">Code.</param>
/// <param name="Page">From 1.</param>
public sealed record QualityState(
    GroupState Group, int? FirstYear, int? LastYear, QualityTab Tab, string Show, string Rule, string Severity, string Finding, string Agency, int Page)
{
    /// <summary>Nothing is all agencies.</summary>
    public static readonly IReadOnlyList<string> Shows = ["", "errors", "warnings", "missing", "late", "quarantined"];

    /// <summary>Nothing is all letters.</summary>
    public static readonly IReadOnlyList<string> NoteStates = ["", "overdue", "sent", "answered", "closed"];

    /// <summary>Names of the parts of an address.</summary>
    public static readonly IReadOnlyList<string> Parts = ["r", "l", "s", "y", "tab", "show", "rule", "severity", "state", "agency", "page"];

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static QualityState Parse(Func<string, string?> part, Catalog.Catalog catalog)
    {
        var tab = AddressParts.Member<QualityTab>(part("tab")) ?? QualityTab.Overview;
        var (first, last) = AddressParts.Years(part("y"));
        return new QualityState(
            GroupState.Parse(part("r"), part("l"), part("s"), catalog), first, last, tab,
            Known(tab == QualityTab.Notes ? NoteStates : Shows, part("show")),
            catalog.Rules.Any(rule => rule.Id == part("rule")) ? part("rule")! : "",
            Known(FindingsState.Severities, part("severity")), Known(FindingsState.States, part("state")), part("agency") ?? "", AddressParts.Page(part("page")));
    }

    /// <summary>The query of the address, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
    [
        .. Group.Parts, ("y", FirstYear is null && LastYear is null ? null : $"{FirstYear}-{LastYear}"),
        ("tab", Tab == QualityTab.Overview ? null : Tab.ToString().ToLowerInvariant()), ("show", Show), ("rule", Rule), ("severity", Severity),
        ("state", Finding == FindingsState.States[0] ? null : Finding), ("agency", Uri.EscapeDataString(Agency)),
        ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>The address.</summary>
    public string ToAddress() => "quality" + ToQuery();

    /// <summary>The list of findings of one kind, of the same group and years.</summary>
    public QualityState Listed(string rule, string severity, string finding = "open", string agency = "") => this with
    {
        Tab = QualityTab.Findings,
        Show = "",
        Rule = rule,
        Severity = severity,
        Finding = finding,
        Agency = agency,
        Page = 1,
    };

    internal FindingFilter Filter(ReportYears years) => new(Any(Rule), Any(Severity), Finding, years, Any(Agency));

    private static string? Any(string text) => text.Length > 0 ? text : null;

    private static string Known(IReadOnlyList<string> words, string? text) => words.Contains(text, StringComparer.Ordinal) ? text! : words[0];
}

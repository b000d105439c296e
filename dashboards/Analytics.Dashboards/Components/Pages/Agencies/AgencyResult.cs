// All that an agency's page shows.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>An agency in one scope of report, with one year looked at closer.</summary>
/// <param name="Scopes">It has reports of.</param>
/// <param name="Years">There are reports of anybody, in order, without gaps.</param>
/// <param name="Strip">One per year.</param>
/// <param name="Reports">All versions in all scopes, the newest year first.</param>
/// <param name="Findings">On its current reports in all scopes.</param>
/// <param name="Flow">Of the year; null where its report has no table of requests.</param>
/// <param name="Peers">Nearest in size.</param>
/// <param name="Version">Published version.</param>
public sealed record AgencyResult(
    AgencyHead Head, ReportScope Scope, IReadOnlyList<ReportScope> Scopes, IReadOnlyList<int> Years, int Year, IReadOnlyList<AgencyYear> Strip,
    IReadOnlyList<ReportEntry> Reports, IReadOnlyList<ReportFinding> Findings, IReadOnlyList<Topic> Topics, IReadOnlyList<KeyFigure> Figures, Flow? Flow,
    IReadOnlyList<DisputeKind> Disputes, IReadOnlyList<PeerEntry> Peers, int? Version)
{
    /// <summary>As rows have it.</summary>
    public string ScopeName => NameOf(Scope);

    public static string NameOf(ReportScope scope) => scope.ToString().ToLowerInvariant();
}

/// <summary>A part of the small charts.</summary>
/// <param name="Key">disclosure, received, outcomes, disputes or derived.</param>
/// <param name="Groups">Charts that are always shown.</param>
/// <param name="Details">Each kind of applicant of its own; shown where asked for.</param>
public sealed record Topic(string Key, IReadOnlyList<ChartGroup> Groups, IReadOnlyList<ChartGroup> Details)
{
    public IEnumerable<ComparePanel> Panels => Groups.Concat(Details).SelectMany(group => group.Panels);
}

/// <summary>Small charts that belong together. Those without any value are left out and counted.</summary>
/// <param name="Title">Empty where they need none.</param>
/// <param name="Axis">That they share; null: each has its own.</param>
/// <param name="Silent">How many were left out.</param>
public sealed record ChartGroup(string Title, IReadOnlyList<ComparePanel> Panels, (decimal Least, decimal Most)? Axis, int Silent);

public enum FigureChange
{
    /// <summary>There is no number of the year.</summary>
    None,

    /// <summary>There is none of the year before.</summary>
    NothingBefore,

    /// <summary>One of the two is disputed, has no unit or too small a denominator.</summary>
    Doubtful,

    /// <summary>The form or the territory changed in between.</summary>
    Broken,

    /// <summary>From zero: no share can be told.</summary>
    FromZero,

    /// <summary>A relative change, of rates a difference.</summary>
    Told,
}

/// <summary>A metric of the year with its change and its standing.</summary>
/// <param name="Change">As a share; of rates the difference; null unless it is told.</param>
/// <param name="Standing">Among its peers; null where it has no value.</param>
public sealed record KeyFigure(ComparePanel Panel, Point Point, FigureChange Kind, decimal? Change, PeerStanding? Standing);

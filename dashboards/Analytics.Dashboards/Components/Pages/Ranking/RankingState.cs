// What the ranking page shows, and its form in the address: copy the address and a colleague sees the same.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Pages.Ranking;

public enum RankingView
{
    Table,

    /// <summary>Ranks over years of those that lead.</summary>
    Bump,
}

public enum RankingOrder
{
    /// <summary>The greatest value is first.</summary>
    Greatest,
    Least,
}

/// <summary>Choices of the ranking page.</summary>
/// <param name="Year">Null: the newest that most have reported.</param>
/// <param name="ReportScope">Null: the one most agencies report in.</param>
/// <param name="Order">Null: the better value first where the metric has one, else the greatest.</param>
/// <param name="Page">Of the table, from 1.</param>
/// <param name="Chosen">Codes of agencies to compare.</param>
public sealed record RankingState(
    GroupState Group, MetricKey Metric, int? Year, ReportScope? ReportScope, RankingOrder? Order, RankingView View, int Page, IReadOnlyList<string> Chosen)
{
    /// <summary>As many as there are colours to tell them apart.</summary>
    public const int MostChosen = 8;

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static RankingState Parse(GroupState group, string? metric, string? year, string? scope, string? order, string? view, string? page, string? chosen) => new(
        group, AddressParts.Metric(metric) ?? CompareState.DefaultMetric, AddressParts.Year(year), AddressParts.Member<ReportScope>(scope),
        AddressParts.Member<RankingOrder>(order), AddressParts.Member<RankingView>(view) ?? RankingView.Table, AddressParts.Page(page),
        AddressParts.Split(chosen).Select(EntityKey.Parse).Where(key => !key.IsRegion && key.Code.Length > 0).Select(key => key.Code).Distinct(StringComparer.Ordinal).Take(MostChosen).ToList());

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
    [
        ("m", Metric == CompareState.DefaultMetric ? null : Metric.Value),
        ("y", Year?.ToString(CultureInfo.InvariantCulture)),
        .. Group.Parts,
        ("c", ReportScope?.ToString().ToLowerInvariant()),
        ("o", Order?.ToString().ToLowerInvariant()),
        ("v", View == RankingView.Table ? null : View.ToString().ToLowerInvariant()),
        ("p", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ("e", AddressParts.Join(Chosen.Select(code => new EntityKey(false, code).ToString()))),
    ]);

    /// <summary>Another question is answered from its first page.</summary>
    public RankingState FromTheTop() => this with { Page = 1 };
}

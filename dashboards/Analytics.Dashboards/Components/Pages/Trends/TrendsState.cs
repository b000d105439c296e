// What the trends page shows, and its form in the address.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Pages.Trends;

public enum TrendsView
{
    /// <summary>Median and middle half of the group, chosen agencies on top.</summary>
    Band,

    /// <summary>Chosen agencies, the median as a thin line.</summary>
    Lines,

    /// <summary>One small chart per chosen agency.</summary>
    Small,

    /// <summary>The group's sum.</summary>
    Total,
}

/// <summary>Choices of the trends page.</summary>
/// <param name="Scope">Null: the one in which most of the group reports.</param>
/// <param name="FirstYear">Null: the first there is.</param>
/// <param name="LastYear">Null: the last there is.</param>
/// <param name="Agencies">Codes of agencies with a line of their own.</param>
public sealed record TrendsState(
    GroupState Group, MetricKey Metric, ReportScope? Scope, int? FirstYear, int? LastYear, IReadOnlyList<string> Agencies, TrendsView View)
{
    /// <summary>As many as there are colours.</summary>
    public const int MostAgencies = 8;

    public static readonly TrendsState Default = new(GroupState.Country, CompareState.DefaultMetric, null, null, null, [], TrendsView.Band);

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static TrendsState Parse(GroupState group, string? metric, string? scope, string? years, string? agencies, string? view)
    {
        var (first, last) = AddressParts.Years(years);
        var codes = AddressParts.Split(agencies).Select(EntityKey.Parse).Where(key => !key.IsRegion && key.Code.Length > 0).Select(key => key.Code).Distinct(StringComparer.Ordinal).Take(MostAgencies);
        return new TrendsState(group, AddressParts.Metric(metric) ?? CompareState.DefaultMetric, AddressParts.Member<ReportScope>(scope),
            first, last, codes.ToList(), AddressParts.Member<TrendsView>(view) ?? TrendsView.Band);
    }

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
    [
        .. Group.Parts,
        ("m", Metric == CompareState.DefaultMetric ? null : Metric.Value),
        ("c", Scope?.ToString().ToLowerInvariant()),
        ("y", FirstYear is null && LastYear is null ? null : $"{FirstYear}-{LastYear}"),
        ("e", AddressParts.Join(Agencies.Select(code => new EntityKey(false, code).ToString()))),
        ("v", View == TrendsView.Band ? null : View.ToString().ToLowerInvariant()),
    ]);
}

// What the map shows, and its form in the address.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Pages.Map;

/// <summary>What the table is sorted by.</summary>
public enum MapColumn
{
    /// <summary>In order of code.</summary>
    Region,
    Value,
    Counted,
    Coverage,
}

/// <summary>Choices of the map.</summary>
/// <param name="Group">Its region is the one that is looked into; the country shows the provinces.</param>
/// <param name="Scope">Null: the one in which most of the group reports.</param>
/// <param name="Year">Null: the last there is.</param>
/// <param name="IsDescending">The greatest first.</param>
public sealed record MapState(GroupState Group, MetricKey Metric, ReportScope? Scope, int? Year, MapColumn Sort, bool IsDescending)
{
    public static readonly MapState Default = new(GroupState.Country, CompareState.DefaultMetric, null, null, MapColumn.Region, false);

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    /// <param name="sort">A column, with a minus for the greatest first.</param>
    public static MapState Parse(GroupState group, string? metric, string? scope, string? year, string? sort) => new(
        group, AddressParts.Metric(metric) ?? CompareState.DefaultMetric, AddressParts.Member<ReportScope>(scope), AddressParts.Year(year),
        AddressParts.Member<MapColumn>(sort?.TrimStart('-')) ?? MapColumn.Region, sort?.StartsWith('-') == true);

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
    [
        .. Group.Parts,
        ("m", Metric == CompareState.DefaultMetric ? null : Metric.Value),
        ("c", Scope?.ToString().ToLowerInvariant()),
        ("y", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("o", Sort == MapColumn.Region && !IsDescending ? null : (IsDescending ? "-" : "") + Sort.ToString().ToLowerInvariant()),
    ]);

    /// <summary>The same choices, looking into another region.</summary>
    public MapState Into(RegionCode region) => this with { Group = Group with { Region = region } };

    /// <summary>Numbers begin with the greatest, names with the first; the same column again turns round.</summary>
    public MapState SortedBy(MapColumn column) => this with { Sort = column, IsDescending = column == Sort ? !IsDescending : column != MapColumn.Region };
}

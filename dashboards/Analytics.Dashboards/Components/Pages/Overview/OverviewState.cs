// What the overview shows, and its form in the address.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Pages.Overview;

/// <summary>Choices of the overview. Null: what <see cref="Defaults"/> says.</summary>
/// <param name="Scope">Whose figures; those of different scopes are never added.</param>
/// <param name="Moved">Of which metric the biggest changes are shown.</param>
public sealed record OverviewState(GroupState Group, int? Year, ReportScope? Scope, MetricKey Moved)
{
    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static OverviewState Parse(string? region, string? level, string? sector, string? year, string? scope, string? metric, Catalog.Catalog catalog) => new(
        GroupState.Parse(region, level, sector, catalog), AddressParts.Year(year), AddressParts.Member<ReportScope>(scope), AddressParts.Metric(metric) ?? CompareState.DefaultMetric);

    /// <summary>The address.</summary>
    public string ToAddress() => "/" + AddressParts.Query(
    [
        .. Group.Parts, ("y", Year?.ToString(CultureInfo.InvariantCulture)), ("scope", Scope?.ToString().ToLowerInvariant()),
        ("m", Moved == CompareState.DefaultMetric ? null : Uri.EscapeDataString(Moved.Value)),
    ]);
}

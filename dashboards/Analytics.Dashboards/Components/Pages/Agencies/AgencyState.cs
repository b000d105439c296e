// What an agency's page shows, and its form in the address.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Dashboards.Components.Pages.Agencies;

public enum AgencyView
{
    Charts,
    Table,
}

/// <summary>Choices of an agency's page.</summary>
/// <param name="Year">Null: the newest with a report.</param>
/// <param name="Scope">Null: that of most of its reports.</param>
/// <param name="View">Small charts, or the table behind them.</param>
/// <param name="IsDetailed">Whether each kind of applicant is shown of its own.</param>
public sealed record AgencyState(int? Year, ReportScope? Scope, AgencyView View, bool IsDetailed)
{
    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static AgencyState Parse(string? year, string? scope, string? view, string? detail) => new(
        AddressParts.Year(year), AddressParts.Member<ReportScope>(scope), AddressParts.Member<AgencyView>(view) ?? AgencyView.Charts, detail == "1");

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
        ("y", Year?.ToString(CultureInfo.InvariantCulture)),
        ("scope", Scope?.ToString().ToLowerInvariant()),
        ("v", View == AgencyView.Charts ? null : View.ToString().ToLowerInvariant()),
        ("d", IsDetailed ? "1" : null));
}

// What the findings queue shows, and its form in the address.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>Choices of the findings queue; empty is any.</summary>
/// <param name="Agency">Code.</param>
/// <param name="Finding">The one that is looked at: <see cref="Of"/>.</param>
/// <param name="Page">From 1.</param>
public sealed record FindingsState(string Rule, string Severity, string State, string Agency, string Finding, int Page)
{
    /// <summary>Nothing is any.</summary>
    public static readonly IReadOnlyList<string> Severities = ["", "error", "warning", "info"];

    /// <summary>The first is what there is to do.</summary>
    public static readonly IReadOnlyList<string> States = ["open", "explained", "corrected"];

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static FindingsState Parse(string? rule, string? severity, string? state, string? agency, string? finding, string? page, Catalog.Catalog catalog) => new(
        catalog.Rules.Any(known => known.Id == rule) ? rule! : "",
        Severities.Contains(severity, StringComparer.Ordinal) ? severity! : "",
        States.Contains(state, StringComparer.Ordinal) ? state! : States[0],
        agency ?? "", finding ?? "", JobsState.PageOf(page));

    /// <summary>A finding's name in an address: it stays the same as long as the same is found.</summary>
    public static string Of(ListedFinding finding)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{finding.Agency}|{finding.Year}|{finding.ReportScope}|{finding.Rule}|{string.Join(',', finding.Metrics)}|{finding.Printed}|{finding.Message}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    /// <summary>The finding's name for decisions about it.</summary>
    public static FindingKey KeyOf(ListedFinding finding) =>
        new(finding.Agency, new ReportYear(finding.Year), Enum.Parse<ReportScope>(finding.ReportScope, ignoreCase: true), finding.Rule, finding.Metrics, finding.Printed);

    internal FindingFilter Filter => new(Rule.Length > 0 ? Rule : null, Severity.Length > 0 ? Severity : null, State, null, Agency.Length > 0 ? Agency : null);

    /// <summary>The address.</summary>
    public string ToAddress()
    {
        var parts = new List<string>();
        if (Rule.Length > 0) parts.Add("rule=" + Rule);
        if (Severity.Length > 0) parts.Add("severity=" + Severity);
        if (State != States[0]) parts.Add("state=" + State);
        if (Agency.Length > 0) parts.Add("agency=" + Uri.EscapeDataString(Agency));
        if (Page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        if (Finding.Length > 0) parts.Add("finding=" + Uri.EscapeDataString(Finding));
        return parts.Count == 0 ? "jobs/findings" : "jobs/findings?" + string.Join('&', parts);
    }
}

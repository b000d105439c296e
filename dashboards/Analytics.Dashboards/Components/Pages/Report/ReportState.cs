// What the report page shows, and its form in the address.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Report;

/// <summary>How the document is shown.</summary>
public enum DocumentShown
{
    /// <summary>As fits the kind of document.</summary>
    Auto,

    /// <summary>As our readers see it.</summary>
    Read,

    /// <summary>As it was published.</summary>
    Original,
}

/// <summary>Choices of a report's page.</summary>
/// <param name="Mark">The cell that is looked at.</param>
/// <param name="Finding">The finding whose cells are looked at: <see cref="NameOf"/>; empty for none.</param>
/// <param name="Shown">Which view of the document.</param>
/// <param name="Against">Number of the report that this one is compared with.</param>
/// <param name="IsDocumentFirst">Where there is room for one pane only: the document instead of the tables.</param>
public sealed record ReportState(MetricKey? Mark, string Finding, DocumentShown Shown, int? Against, bool IsDocumentFirst)
{
    private const string DocumentPane = "document";

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static ReportState Parse(string? mark, string? finding, string? view, string? against, string? pane) => new(
        AddressParts.Metric(mark), finding ?? "", AddressParts.Member<DocumentShown>(view) ?? DocumentShown.Auto, NumberOf(against), pane == DocumentPane);

    /// <summary>A report's number in an address; null where it is none.</summary>
    public static int? NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A finding's name in an address: it stays the same as long as the same is found.</summary>
    public static string NameOf(DecidedFinding finding)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', finding.Metrics)}|{finding.Printed}|{finding.Message}");
        return finding.Rule + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
    }

    /// <summary>The address.</summary>
    /// <param name="report">Number of the report.</param>
    public string ToAddress(int report) => Addresses.Report(report) + AddressParts.Query(
        ("mark", Mark?.Value), ("finding", Finding), ("view", Shown == DocumentShown.Auto ? null : Shown.ToString().ToLowerInvariant()),
        ("against", Against?.ToString(CultureInfo.InvariantCulture)), ("pane", IsDocumentFirst ? DocumentPane : null));
}

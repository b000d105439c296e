// What a person decides about printed values and findings.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>A cell of an agency's report of a year, whichever version is current.</summary>
/// <param name="Agency">Code.</param>
public sealed record CellKey(string Agency, ReportYear Year, ReportScope Scope, MetricKey Metric);

/// <summary>What stands in a cell.</summary>
/// <param name="State">Number, blank or unread.</param>
/// <param name="Value">Of a number; null otherwise.</param>
public sealed record CellValue(ValueState State, decimal? Value);

/// <summary>A finding of an agency's report of a year, told by what was found.</summary>
/// <param name="Agency">Code.</param>
/// <param name="Metrics">Keys it names, in its order.</param>
/// <param name="Printed">The value it names, null where it names none.</param>
public sealed record FindingKey(string Agency, ReportYear Year, ReportScope Scope, string Rule, IReadOnlyList<string> Metrics, decimal? Printed);

/// <summary>Who reports and on which year, said by a person of a document that does not say it.</summary>
/// <param name="Sha256">Of the document.</param>
/// <param name="Region">Code of the body's region, CN for the country's.</param>
/// <param name="Agency">The body's name.</param>
/// <param name="ReportScope">own, level or territory.</param>
public sealed record Assignment(
    string Sha256, string Region, string Agency, short Year, string ReportScope, string Reason, string Author, DateTime AssignedAt);

/// <summary>State of a finding.</summary>
public enum FindingState
{
    /// <summary>Nobody has dealt with it; values it names in error are disputed.</summary>
    Open,

    /// <summary>The value is right as printed, for a reason.</summary>
    Explained,

    /// <summary>The value was corrected.</summary>
    Corrected,
}

/// <summary>A decision that cannot be made; the message tells a person what to do.</summary>
public sealed class DecisionRefusedException(string message) : Exception(message);

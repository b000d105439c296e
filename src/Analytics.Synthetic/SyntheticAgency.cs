// What is made: an agency with all its reports, and the answers to what is wrong with them.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Synthetic;

/// <summary>An agency with its reports.</summary>
/// <param name="Agency">Of the made-up country.</param>
/// <param name="Scope">Of all its reports.</param>
/// <param name="First">First year it is expected to report.</param>
/// <param name="Last">Last year it is expected to report, null where it goes on.</param>
/// <param name="Reports">In order of year; of two of a year the last is the one that counts.</param>
/// <param name="Key">What is wrong with them.</param>
public sealed record SyntheticAgency(
    Agency Agency, ReportScope Scope, ReportYear First, ReportYear? Last, IReadOnlyList<LoadItem> Reports, IReadOnlyList<KeyRow> Key);

/// <summary>A row of the answer key.</summary>
/// <param name="Year">Of the report.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Rule">The rule that must find it; null where no rule looks at it.</param>
/// <param name="Metrics">The cells that the finding must name.</param>
/// <param name="Expected">What the rule must expect there; null where it expects no number.</param>
/// <param name="Printed">What is printed there; null where that is no number.</param>
/// <param name="Cell">The cell that is printed wrong; null where none is.</param>
/// <param name="Right">What should be printed in it.</param>
public sealed record KeyRow(
    ReportYear Year, SeededKind Kind, string? Rule, IReadOnlyList<MetricKey> Metrics, decimal? Expected, decimal? Printed, MetricKey? Cell, decimal? Right);

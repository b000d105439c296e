// Findings of one rule on a report that is zero everywhere but in the named cells.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

internal static class Found
{
    public static List<Finding> By(string rule, string form, params string[] cells) => In(rule, Printed.Text(form, cells));

    public static List<Finding> In(string rule, string text) => Printed.Extract(text).Findings.Where(finding => finding.Rule == rule).ToList();

    /// <summary>Keys of the cells that a finding names.</summary>
    public static IEnumerable<string> Cells(this Finding finding) => finding.Metrics.Select(metric => metric.Value);
}

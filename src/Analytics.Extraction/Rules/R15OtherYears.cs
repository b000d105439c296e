// R15: a year that the text states for the body's own work, and that is not the one reported on.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R15OtherYears : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        foreach (var claims in report.OtherYears.GroupBy(claim => claim.Year))
        {
            var more = claims.Count() > 1 ? $"等 {claims.Count()} 处" : "";
            yield return report.Finding("R15", [], $"报告年度为 {report.Year}，正文“{claims.First().Quote}”{more}写的是 {claims.Key} 年", report.Year!.Value.Value, claims.Key);
        }
    }
}

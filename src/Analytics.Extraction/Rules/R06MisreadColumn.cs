// R06: agencies that took 处理决定数量 for the new number of items printed last year's plus the change.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R06MisreadColumn : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        foreach (var line in report.Catalog.Metrics.Where(metric => metric.Key.Column == "items_change").Select(metric => metric.Key.Line))
        {
            if (report.Number(line + ".items_prev") is not { } before || report.Number(line + ".items_change") is not { } change || change == 0) continue;
            if (report.Fact(line + ".decisions") is not { Value: { } decisions } fact || Math.Abs(decisions - (before + change)) > 1) continue;
            yield return report.Finding("R06", [fact.Metric], $"{report.Label(fact.Metric)} {decisions:0} 与 {before:0}{change:+0;-0} 相符");
        }
    }
}

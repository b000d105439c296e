// R16: cells of tables 三 and 四 that were left blank although the form asks for a number.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R16BlankCells : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        var blank = report.Facts.Where(fact => fact.State == FactState.Blank && fact.Source.Table is 3 or 4)
            .Select(fact => fact.Metric).ToList();
        if (blank.Count > 0) yield return report.Finding("R16", blank, $"共 {blank.Count} 个，不按 0 处理");
    }
}

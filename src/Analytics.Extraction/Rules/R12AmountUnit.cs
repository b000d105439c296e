// R12: an amount of money without a printed unit, or out of proportion to the number of projects.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R12AmountUnit : IReportRule
{
    private const decimal LeastPerProject = 0.1m;
    private const decimal MostPerProject = 100_000m;

    public IEnumerable<Finding> Check(ReportContext report)
    {
        if (report.Fact("procurement.amount_wan") is not { Value: { } amount } fact) yield break;
        if (fact.Source.Unit is null)
        {
            // Zero is zero in any unit.
            if (amount != 0) yield return report.Finding("R12", [fact.Metric], $"采购金额印为“{fact.Source.Text}”，单元格和表头均未注明单位，不参与合计与排名", null, amount);
            yield break;
        }
        if (report.Number("procurement.count") is not { } count) yield break;
        if (count == 0 != (amount == 0))
            yield return report.Finding("R12", [fact.Metric], $"采购项目 {count:0} 项而采购金额为 {amount:0.######} 万元", null, amount);
        else if (count > 0 && (amount / count is < LeastPerProject or > MostPerProject))
            yield return report.Finding("R12", [fact.Metric], $"平均每项 {amount / count:0.####} 万元，超出常理", null, amount);
    }
}

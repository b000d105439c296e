// R05: a count is a whole number, and only the change of items may be negative.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R05WholeNumbers : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report) =>
        from fact in report.Facts
        let metric = report.Catalog.Metric(fact.Metric)
        where fact.Value is { } value && metric.IsCount && (value != decimal.Truncate(value) || (value < 0 && !metric.IsSigned))
        select report.Finding("R05", [fact.Metric], $"{metric.LabelZh}印为“{fact.Source.Text}”", null, fact.Value);
}

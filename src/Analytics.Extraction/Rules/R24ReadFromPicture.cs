// R24: values read from a picture are marked as such; those the reader was unsure of are a warning.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R24ReadFromPicture : IReportRule
{
    private const double Sure = 0.8;

    public IEnumerable<Finding> Check(ReportContext report)
    {
        foreach (var group in report.Facts.Where(fact => fact.Source.IsOcr).GroupBy(fact => fact.Source.OcrConfidence < Sure))
        {
            var least = group.Min(fact => fact.Source.OcrConfidence!.Value);
            var finding = report.Finding("R24", group.Select(fact => fact.Metric).ToList(),
                $"共 {group.Count()} 个，识别可信度最低 {least.ToString("0%", System.Globalization.CultureInfo.InvariantCulture)}");
            yield return group.Key ? finding with { Severity = Severity.Warning } : finding;
        }
    }
}

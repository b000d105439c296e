// R14: a region that the text names as the body's own, and that is not: the text was taken from elsewhere.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R14OtherRegions : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        foreach (var claim in report.OtherRegions)
        {
            var where = claim.Region is { } region ? $"“{claim.Name}”（{report.Catalog.Regions.Path(region.Code)}）" : $"“{claim.Name}”";
            yield return report.Finding("R14", [], $"正文“{claim.Quote}”中的{where}不是{report.Agency!.Name}所在地区");
        }
    }
}

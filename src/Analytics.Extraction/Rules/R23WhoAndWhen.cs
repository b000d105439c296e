// R23: title, text, signature and file disagree on who reports or on which year, or the region's name is ambiguous.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R23WhoAndWhen : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        if (report.YearFound.Conflicts.Count > 0)
            yield return report.Finding("R23", [], $"标题为 {report.Year} 年，{string.Join("，", report.YearFound.Conflicts)}");
        if (report.AgencyFound.SignedBy is { } signed)
            yield return report.Finding("R23", [], $"标题为“{report.AgencyFound.Printed}”，落款为“{signed}”");
        if (report.AgencyFound.FiledAs is { } filed)
            yield return report.Finding("R23", [], $"标题为“{report.AgencyFound.Printed}”，文件属性中的标题为“{filed}”");
        if (report.AgencyFound.Ambiguous.Count > 0 && report.Agency?.Region is null)
            yield return report.Finding("R23", [], $"“{report.AgencyFound.Printed}”可能是 {string.Join("、", report.AgencyFound.Ambiguous.Select(region => report.Catalog.Regions.Path(region.Code)))}");
    }
}

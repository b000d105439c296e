// R20: 规章 can be made by State Council departments and by the governments of provinces and of cities with districts.
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>Source: 立法法 (2023), articles 91 and 93.</summary>
internal sealed class R20RuleMaking : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        if (report.Agency is not { Region: { } code } agency || report.Catalog.Regions.Find(code) is not { } region) yield break;
        if (!region.IsZone && report.Catalog.KindOf(agency.Office).RuleMaking.Contains(region.Level)) yield break;
        var printed = report.Facts.Where(fact => fact.Metric.Line == "rules" && fact.Value > 0).ToList();
        if (printed.Count > 0)
            yield return report.Finding("R20", printed.Select(fact => fact.Metric).ToList(), $"{agency.Name}印有 {string.Join("、", printed.Select(fact => $"{report.Label(fact.Metric)} {fact.Value:0}"))}", 0);
    }
}

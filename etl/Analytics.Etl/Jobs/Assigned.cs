// A report with what a person said of its document in the place of what the document does not say.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Extraction;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Jobs;

/// <summary>Completes reports.</summary>
internal sealed class Assigned(CatalogData catalog, Extractor extractor)
{
    // What these say depends on who reports and when.
    private static readonly string[] OfYear = ["R13"];
    private readonly AgencyNames names = new(catalog);

    /// <summary>The report as of the agency and the year that were said; a finding tells who said it. Where nothing was read it stays quarantined.</summary>
    public Report To(Report report, Assignment assignment)
    {
        var region = catalog.Regions.Find(new RegionCode(assignment.Region));
        if (report.Facts.All(fact => fact.State != FactState.Number) || report.Forms.Count == 0) return report;
        if (names.Of(assignment.Agency, region) is not { } agency) return report;
        var year = new ReportYear(assignment.Year);
        var rule = catalog.Rule("R23");
        var said = string.Create(CultureInfo.InvariantCulture,
            $"机关与年度由 {assignment.Author} 于 {assignment.AssignedAt:yyyy-MM-dd} 指定为“{agency.Name}”{year} 年度：{assignment.Reason}");
        var findings = report.Findings.Where(finding => finding.Rule != "R19" && !OfYear.Contains(finding.Rule, StringComparer.Ordinal))
            .Concat(extractor.Check(agency, year, report.Forms, report.Facts).Where(finding => OfYear.Contains(finding.Rule, StringComparer.Ordinal)))
            .Append(new Finding(rule.Id, Severity.Info, [], null, null, said));
        return report with
        {
            Agency = agency,
            Year = year,
            Scope = Enum.Parse<ReportScope>(assignment.ReportScope, ignoreCase: true),
            Findings = findings.ToList(),
            Reason = null,
        };
    }
}

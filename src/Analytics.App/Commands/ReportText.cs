// A report as text for people: who, when, what was read, what is amiss.
using System.Globalization;
using System.Text;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class ReportText
{
    public static string Write(Report report, CatalogData catalog)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"■ {report.File}\n  机关 {report.Agency?.Name ?? "（未载）"}　年度 {report.Year?.ToString() ?? "（未载）"}　表式 ");
        text.AppendJoin('、', report.Forms.Select(form => $"表{form.Key}:{form.Value}")).Append('\n');
        if (report.Reason is { } reason) text.Append("  ✗ 隔离：").Append(reason).Append('\n');
        foreach (var fact in report.Facts)
        {
            var value = fact.State switch
            {
                FactState.Number => fact.Value!.Value.ToString("#,0.######", CultureInfo.InvariantCulture),
                FactState.Blank => "／",
                _ => $"? “{fact.Source.Text}”",
            };
            text.Append(CultureInfo.InvariantCulture, $"  {fact.Metric.Value,-52} {value,14}  {catalog.Metric(fact.Metric)!.LabelZh}\n");
        }
        foreach (var finding in report.Findings)
            text.Append(CultureInfo.InvariantCulture, $"  {finding.Rule} {finding.Severity}: {finding.Message}\n");
        return text.ToString();
    }
}

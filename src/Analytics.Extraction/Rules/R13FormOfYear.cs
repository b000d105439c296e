// R13: a form other than the one made for the year; the form is told by the heads, so the year does not decide.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R13FormOfYear : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        if (report.Year is not { } year) yield break;
        var expected = report.Catalog.Forms.Expected(year);
        var others = report.Forms.Where(form => form.Value != expected).ToList();
        if (others.Count == 0) yield break;
        yield return report.Finding("R13", [],
            $"{year} 年的报告，{string.Join("、", others.Select(form => $"表{form.Key}用的是 {form.Value} 年表式"))}");
    }
}

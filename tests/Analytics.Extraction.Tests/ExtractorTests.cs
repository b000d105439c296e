// The way from bytes to a report: whatever arrives, a report comes out, or a quarantined one with a reason.
using System.Text;
using Analytics.Catalog;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class ExtractorTests
{
    private static readonly Extractor Extractor = new(CatalogData.Current);

    [Fact]
    public void A_whole_report_is_not_quarantined()
    {
        var report = Printed.Extract(Printed.Text("2019", "requests.received.natural=1"));

        Assert.False(report.IsQuarantined);
        Assert.Equal(("杭州市拱墅区教育局", 2020, ReportScope.Own), (report.Agency!.Name, report.Year!.Value.Value, report.Scope));
    }

    [Fact]
    public void What_cannot_be_opened_is_quarantined_with_the_readers_reason()
    {
        var report = Extractor.Extract("inbox/report.pdf", "%PDF-1.7"u8.ToArray());

        Assert.Equal("report.pdf", report.File);
        Assert.Contains("PDF", report.Reason, StringComparison.Ordinal);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("R19", Severity.Error, report.Reason), (finding.Rule, finding.Severity, finding.Message));
    }

    [Theory]
    [InlineData("杭州市拱墅区教育局2020年", "", "机关名称")]
    [InlineData("2020年政府", "政府", "报告年度")]
    public void A_report_without_agency_or_year_is_quarantined_and_keeps_what_was_read(string text, string with, string missing)
    {
        var report = Printed.Extract(Printed.Text("2019", "rules.made=7").Replace(text, with, StringComparison.Ordinal));

        Assert.Contains("未能识别" + missing, report.Reason, StringComparison.Ordinal);
        Assert.Equal("7", report.Facts.Shown("rules.made"));
        Assert.Contains(report.Findings, finding => finding.Rule == "R19" && finding.Metrics.Count == 0);
    }

    [Fact]
    public void A_text_without_the_statutory_tables_is_quarantined()
    {
        Assert.Contains("法定统计表", Printed.Extract("拱墅区教育局2020年政府信息公开工作年度报告\n一、总体情况\n收到申请12件。\n").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_form_is_quarantined()
    {
        var cells = CatalogData.Current.Metrics.Where(metric => metric.Forms.Contains("2021")).Select(metric => metric.Key.Value + "=").ToArray();

        Assert.Contains("空白表", Printed.Extract(Printed.Text("2021", cells)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ambiguous_short_name_is_settled_by_the_regions_of_the_text()
    {
        var text = Printed.Text("2019").Replace(Printed.Title, "巴州教育局", StringComparison.Ordinal) + "\n按照新疆维吾尔自治区的部署。\n";

        var report = Printed.Extract(text);

        Assert.Equal(("巴音郭楞蒙古自治州教育局", "652800", "教育局"), (report.Agency!.Name, report.Agency.Region!.Value.Value, report.Agency.Office));
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "R23");
    }

    [Fact]
    public void Lines_lost_doubled_or_exchanged_never_break_the_reading_nor_give_a_cell_twice()
    {
        var lines = Printed.Text("2021", "requests.received.natural=3", "requests.received.total=3", "fees.amount_wan=1.5").Split('\n');
        var at = Gen.Choose(0, lines.Length - 1);
        var changes = Gen.OneOf(
            at.Select(i => lines.Where((_, k) => k != i).ToArray()),
            at.Select(i => lines[..i].Append(lines[i]).Concat(lines[i..]).ToArray()),
            at.Two().Select(two => lines.Select((line, k) => k == two.Item1 ? lines[two.Item2] : k == two.Item2 ? lines[two.Item1] : line).ToArray()),
            at.Select(i => lines.Select((line, k) => k == i ? line.Replace("\t", "", StringComparison.Ordinal) : line).ToArray()),
            at.Select(i => lines.Select((line, k) => k == i ? line.Replace("\t", "\n", StringComparison.Ordinal) : line).ToArray()),
            at.Select(i => lines[i..]));

        Prop.ForAll(changes.ToArbitrary(), changed =>
        {
            var report = Extractor.Extract("report.txt", Encoding.UTF8.GetBytes(string.Join('\n', changed)));
            return report.Facts.DistinctBy(fact => fact.Metric).Count() == report.Facts.Count
                && report.Facts.All(fact => (fact.State == FactState.Number) == fact.Value.HasValue)
                && report.Facts.Where(fact => fact.State == FactState.Unread).All(fact => report.Findings.Any(finding => finding.Rule == "R18" && finding.Metrics.Contains(fact.Metric)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public void One_extractor_serves_many_threads()
    {
        var texts = Enumerable.Range(0, 16).Select(i => Printed.Text(i % 2 == 0 ? "2019" : "2021", $"licensing.decisions={i}")).ToList();

        var read = texts.AsParallel().AsOrdered().Select(text => Extractor.Extract("report.txt", Encoding.UTF8.GetBytes(text)).Facts.Shown("licensing.decisions"));

        Assert.Equal(Enumerable.Range(0, 16).Select(i => $"{i}"), read);
    }
}

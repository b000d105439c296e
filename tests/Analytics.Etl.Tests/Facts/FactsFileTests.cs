// Facts that come as rows: what is right is loaded like a report that was read, what is wrong is named by its row.
using System.IO.Compression;
using System.Text;
using Analytics.Catalog;
using Analytics.Etl.Facts;
using Analytics.Extraction;
using Analytics.Synthetic;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Facts;

public sealed class FactsFileTests : IDisposable
{
    private const string Head = "agency,region,year,scope,metric,state,value,unit";
    private const string Gongshu = "杭州市拱墅区教育局,330105,2020,own,";
    private readonly string folder = Directory.CreateTempSubdirectory("facts-tests-").FullName;
    private readonly FactsFile facts = new(CatalogData.Current, new Extractor(CatalogData.Current));

    [Fact]
    public void Synthetic_facts_come_back_as_they_were_made_with_the_findings_they_were_made_with()
    {
        var plan = new SyntheticPlan(7, 25, new ReportYear(2019), new ReportYear(2022));
        new SyntheticFiles(CatalogData.Current, plan).Write(folder);
        var made = new SyntheticData(CatalogData.Current, plan).Reports().Select(item => item.Report!).GroupBy(report => (report.Agency.Name, report.Year)).Select(versions => versions.Last())
            .Select(report => $"{report.Agency} {report.Year} {report.Scope} {report.Forms["二"]} {report.FactsSha256()} {Rules(report.Findings)}").Order(StringComparer.Ordinal);

        var read = Directory.GetFiles(folder, "facts-*.csv").SelectMany(facts.Read).Select(one => Items.Of(one.Report, null, CatalogData.Current).Report!)
            .Select(report => $"{report.Agency} {report.Year} {report.Scope} {report.Forms["二"]} {report.FactsSha256()} {Rules(report.Findings)}").Order(StringComparer.Ordinal);

        Assert.Equal(made, read);
    }

    [Fact]
    public void An_agency_is_its_region_and_office_and_a_fact_stands_at_its_row()
    {
        var report = Assert.Single(Read(Gongshu + "licensing.decisions,number,12,件", Gongshu + "fees.items_prev,blank,,")).Report;

        Assert.Equal(("杭州市拱墅区教育局", "拱墅区教育局", "330105"), (report.Agency!.Name, report.Agency.ShortName, report.Agency.Region!.Value.Value));
        Assert.Equal([("licensing.decisions", (decimal?)12, 2), ("fees.items_prev", null, 3)], report.Facts.Select(fact => (fact.Metric.Value, fact.Value, fact.Source.Anchor.Line!.Value)));
    }

    [Theory]
    [InlineData("23600", "元", "2.36")]
    [InlineData("2.36", "万元", "2.36")]
    [InlineData("0.1", "亿元", "1000")]
    [InlineData("5", "", "5")]
    public void Amounts_are_kept_in_wan_yuan(string value, string unit, string wan)
    {
        var fact = Assert.Single(Assert.Single(Read(Gongshu + $"procurement.amount_wan,number,{value},{unit}")).Report.Facts);

        Assert.Equal(decimal.Parse(wan, System.Globalization.CultureInfo.InvariantCulture), fact.Value);
    }

    [Theory]
    [InlineData(Gongshu + "no.such,number,1,件", "没有指标")]
    [InlineData(Gongshu + "No Key,number,1,件", "没有指标")]
    [InlineData(Gongshu + "disclosure_rate,number,1,%", "没有指标")]
    [InlineData(Gongshu + "licensing.decisions,number,many,件", "状态")]
    [InlineData(Gongshu + "licensing.decisions,blank,1,件", "状态")]
    [InlineData(Gongshu + "licensing.decisions,number,1,万元", "单位")]
    [InlineData(Gongshu + "procurement.amount_wan,number,0.00000001,万元", "超出范围")]
    [InlineData("某局,999999,2020,own,licensing.decisions,number,1,件", "没有地区代码")]
    [InlineData("某局,,20,own,licensing.decisions,number,1,件", "不是报告年度")]
    [InlineData("某局,,2020,all,licensing.decisions,number,1,件", "口径")]
    [InlineData(",330105,2020,own,licensing.decisions,number,1,件", "缺少机关名称")]
    public void A_row_that_cannot_be_taken_is_named_and_keeps_its_report_out(string row, string problem)
    {
        var report = Assert.Single(Read(row)).Report;

        Assert.Contains("第 2 行", report.Reason, StringComparison.Ordinal);
        Assert.Contains(problem, report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_twice_and_a_report_in_two_places_are_refused()
    {
        const string Other = "杭州市拱墅区民政局,330105,2020,own,licensing.decisions,number,1,件";
        var reports = Read(Gongshu + "licensing.decisions,number,1,件", Other, Gongshu + "penalties.decisions,number,1,件", Gongshu + "penalties.decisions,number,2,件");

        Assert.Equal([true, true, false], reports.Select(one => one.Report.Reason is null));
        Assert.Contains("第 4 行：同一份报告", reports[2].Report.Reason, StringComparison.Ordinal);
        Assert.Contains("第 5 行：指标 penalties.decisions", reports[2].Report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_file_with_the_columns_of_facts_is_one()
    {
        var (plain, packed, other) = (Path.Combine(folder, "a.csv"), Path.Combine(folder, "b.csv.gz"), Path.Combine(folder, "c.csv"));
        File.WriteAllText(plain, Head + "\n", Encoding.UTF8);
        using (var stream = new GZipStream(File.Create(packed), CompressionMode.Compress)) stream.Write(Encoding.UTF8.GetBytes(Head + "\n"));
        File.WriteAllText(other, "agency,region\n");

        Assert.Equal([true, true, false], new[] { plain, packed, other }.Select(FactsFile.IsFacts));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private List<FactsOfReport> Read(params string[] rows)
    {
        var file = Path.Combine(folder, "facts.csv");
        File.WriteAllText(file, string.Join('\n', [Head, .. rows]));
        return facts.Read(file).ToList();
    }

    private static string Rules(IEnumerable<Finding> findings) =>
        string.Join(' ', findings.Select(finding => $"{finding.Rule}{finding.Metrics.Count}:{finding.Expected:0.######}:{finding.Printed:0.######}").Order(StringComparer.Ordinal));
}

// Facts that come as rows: what is right is loaded like a report that was read, what is wrong is named by its row.
using System.IO.Compression;
using System.Text;
using Analytics.Catalog;
using Analytics.Etl.Facts;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Synthetic;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Facts;

public sealed class FactsFileTests : IDisposable
{
    private const string Head = "agency,region,year,scope,metric,state,value,unit";
    private const string Gongshu = "杭州市拱墅区教育局,330105,2020,own,";
    private readonly string folder = Directory.CreateTempSubdirectory("facts-tests-").FullName;
    private readonly DocumentIntake intake = FactFiles.Intake();
    private readonly FactsFile facts;

    public FactsFileTests() => facts = new FactsFile(CatalogData.Current, new Extractor(CatalogData.Current), intake);

    [Fact]
    public async Task Synthetic_facts_come_back_as_they_were_made_with_the_findings_they_were_made_with()
    {
        var plan = new SyntheticPlan(7, 25, new ReportYear(2019), new ReportYear(2022));
        new SyntheticFiles(CatalogData.Current, plan).Write(folder);
        var made = new SyntheticData(CatalogData.Current, plan).Reports().Select(item => item.Report!).GroupBy(report => (report.Agency.Name, report.Year)).Select(versions => versions.Last())
            .Select(report => $"{report.Agency} {report.Year} {report.Scope} {report.Forms["二"]} {report.FactsSha256()} {Rules(report.Findings)}").Order(StringComparer.Ordinal);

        var found = await Directory.GetFiles(folder, "facts-*.csv").ToAsyncEnumerable().SelectMany(file => facts.ReadAsync(file, Path.GetFileName(file), default)).ToListAsync();
        var read = found.Select(one => Items.Of(one.Report, null, CatalogData.Current).Report!)
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
    [InlineData("某局,999999,2020,own,licensing.decisions,number,1,件", "没有代码为 999999 的地区")]
    [InlineData("某局,没有这里,2020,own,licensing.decisions,number,1,件", "没有“没有这里”这一地区")]
    [InlineData("某局,,2020,1,licensing.decisions,number,1,件", "口径")]
    [InlineData(Gongshu + "procurement.amount_wan,number,79228162514264337593543950335,亿元", "超出范围")]
    [InlineData(Gongshu + "licensing.decisions,number,\uFFFD,件", "无法识别的字符")]
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

    [Theory]
    [InlineData("a.csv", Head, true)]
    [InlineData("a.csv", "数值,指标,年度,地区,机关", true)]
    [InlineData("a.csv", "agency,year,metric", true)]
    [InlineData("a.csv", "agency,region", false)]
    [InlineData("a.csv", "指标,数值", false)]
    [InlineData("a.txt", Head, false)]
    [InlineData("a.json", """[{"agency":"a","region":"","year":2020,"metric":"m","value":1}]""", true)]
    [InlineData("a.jsonl", "{\"机关\":\"a\",\"年度\":2020,\"指标\":\"m\"}\n{", true)]
    [InlineData("a.json", """{"title":"某局年度报告","metric":{"agency":1,"region":2,"year":3}}""", false)]
    [InlineData("a.json", "[1]", false)]
    [InlineData("a.json", "年度报告", false)]
    [InlineData("a.xlsx", Head, false)]
    public async Task Facts_are_told_by_their_heads(string name, string text, bool isFacts)
    {
        var (plain, packed) = (Path.Combine(folder, name), Path.Combine(folder, name + ".gz"));
        await File.WriteAllTextAsync(plain, text + "\n", Encoding.UTF8);
        await using (var stream = new GZipStream(File.Create(packed), CompressionMode.Compress)) await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"));

        Assert.Equal((isFacts, isFacts), (await facts.IsFactsAsync(plain, default), await facts.IsFactsAsync(packed, default)));
    }

    [Fact]
    public void A_file_of_gb18030_with_chinese_heads_and_columns_left_out_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var report = Assert.Single(ReadBytes("facts.csv", Encoding.GetEncoding("GB18030").GetBytes(
            "备注,数值,指标,年度,地区,机关,发布日期\r\n无,12,行政许可决定,2020,浙江省/杭州市/拱墅区,拱墅区教育局,2021/1/20\r\n无,/,fees.items_prev,2020,浙江省/杭州市/拱墅区,拱墅区教育局,\r\n"))).Report;

        Assert.Null(report.Reason);
        Assert.Equal(("杭州市拱墅区教育局", ReportScope.Own, new DateOnly(2021, 1, 20)), (report.Agency!.Name, report.Scope, report.Published!.Value));
        Assert.Equal([(FactState.Number, (decimal?)12), (FactState.Blank, null)], report.Facts.Select(fact => (fact.State, fact.Value)));
        Assert.Equal(new DateOnly(2021, 1, 20), Items.Of(report, null, CatalogData.Current).Published);
    }

    [Theory]
    [InlineData("2021-13-01", "2021-13-01", "应写作")]
    [InlineData("2021-01-20", "2021-01-21", "与这份报告前面的不同")]
    public void A_date_that_is_none_or_another_one_keeps_the_report_out(string first, string second, string problem)
    {
        var report = Assert.Single(ReadBytes("facts.csv", Encoding.UTF8.GetBytes($"{Head},published\n{Gongshu}licensing.decisions,number,1,件,{first}\n{Gongshu}penalties.decisions,number,1,件,{second}"))).Report;

        Assert.Contains(problem, report.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facts.csv", "agency,region,year,metric\n", "表头缺少数值")]
    [InlineData("facts.csv", "agency,region,year,metric,value,数值\n", "出现了两次")]
    [InlineData("facts.json", """[{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions","value":1},{"agency":""", "第 2 条或其后不是有效的 JSON")]
    [InlineData("facts.json", """[[[[[[[[[[1]]]]]]]]]]""", "第 1 条或其后不是有效的 JSON")]
    public void A_file_that_cannot_be_read_to_its_end_says_so_and_the_report_in_hand_is_kept_out(string name, string text, string problem) =>
        Assert.Contains(problem, Assert.Single(ReadBytes(name, Encoding.UTF8.GetBytes(text))).Report.Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions"}""", "缺少“数值”（value）")]
    [InlineData("""{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions","value":[1]}""", "“value”应为文字或数字")]
    [InlineData("""{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions","value":1,"数值":2}""", "出现了两次")]
    [InlineData("""{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions","value":1e-9}""", "超出范围")]
    [InlineData("""{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions","value":1e99}""", "状态")]
    [InlineData("""{"agency":"某局","region":"","year":2020,"metric":"licensing.decisions","value":"\ud800"}""", "无法识别的字符")]
    [InlineData("1", "不是 { } 对象")]
    public void An_object_that_cannot_be_taken_is_named_by_its_place_and_others_go_on(string json, string problem)
    {
        const string Other = """{"agency":"杭州市拱墅区教育局","region":"330105","year":"2020","metric":"licensing.decisions","value":1e1}""";
        var reports = ReadBytes("facts.json", Encoding.UTF8.GetBytes($"[{Other},{json}]"));
        var lines = ReadBytes("facts.jsonl", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"{Other}\n{json}\n")]);

        foreach (var found in new[] { reports, lines })
        {
            Assert.Equal([true, false], found.Select(one => one.Report.Reason is null));
            Assert.Equal(10, Assert.Single(found[0].Report.Facts).Value);
            Assert.Contains("第 2 条：", found[1].Report.Reason, StringComparison.Ordinal);
            Assert.Contains(problem, found[1].Report.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_packed_file_that_is_cut_off_says_so()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            stream.Write(Encoding.UTF8.GetBytes(Head + "\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"某局{i * 7919},,2020,own,licensing.decisions,number,{i},件\n"))));
        var reports = ReadBytes("facts.csv.gz", packed.ToArray()[..(int)(packed.Length / 2)]);

        Assert.NotNull(reports[^1].Report.Reason);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private List<FactsOfReport> Read(params string[] rows) => ReadBytes("facts.csv", Encoding.UTF8.GetBytes(string.Join('\n', [Head, .. rows])));

    private List<FactsOfReport> ReadBytes(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, bytes);
        return facts.ReadAsync(file, Path.GetFileName(file), default).ToBlockingEnumerable().ToList();
    }

    private static string Rules(IEnumerable<Finding> findings) =>
        string.Join(' ', findings.Select(finding => $"{finding.Rule}{finding.Metrics.Count}:{finding.Expected:0.######}:{finding.Printed:0.######}").Order(StringComparer.Ordinal));
}

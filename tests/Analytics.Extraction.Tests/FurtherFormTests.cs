// A further form is further rows of the seeds: with them it is read, and no code knows of it.
using Analytics.Synthetic;
using System.Text;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class FurtherFormTests
{
    private const string OldReport = """
        杭州市拱墅区教育局2015年政府信息公开工作年度报告
        附表
        指标名称	单位	统计数
        一、主动公开情况		
        （一）主动公开政府信息数	条	123
        其中：主动公开规范性文件数	条	4
        三、依申请公开情况		
        （一）收到申请数	件	12
        1.当面申请数	件	3
        2.网络申请数	件	9
        （二）申请办结数	件	12

        """;

    // A form for 2031: table 二 keeps the rules, under other heads, and has a line of its own; tables 三 and 四 stay.
    private static readonly CatalogData With2031 = CatalogData.From(name => name switch
    {
        "form-lines.csv" => Keep(name).Replace("二,licensing,", "二,standards,2031,一,,required,地方标准,\n二,licensing,", StringComparison.Ordinal),
        "form-columns.csv" => Keep(name) + "二,一,2031,1,drafted,本年起草件数,件,\n二,一,2031,2,at_year_end,年末有效件数,件,\n"
            + "二,五,2031,1,decisions,全年办结件数,件,\n二,六,2031,1,decisions,全年办结件数,件,\n二,八,2031,1,amount_wan,全年实收金额,万元,\n",
        "metrics.csv" => Metrics(),
        _ => Seeds.Text(name),
    });

    // The form of 2014 with some of its lines: one table, one column of values, a column of units in front of it.
    private static readonly CatalogData With2014 = CatalogData.From(name => name switch
    {
        "form-lines.csv" => Seeds.Text(name) + string.Concat(Old().Select(old => $"统,{old.Line},2014,,,{(old.IsOptional ? "optional" : "required")},{old.Label},\n")),
        "form-columns.csv" => Seeds.Text(name) + "统,,2014,1,number,统计数,,\n",
        "metrics.csv" => Seeds.Text(name) + string.Concat(Old().Select(old => $"{old.Line}.number,统,2014,{old.Label},{old.Label},{old.Label},统计数,件,flow,,\n")),
        _ => Seeds.Text(name),
    });

    [Fact]
    public void A_made_up_form_is_read_from_rows_of_the_seeds_alone()
    {
        var facts = Facts();
        var bytes = Print(facts);
        var read = new Extractor(With2031).Extract("report.txt", bytes);
        Assert.Null(read.Reason);
        Assert.Equal(["2031", "2031", "2031"], read.Forms.Values);
        Assert.Equal(
            facts.Expected(With2031).Select(cell => (cell.Key.Value, cell.Value.Value)).Order(),
            read.Facts.Select(fact => (fact.Metric.Value, fact.Value)).Order());
        Assert.Equal("12", read.Facts.Shown("standards.at_year_end"));
        Assert.DoesNotContain(read.Findings, finding => finding.Rule is "R13" or "R18");

        Assert.DoesNotContain(new Extractor(CatalogData.Current).Extract("report.txt", bytes).Facts, fact => fact.Metric.Column is "drafted" or "at_year_end");
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void The_other_forms_are_read_as_before(string form)
    {
        var text = Printed.Text(form, "rules.disclosed=3", "rules.issued=3", "requests.received.natural=5", "requests.received.total=5");
        var before = Printed.Extract(text);
        var after = new Extractor(With2031).Extract("report.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal(before.Facts, after.Facts);
        Assert.Equal(before.Forms, after.Forms);
    }

    [Fact]
    public void An_older_form_that_is_given_lines_is_read_and_no_longer_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(OldReport);
        Assert.Contains("旧表式（2014 年起使用", new Extractor(CatalogData.Current).Extract("report.txt", bytes).Reason, StringComparison.Ordinal);

        var read = new Extractor(With2014).Extract("report.txt", bytes);
        Assert.Null(read.Reason);
        Assert.Equal("2014", Assert.Single(read.Forms).Value);
        Assert.Equal(
            [("old.disclosed", 123m), ("old.disclosed.normative", 4m), ("old.received", 12m), ("old.received.in_person", 3m), ("old.received.online", 9m), ("old.closed", 12m)],
            read.Facts.Select(fact => (fact.Metric.Line, fact.Value!.Value)));
        Assert.All(read.Facts, fact => Assert.Equal(3, fact.Source.Anchor.Column));
    }

    private static byte[] Print(ReportFacts facts) => new PlainTextWriter(TextLayout.Tabs, TextEncoding.Utf8).Write(new ReportPrinter(With2031, Noise.None).Print(facts));

    private static ReportFacts Facts() => new(
        Printed.Title, 2031, null, new[] { "二", "三", "四" }.ToDictionary(table => table, _ => "2031", StringComparer.Ordinal),
        With2031.Metrics.Where(metric => metric.Forms.Contains("2031", StringComparer.Ordinal)).ToDictionary(metric => metric.Key, metric => metric.Key.Value switch
        {
            "rules.drafted" => "7",
            "standards.at_year_end" => "12",
            "fees.amount_wan" => "3.5",
            _ => "0",
        }));

    // What both forms have in common, the new one has too; of table 二 the lines only.
    private static string Keep(string name) => string.Concat(Seeds.Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Replace(",2019 2021,", ",2019 2021 2031,", StringComparison.Ordinal) + "\n"));

    private static string Metrics() => string.Concat(Keep("metrics.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row =>
            (row.Split(',')[0] is "licensing.decisions" or "penalties.decisions" or "compulsion.decisions" or "fees.amount_wan"
                ? row.Replace(",2021,", ",2021 2031,", StringComparison.Ordinal) : row) + "\n"))
        + string.Concat(new[] { ("rules", "规章"), ("normative_documents", "规范性文件"), ("standards", "地方标准") }.Select(line =>
            $"{line.Item1}.drafted,二,2031,{line.Item2}·起草,,{line.Item2},本年起草件数,件,flow,,\n{line.Item1}.at_year_end,二,2031,{line.Item2}·有效,,{line.Item2},年末有效件数,件,stock,,\n"));

    private static (string Line, string Label, bool IsOptional)[] Old() =>
    [
        ("old.disclosed", "（一）主动公开政府信息数", false), ("old.disclosed.normative", "主动公开规范性文件数", true), ("old.received", "（一）收到申请数", false),
        ("old.received.in_person", "1.当面申请数", false), ("old.received.online", "2.网络申请数", false), ("old.closed", "（二）申请办结数", false),
    ];
}

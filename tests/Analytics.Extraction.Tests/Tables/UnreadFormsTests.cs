// A report on a form that is not read is told from a report that is none, and the person who sent it need do nothing.
namespace Analytics.Extraction.Tests;

public sealed class UnreadFormsTests
{
    // Some of its lines are alike to lines of today's form; none of its numbers is read as one of those.
    private const string Form2014 = """
        指标名称	单位	统计数
        （一）主动公开政府信息数	条	123
        1.政府公报公开政府信息数	条	0
        2.政府网站公开政府信息数	条	123
        （一）收到申请数	件	12
        1.当面申请数	件	3
        2.传真申请数	件	0
        （二）申请办结数	件	12
        四、行政复议数量	件	1
        五、行政诉讼数量	件	0

        """;

    private const string Form2008 = "指标名称计量单位本年度主动公开信息数条212其中：政府网站公开数条212当面申请数条0网上申请数条3信函、传真申请数条0对申请的答复总数条3同意公开答复数条3行政诉讼数件0";

    [Theory]
    [InlineData(2014, Form2014, "2014 年起使用")]
    [InlineData(2018, Form2014, "2014 年起使用")]
    [InlineData(2010, Form2008, "2008 年起使用")]
    public void A_report_on_an_older_form_is_quarantined_with_that_reason_alone(int year, string table, string which)
    {
        var report = Printed.Extract(Title(year) + table);

        Assert.Contains("旧表式", report.Reason, StringComparison.Ordinal);
        Assert.Contains(which, report.Reason, StringComparison.Ordinal);
        Assert.Contains("尚未读取", report.Reason, StringComparison.Ordinal);
        Assert.Empty(report.Facts);
        Assert.Equal("R19", Assert.Single(report.Findings, finding => finding.Severity == Analytics.Catalog.Severity.Error).Rule);
    }

    [Fact]
    public void An_older_report_without_the_form_is_quarantined_with_its_year()
    {
        var report = Printed.Extract(Title(2009) + "全年主动公开政府信息212条，收到申请3件。\n");

        Assert.Contains("2009 年度的报告，早于 2019 年", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recent_text_that_uses_a_few_of_the_words_is_not_taken_for_the_form()
    {
        var report = Printed.Extract(Title(2020) + "收到申请数12件，当面申请数3件。\n");

        Assert.DoesNotContain("旧表式", report.Reason, StringComparison.Ordinal);
        Assert.Contains("法定统计表", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_on_todays_form_is_read_although_an_older_table_is_attached_to_it()
    {
        var report = Printed.Extract(Printed.Text("2021", "requests.received.natural=1") + Form2014);

        Assert.False(report.IsQuarantined, report.Reason);
        Assert.Equal("1", report.Facts.Shown("requests.received.natural"));
    }

    [Fact]
    public void An_older_year_on_todays_form_is_read_because_the_heads_tell_the_form()
    {
        Assert.False(Printed.Extract(Printed.Text("2019", "rules.made=7").Replace("2020年", "2018年", StringComparison.Ordinal)).IsQuarantined);
    }

    private static string Title(int year) => $"杭州市拱墅区教育局{year.ToString(System.Globalization.CultureInfo.InvariantCulture)}年政府信息公开工作年度报告\n";
}

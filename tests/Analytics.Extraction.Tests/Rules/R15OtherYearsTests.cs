// A text taken over from another year is told once for each year it names.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R15OtherYearsTests
{
    [Fact]
    public void Another_year_of_the_own_work_is_told_once()
    {
        var finding = Assert.Single(In("2018年我局公开信息15条。2018年我局召开会议3次。"));

        Assert.Equal((Severity.Info, 2020m, 2018m), (finding.Severity, finding.Expected, finding.Printed));
        Assert.Contains("报告年度为 2020，正文“2018年我局公开信息15条”等 2 处写的是 2018 年", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reports_own_year_raises_nothing() => Assert.Empty(In("2020年我局公开信息15条。"));

    private static List<Finding> In(string text)
    {
        var whole = Printed.Text("2019");
        var at = whole.IndexOf("本节从略。", StringComparison.Ordinal);
        return Found.In("R15", whole[..at] + text + whole[(at + "本节从略。".Length)..]);
    }
}

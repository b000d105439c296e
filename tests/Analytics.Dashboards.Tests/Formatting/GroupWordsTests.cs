// Coverage and omissions are said with every figure of a group.
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class GroupWordsTests
{
    private static readonly GroupWords Words = new(PageServices.Texts);

    [Fact]
    public void Coverage_is_told_against_the_roster()
    {
        Assert.Equal("16 / 21", Words.Coverage(new GroupCoverage(14, 21, 5)));
        Assert.Equal("应报 21 个机关，已报 16 个，缺 5 个；所示口径的报告 14 份", Words.CoverageInFull(new GroupCoverage(14, 21, 5)));
    }

    [Fact]
    public void Without_a_roster_only_the_reports_are_counted() => Assert.Equal("14 份报告", Words.Coverage(new GroupCoverage(14, null, null)));

    [Fact]
    public void Each_reason_for_leaving_out_is_named_with_its_number_and_the_others_are_not()
    {
        Assert.Equal("存疑 2、分母过小 40", Words.LeftOut(new LeftOut(2, 0, 40, 0)));
        Assert.Equal("", Words.LeftOut(default));
    }
}

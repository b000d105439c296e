// Years and names are told by the part of the report they stand in; a heading of another part must not open or close it.
namespace Analytics.Extraction.Tests;

public sealed class SectionsTests
{
    [Theory]
    [InlineData("一、总体情况", true)]
    [InlineData("##一、总体情况", true)]
    [InlineData("????一、总体情况", true)]
    [InlineData("第一部分概述", true)]
    [InlineData("一、基本情况", true)]
    [InlineData("一、本年新收政府信息公开申请数量", false)]
    [InlineData("总体情况良好", false)]
    public void The_first_heading_is_known(string line, bool isFirst) => Assert.Equal(isFirst, Sections.BeginsOverview(line));

    [Fact]
    public void The_overview_ends_at_the_second_heading()
    {
        Assert.Equal(["一、总体情况", "文", "(二)依申请公开"], Sections.Overview(["前", "一、总体情况", "文", "(二)依申请公开", "二、主动公开政府信息情况", "后"]));
        Assert.Empty(Sections.Overview(["前", "二、主动公开政府信息情况"]));
    }

    [Fact]
    public void Plans_begin_at_the_fifth_heading()
    {
        Assert.Equal(["前"], Sections.BeforePlans(["前", "五、存在的主要问题及改进情况", "后"]));
        Assert.Equal(["前"], Sections.BeforePlans(["前", "(五)政府信息公开工作存在的主要问题及改进情况", "后"]));
        Assert.Equal(["前", "后"], Sections.BeforePlans(["前", "后"]));
    }
}

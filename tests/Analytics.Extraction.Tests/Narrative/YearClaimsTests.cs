// A copied text gives itself away by its year; histories, plans, comparisons and documents have years of their own.
namespace Analytics.Extraction.Tests;

public sealed class YearClaimsTests
{
    [Theory]
    [InlineData("2018年我局未出现因信息公开不到位需要进行责任追究的情况。", 2018)]
    [InlineData("2019年，我局认真贯彻落实条例，主动公开信息100条。", 2019)]
    [InlineData("截至2019年12月31日，区教育局主动公开信息100条。", 2019)]
    [InlineData("截止2019年底，本机关公开信息15条。", 2019)]
    [InlineData("我局2019年共公开信息15条。", 2019)]
    [InlineData("（六）监督保障情况。拱墅区教育局2019年度未收到投诉。", 2019)]
    [InlineData("一是2019年我局召开会议3次。", 2019)]
    [InlineData("2021年，我局共收到政府信息公开申请5件。", 2021)]
    public void A_year_of_the_bodys_own_work_is_a_claim(string text, int year) => Assert.Equal(year, Assert.Single(Claims(text)).Year);

    [Theory]
    [InlineData("2020年，我局认真贯彻落实条例。")]
    [InlineData("2020年，我局收到申请8件，2019年我局收到申请5件。")]
    [InlineData("2019年我局收到申请5件，今年同比增长60%。")]
    [InlineData("与2019年相比，我局公开信息增长12%。")]
    [InlineData("较2019年增长12%。")]
    [InlineData("根据国办公开办函〔2019〕60号文件，我局编制本报告。")]
    [InlineData("根据《2019年政务公开工作要点》，我局认真落实。")]
    [InlineData("学习2019年新修订的条例条文。")]
    [InlineData("条例自2008年5月1日起施行。")]
    [InlineData("2019年我局印发了依申请公开办法。")]
    [InlineData("2018年，我局被评为先进单位。")]
    [InlineData("2019年机构改革后，我局职能划转。")]
    [InlineData("2019年，区委、区政府高度重视。")]
    [InlineData("1件结转2021年继续办理。")]
    [InlineData("2021年，我局将进一步加强公开工作。")]
    [InlineData("2021年我局计划公开信息100条。")]
    [InlineData("2021年，我局重点抓好以下工作。")]
    [InlineData("2021年1月20日")]
    [InlineData("公开了2019年度部门决算和2021年部门预算。")]
    [InlineData("我局2019年度部门决算已公开。")]
    [InlineData("我局2021年政务公开工作要点已经印发。")]
    [InlineData("自2019年以来，我局不断完善制度。")]
    [InlineData("2018年以来，我局不断完善制度。")]
    [InlineData("2019年度我局部门决算已经公开。")]
    [InlineData("2019年我局年报指出的问题，已整改。")]
    [InlineData("2019年9月，我局迁至新址。")]
    [InlineData("2019年，我局收到申请5件。2020年，我局收到申请8件。")]
    [InlineData("2019年我局政府信息公开目录")]
    public void Other_years_are_none(string text) => Assert.Empty(Claims(text));

    [Fact]
    public void What_is_planned_under_problems_is_none() =>
        Assert.Empty(Claims("五、存在的主要问题及改进情况", "2021年，我局力求做好以下3项工作。"));

    private static IReadOnlyList<YearClaim> Claims(params string[] text) => Told.Claims(Told.Bureau, Analytics.Catalog.ReportScope.Own, text).OtherYears;
}

// 规章 can only be made by few bodies; elsewhere the figure counts something else.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R20RuleMakingTests
{
    [Theory]
    [InlineData("杭州市拱墅区教育局")]
    [InlineData("杭州市拱墅区人民政府")]
    [InlineData("杭州市教育局")]
    [InlineData("浙江省教育厅")]
    [InlineData("平潭综合实验区管理委员会")]
    public void Rules_of_a_body_that_cannot_make_them_are_named(string agency)
    {
        var finding = Assert.Single(Of(agency, "rules.made=1", "rules.disclosed=0", "rules.public_total=3"));

        Assert.Equal(["rules.made", "rules.public_total"], finding.Cells());
        Assert.Equal((Severity.Warning, 0m), (finding.Severity, finding.Expected));
        Assert.Contains(agency[^4..], finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("浙江省人民政府")]
    [InlineData("杭州市人民政府")]
    [InlineData("杭州市")]
    [InlineData("杭州市人民政府办公厅")]
    [InlineData("某部")]
    public void Governments_of_provinces_and_cities_and_bodies_without_a_region_may_have_rules(string agency) => Assert.Empty(Of(agency, "rules.made=1"));

    [Theory]
    [InlineData("0")]
    [InlineData("/")]
    [InlineData("")]
    public void No_rules_raise_nothing(string printed) => Assert.Empty(Of("杭州市拱墅区教育局", "rules.made=" + printed));

    private static List<Finding> Of(string agency, params string[] cells) =>
        Found.In("R20", Printed.Text("2019", cells).Replace(Printed.Title, agency, StringComparison.Ordinal));
}

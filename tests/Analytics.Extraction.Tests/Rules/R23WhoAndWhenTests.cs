// A copied text gives itself away by another name or year; the figures are kept, the doubt is told.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R23WhoAndWhenTests
{
    private static readonly string Whole = Printed.Text("2019");

    [Fact]
    public void A_document_that_agrees_with_itself_raises_nothing()
    {
        Assert.Empty(Found.In("R23", Whole + "\n" + Printed.Title + "\n2021年1月27日\n"));
    }

    [Fact]
    public void Another_year_in_the_period_is_told()
    {
        var finding = Assert.Single(Found.In("R23", Whole + "\n统计期限自2019年1月1日起至2019年12月31日止。\n"));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("标题为 2020 年，统计期限为 2019 年", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_under_the_text_is_told()
    {
        var message = Assert.Single(Found.In("R23", Whole + "\n上海市静安区财政局\n2021年1月27日\n")).Message;

        Assert.Contains("标题为“杭州市拱墅区教育局”，落款为“上海市静安区财政局”", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_office_of_another_region_under_the_text_is_told()
    {
        var message = Assert.Single(Found.In("R23", Whole + "\n上海市静安区教育局\n2021年1月27日\n")).Message;

        Assert.Contains("落款为“上海市静安区教育局”", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("上海市静安区教育局2020年政府信息公开工作年度报告", "文件属性中的标题为“上海市静安区教育局”")]
    [InlineData("杭州市拱墅区财政局2020年政府信息公开工作年度报告", "文件属性中的标题为“杭州市拱墅区财政局”")]
    [InlineData("杭州市拱墅区教育局2019年政府信息公开工作年度报告", "文件标题为 2019 年")]
    public void Another_name_or_year_in_the_title_that_the_file_carries_is_told(string title, string told)
    {
        var report = new Extractor(CatalogData.Current).Extract(Docs.Text(Whole) with { Title = title });

        Assert.Contains(told, Assert.Single(report.Findings, finding => finding.Rule == "R23").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("区教育局2020年政府信息公开工作年度报告")]
    [InlineData("拱墅区教育局2020年政府信息公开工作年度报告_某网站")]
    [InlineData("年报模板")]
    public void The_same_name_in_the_title_that_the_file_carries_raises_nothing(string title) => Assert.DoesNotContain(
        new Extractor(CatalogData.Current).Extract(Docs.Text(Whole) with { Title = title }).Findings, finding => finding.Rule == "R23");

    [Fact]
    public void A_region_name_that_several_have_is_told_with_all_of_them()
    {
        var message = Assert.Single(Found.In("R23", Whole.Replace(Printed.Title, "朝阳区教育局", StringComparison.Ordinal))).Message;

        Assert.Contains("北京市/朝阳区", message, StringComparison.Ordinal);
        Assert.Contains("吉林省/长春市/朝阳区", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_text_settles_raises_nothing()
    {
        var text = Whole.Replace(Printed.Title, "朝阳区教育局", StringComparison.Ordinal) + "\n按照长春市的部署。\n";

        Assert.Empty(Found.In("R23", text));
        Assert.Equal("长春市朝阳区教育局", Printed.Extract(text).Agency!.Name);
    }
}

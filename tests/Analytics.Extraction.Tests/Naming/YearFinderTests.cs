// The year is what a figure is filed under; a date of publication or a stale sentence must not pass for it.
namespace Analytics.Extraction.Tests;

public sealed class YearFinderTests
{
    [Theory]
    [InlineData("拱墅区教育局2020年政府信息公开工作年度报告")]
    [InlineData("拱墅区教育局２０２０年度政府信息公开工作年度报告")]
    [InlineData("2020年忻州市教育局 政府信息公开年度报告")]
    [InlineData("某局政务信息公开2020年年报 2020年信息公开年报")]
    [InlineData("某局二〇二〇年政府信息公开工作年度报告")]
    [InlineData("某局二○二○年度政府信息公开工作年度报告")]
    [InlineData("某局二零二零年政府信息公开工作年度报告")]
    [InlineData("某局二OＯ二〇年 二〇二〇年政府信息公开工作年度报告")]
    public void The_title_says_the_year(string title) => Assert.Equal(2020, Year(Docs.Of(title)));

    [Fact]
    public void A_title_over_several_lines_says_the_year()
    {
        Assert.Equal(2020, Year(Docs.Of("某局", "2020年度", "政府信息公开工作年度报告")));
    }

    [Theory]
    [InlineData("发布日期：2021-01-27", "某局2020年政府信息公开工作年度报告")]
    [InlineData("2021年1月27日", "某局2020年政府信息公开工作年度报告")]
    [InlineData("2021/1/27 某局", "2020年政府信息公开工作年度报告")]
    [InlineData("2021.01.27", "二〇二〇年政府信息公开工作年度报告")]
    public void A_date_above_the_title_is_not_the_year(params string[] head) => Assert.Equal(2020, Year(Docs.Of(head)));

    [Fact]
    public void A_date_above_a_title_without_a_year_says_nothing()
    {
        Assert.Null(YearFinder.Find(Docs.Of("发布日期：2021-01-27", "某局政府信息公开工作年度报告")).Year);
    }

    [Fact]
    public void Without_a_title_the_files_title_the_period_and_the_opening_say_the_year()
    {
        Assert.Equal(2020, Year(Docs.Titled("某局2020年政府信息公开工作年度报告", "文")));
        Assert.Equal(2021, Year(Docs.Of("本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。")));
        Assert.Equal(2022, Year(Docs.Of("一、总体情况", "2022年，我局认真贯彻条例。")));
    }

    [Fact]
    public void With_nothing_else_the_report_is_on_the_year_before_its_signature()
    {
        Assert.Equal(2022, Year(Docs.Of("文", "某局", "2023年1月16日")));
    }

    [Fact]
    public void A_document_that_says_no_year_has_none()
    {
        Assert.Null(YearFinder.Find(Docs.Of("某局政府信息公开工作年度报告", "一、总体情况")).Year);
        Assert.Null(YearFinder.Find(Docs.Of()).Year);
    }

    [Fact]
    public void A_year_before_the_regulations_is_no_report_year() => Assert.Null(YearFinder.Find(Docs.Of("某局2007年政府信息公开工作年度报告")).Year);

    [Fact]
    public void Another_year_in_the_period_or_in_the_files_title_is_a_conflict()
    {
        var found = YearFinder.Find(Docs.Titled("某局2021年政府信息公开工作年度报告", "某局2022年政府信息公开工作年度报告", "统计期限自2020年1月1日至2020年12月31日"));

        Assert.Equal(2022, found.Year!.Value.Value);
        Assert.Equal(["文件标题为 2021 年", "统计期限为 2020 年"], found.Conflicts);
    }

    [Theory]
    [InlineData("2019年1月16日", true)]
    [InlineData("2020年12月31日", false)]
    [InlineData("2021年1月16日", false)]
    [InlineData("2022年1月16日", false)]
    [InlineData("2023年1月16日", true)]
    public void A_signature_far_from_the_year_is_a_conflict(string signed, bool isConflict)
    {
        Assert.Equal(isConflict, YearFinder.Find(Docs.Of("某局2020年政府信息公开工作年度报告", "某局", signed)).Conflicts.Count == 1);
    }

    [Fact]
    public void Where_all_agree_there_is_no_conflict()
    {
        Assert.Empty(YearFinder.Find(Docs.Titled("某局2020年政府信息公开年报", "某局2020年政府信息公开工作年度报告", "自2020年1月1日起至2020年12月31日", "2021年1月27日")).Conflicts);
    }

    [Theory]
    [InlineData("发布日期：2021-01-27")]
    [InlineData("发布时间: 2021年1月27日")]
    [InlineData("公开日期 2021/01/27")]
    [InlineData("成文日期：2021.1.27")]
    [InlineData("（2021年1月27日）")]
    public void The_date_of_publication_is_found(string text)
    {
        Assert.Equal(new DateOnly(2021, 1, 27), YearFinder.Find(Docs.Of("某局2020年政府信息公开工作年度报告", text, "一、总体情况")).Published);
    }

    [Fact]
    public void The_end_of_the_period_is_no_signature()
    {
        Assert.Null(YearFinder.Find(Docs.Of("某局2020年政府信息公开工作年度报告", "统计期限自2020年1月1日至2020年12月31日")).Published);
    }

    [Fact]
    public void Without_one_the_signature_stands_for_it_and_an_impossible_date_for_nothing()
    {
        Assert.Equal(new DateOnly(2021, 1, 27), YearFinder.Find(Docs.Of("文", "某局", "2021年1月27日")).Published);
        Assert.Null(YearFinder.Find(Docs.Of("文", "某局", "2021年2月30日")).Published);
        Assert.Null(YearFinder.Find(Docs.Of("某局2020年政府信息公开工作年度报告")).Published);
    }

    private static int Year(Analytics.Documents.Document document) => YearFinder.Find(document).Year!.Value.Value;
}

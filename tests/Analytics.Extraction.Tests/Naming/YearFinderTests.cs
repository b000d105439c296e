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
    public void A_line_without_end_takes_no_time()
    {
        var line = "制作2020年" + string.Concat(Enumerable.Repeat("2020年1月", 60_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(2020, Year(Docs.Of("某局2020年政府信息公开工作年度报告", line)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

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

    [Theory]
    [InlineData("某局政府信息公开工作2020年度报告")]
    [InlineData("某局政府信息公开2020年年报")]
    [InlineData("某局政府信息公开工作年度报告（2020年）")]
    [InlineData("某局政府信息公开年报(2020年度)")]
    [InlineData("某局政府信息公开工作年度报告（二〇二〇年）")]
    [InlineData("某局2020年度政务公开工作年度报告")]
    [InlineData("拖市鎮(zhèn)2020年政府信息公開工作年度報告")]
    public void Titles_say_the_year_in_many_ways(string title) => Assert.Equal(2020, Year(Docs.Of(title)));

    [Fact]
    public void A_date_behind_the_title_is_not_the_year() => Assert.Null(YearFinder.Find(Docs.Of("某局政府信息公开工作年度报告（2021年9月27日）")).Year);

    [Theory]
    [InlineData("根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求，现公布开阳县市场监督管理局2020年政府信息公开工作年度报告。")]
    [InlineData("根据条例，特向社会公布2020年度我局信息公开工作年度报告。")]
    [InlineData("编制《太平镇政府二〇二〇年度政府信息公开工作年度报告》。")]
    [InlineData("现将我局2020年政府信息公开工作情况报告如下。")]
    public void The_sentence_that_announces_the_report_says_the_year(string sentence) => Assert.Equal(2020, Year(Docs.Of(sentence, "一、总体情况")));

    [Theory]
    [InlineData("根据国务院办公厅发布的《关于做好2019年政府信息公开工作年度报告的通知》编制本报告。")]
    [InlineData("编制2019年度某局政府信息公开年度报告。公布2020年度某局政府信息公开年度报告。")]
    public void A_notice_that_is_cited_or_two_years_announced_say_none(string sentence) => Assert.Null(YearFinder.Find(Docs.Of(sentence, "一、总体情况")).Year);

    [Theory]
    [InlineData("（一）建立机制", "（二）扎实开展", "2019年，我局按照《条例》规定落实。2019年度，主动公开政府信息380条。")]
    [InlineData("（一）主動公開情況", "截止2019年12月31日，本局2019年度主動公開政府信息62條。")]
    [InlineData("截至2019年底，公开12条，比2018年增加2条。")]
    [InlineData("按照《某省2020年政务公开工作要点》和2018年5月印发的办法。2019年，我局公开12条。")]
    public void The_years_stated_under_the_first_heading_say_it_where_they_agree(params string[] overview)
    {
        Assert.Equal(2019, Year(Docs.Of(["一、总体情况", "工作有序。", .. overview, "二、主动公开政府信息情况"])));
    }

    [Theory]
    [InlineData("2019年，我局公开12条。2020年，我局公开14条。")]
    [InlineData("2019年，我局公开12条，为2020年打下基础。")]
    [InlineData("条例自2019年5月15日起施行。比2019年增加。")]
    public void Years_that_disagree_or_report_nothing_say_none(string overview)
    {
        Assert.Null(YearFinder.Find(Docs.Of("一、总体情况", "工作有序。", overview, "二、主动公开政府信息情况")).Year);
    }

    [Fact]
    public void Statements_repeated_in_the_text_say_the_year_before_its_plans()
    {
        Assert.Equal(2019, Year(Docs.Of("2019年，我局公开12条。", "2019年度，收到申请3件。", "五、存在的主要问题及改进情况", "2020年，我局将改进。")));
        Assert.Null(YearFinder.Find(Docs.Of("2019年，我局公开12条。")).Year);
        Assert.Null(YearFinder.Find(Docs.Of("2019年，我局公开12条。", "2020年，我局公开14条。")).Year);
    }

    [Fact]
    public void Two_periods_settle_nothing_and_each_that_differs_is_a_conflict()
    {
        Assert.Null(YearFinder.Find(Docs.Of("自2020年1月1日至12月31日。自2021年1月1日至12月31日。")).Year);
        Assert.Equal(["统计期限为 2021 年"], YearFinder.Find(Docs.Of("某局2020年政府信息公开年报", "自2020年1月1日至12月31日。自2021年1月1日至12月31日。")).Conflicts);
    }

    [Fact]
    public void Another_year_in_the_announcement_or_under_the_first_heading_is_a_conflict()
    {
        var found = YearFinder.Find(Docs.Of("某局2021年政府信息公开工作年度报告", "现公布某局2020年政府信息公开工作年度报告。", "一、总体情况", "2019年，我局认真贯彻。"));

        Assert.Equal(2021, found.Year!.Value.Value);
        Assert.Equal(["公布语句为 2020 年", "总体情况为 2019 年"], found.Conflicts);
    }

    [Fact]
    public void A_signature_late_in_the_year_says_nothing_of_the_year() => Assert.Null(YearFinder.Find(Docs.Of("文", "某局", "2022年12月16日")).Year);

    private static int Year(Analytics.Documents.Document document) => YearFinder.Find(document).Year!.Value.Value;
}

// Who reports decides where a figure ends up; a bureau must never pass for its district, nor for another's.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class AgencyFinderTests
{
    private static readonly AgencyFinder Finder = new(CatalogData.Current);

    [Theory]
    [InlineData("杭州市拱墅区教育局2020年政府信息公开工作年度报告")]
    [InlineData("2020年杭州市拱墅区教育局政府信息公开年度报告")]
    [InlineData("2020年度杭州市拱墅区教育局政务信息公开工作年报")]
    [InlineData("浙江省杭州市拱墅区教育局 2020 年度政府信息公开工作情况报告")]
    [InlineData("关于杭州市拱墅区教育局2020年政府信息公开工作年度报告")]
    [InlineData("《杭州市拱墅区教育局2020年政府信息公开工作年度报告》")]
    [InlineData("杭州市拱墅区教育局二〇二〇年政府信息公开工作年度报告")]
    [InlineData("首页 > 年报 > 杭州市拱墅区教育局2020年政府信息公开工作年度报告")]
    public void The_title_names_the_agency(string title)
    {
        var found = Finder.Find(Docs.Of(title, "一、总体情况"));

        Assert.Equal("杭州市拱墅区教育局", found.Agency!.Name);
        Assert.Equal("拱墅区教育局", found.Agency.ShortName);
        Assert.Equal("330105", found.Agency.Region!.Value.Value);
        Assert.Equal("教育局", found.Agency.Office);
        Assert.Equal("教育", found.Agency.Sector);
        Assert.Empty(found.Ambiguous);
        Assert.Null(found.SignedBy);
    }

    [Fact]
    public void A_title_over_two_or_three_lines_names_the_agency()
    {
        Assert.Equal("杭州市拱墅区教育局", Name("杭州市拱墅区教育局", "2020年政府信息公开工作年度报告"));
        Assert.Equal("杭州市拱墅区教育局", Name("杭州市拱墅区教育局", "2020年度", "政府信息公开工作年度报告"));
    }

    [Fact]
    public void A_title_without_a_year_names_the_agency_too()
    {
        Assert.Equal("乌海市工业和信息化局", Name("乌海市工业和信息化局", "政府信息公开工作年度报告", "一、总体情况"));
    }

    [Theory]
    [InlineData("根据条例规定，现向社会公布2021年石家庄市教育局政府信息公开工作年度报告。")]
    [InlineData("根据条例规定，特编制石家庄市教育局2021年政府信息公开工作年度报告。")]
    public void Without_a_title_the_opening_sentence_may_hold_it(string sentence) => Assert.Equal("石家庄市教育局", Name(sentence, "一、总体情况"));

    [Theory]
    [InlineData("我局2021年政府信息公开工作年度报告")]
    [InlineData("现公布我局2021年政府信息公开工作年度报告。")]
    [InlineData("现公布2021年度我局信息公开工作年度报告。")]
    [InlineData("现公布2021年本机关政府信息公开工作年度报告。")]
    [InlineData("现公布2021年度全市教育系统政府信息公开工作年度报告。")]
    public void A_sentence_that_says_we_names_nobody(string sentence) => Assert.Null(Finder.Find(Docs.Of(sentence, "一、总体情况")).Agency);

    [Fact]
    public void The_name_as_printed_is_kept_beside_the_canonical_one()
    {
        var found = Finder.Find(Docs.Of("浙江省杭州市拱墅区教育局2020年政府信息公开工作年度报告"));

        Assert.Equal("浙江省杭州市拱墅区教育局", found.Printed);
        Assert.Equal("杭州市拱墅区教育局", found.Agency!.Name);
    }

    [Theory]
    [InlineData("北京市朝阳区教育委员会2020年政府信息公开工作年度报告", "北京市朝阳区教育委员会", "110105")]
    [InlineData("本溪市教育局2020年政府信息公开工作年度报告", "本溪市教育局", "210500")]
    [InlineData("上海市人民政府办公厅2019年政府信息公开工作年度报告", "上海市人民政府办公厅", "310000")]
    [InlineData("浙江省教育厅2020年政府信息公开工作年度报告", "浙江省教育厅", "330000")]
    [InlineData("平潭综合实验区2020年政府信息公开工作年度报告", "平潭综合实验区", "Z35001")]
    [InlineData("淮安市2024年政府信息公开工作年度报告", "淮安市", "320800")]
    [InlineData("天门市拖市镇2020年政府信息公开工作年度报告", "天门市拖市镇", "429006")]
    public void Names_begin_below_the_province_but_municipalities_and_provinces_keep_their_own(string title, string name, string region)
    {
        var agency = Finder.Find(Docs.Of(title)).Agency!;

        Assert.Equal((name, region), (agency.Name, agency.Region!.Value.Value));
    }

    [Theory]
    [InlineData("杭州市市场监督管理局2020年政府信息公开工作年度报告", "市场监督管理局")]
    [InlineData("杭州市拱墅区市场监督管理局2020年政府信息公开工作年度报告", "市场监督管理局")]
    [InlineData("长春市市政管理局2020年政府信息公开工作年度报告", "市政管理局")]
    [InlineData("喀左县教育局2020年政府信息公开工作年度报告", "教育局")]
    [InlineData("拱墅区教育局2020年政府信息公开工作年度报告", "教育局")]
    public void The_level_of_a_region_is_told_from_the_name_of_the_office(string title, string office) => Assert.Equal(office, Finder.Find(Docs.Of(title)).Agency!.Office);

    [Fact]
    public void A_name_without_its_region_is_completed_from_the_text()
    {
        var found = Finder.Find(Docs.Of("区教育局2020年政府信息公开工作年度报告", "一、总体情况", "2020年，杭州市拱墅区教育局认真贯彻条例。拱墅区教育局设办公室。"));

        Assert.Equal("杭州市拱墅区教育局", found.Agency!.Name);
        Assert.Equal("330105", found.Agency.Region!.Value.Value);
    }

    [Fact]
    public void A_name_without_any_region_keeps_its_office_and_no_region_is_guessed()
    {
        var agency = Finder.Find(Docs.Of("市市场监督管理局2020年政府信息公开工作年度报告", "一、总体情况", "杭州市经济平稳。")).Agency!;

        Assert.Equal("市场监督管理局", agency.Name);
        Assert.Null(agency.Region);
        Assert.Equal("市场监管", agency.Sector);
    }

    [Fact]
    public void A_name_that_several_regions_have_is_ambiguous()
    {
        var found = Finder.Find(Docs.Of("朝阳区教育局2020年政府信息公开工作年度报告"));

        Assert.Equal(["110105", "220104"], found.Ambiguous.Select(region => region.Code.Value).Order(StringComparer.Ordinal));
        Assert.Null(found.Agency!.Region);
        Assert.Equal("教育局", found.Office);
    }

    [Fact]
    public void The_regions_named_in_the_text_settle_an_ambiguous_name()
    {
        var document = Docs.Of("朝阳区教育局2020年政府信息公开工作年度报告", "按照吉林省和长春市的部署，长春市朝阳区实施。北京市的经验可以借鉴。");

        var region = Finder.ByContext(document, Finder.Find(document).Ambiguous);

        Assert.Equal("220104", region!.Code.Value);
    }

    [Fact]
    public void A_text_that_names_neither_or_both_alike_settles_nothing()
    {
        var ambiguous = Finder.Find(Docs.Of("朝阳区教育局2020年政府信息公开工作年度报告")).Ambiguous;

        Assert.Null(Finder.ByContext(Docs.Of("按照上级部署。"), ambiguous));
        Assert.Null(Finder.ByContext(Docs.Of("北京市、长春市"), ambiguous));
    }

    [Fact]
    public void Without_a_title_the_signature_names_the_agency()
    {
        Assert.Equal("郑州市二七区教育局", Name("一、总体情况", "文。", "郑州市二七区教育局", "2023年1月16日"));
        Assert.Equal("郑州市二七区教育局", Name("一、总体情况", "文。", "郑州市二七区教育局 2023年1月16日"));
    }

    [Fact]
    public void Without_either_the_text_may_say_who_wrote_it()
    {
        Assert.Equal("郑州市二七区教育局", Name("本报告由郑州市二七区教育局编制。", "一、总体情况"));
    }

    [Theory]
    [InlineData("本局")]
    [InlineData("我单位")]
    [InlineData("本机关")]
    public void Whoever_signs_without_a_name_is_nobody(string signature)
    {
        var found = Finder.Find(Docs.Of("2020年政府信息公开工作年度报告", "一、总体情况", signature, "2021年1月27日"));

        Assert.Null(found.Agency);
        Assert.Null(found.SignedBy);
    }

    [Fact]
    public void A_signature_of_another_body_is_told()
    {
        Assert.Equal("静安区财政局", Finder.Find(Docs.Of("拱墅区教育局2020年政府信息公开工作年度报告", "一、总体情况", "静安区财政局", "2021年1月27日")).SignedBy);
        Assert.Null(Finder.Find(Docs.Of("拱墅区教育局2020年政府信息公开工作年度报告", "一、总体情况", "杭州市拱墅区教育局", "2021年1月27日")).SignedBy);
    }

    [Fact]
    public void The_files_title_names_the_agency_where_the_text_does_not()
    {
        Assert.Equal("杭州市拱墅区教育局", Finder.Find(Docs.Titled("杭州市拱墅区教育局2020年政府信息公开工作年度报告", "一、总体情况")).Agency!.Name);
    }

    [Fact]
    public void A_document_that_names_nobody_has_no_agency()
    {
        Assert.Equal(new AgencyFound(null, null, [], "", null), Finder.Find(Docs.Of("一、总体情况", "文。")) with { Ambiguous = [] });
        Assert.Null(Finder.Find(Docs.Of()).Agency);
    }

    [Theory]
    [InlineData("于洪区教育局2020年政府信息公开工作年度报告", "沈阳市于洪区教育局")]
    [InlineData("杭州海关2020年政府信息公开工作年度报告", "杭州市海关")]
    [InlineData("关于公布杭州市教育局2020年政府信息公开工作年度报告", "杭州市教育局")]
    [InlineData("杭州市教育局关于2020年政府信息公开工作年度报告", "杭州市教育局")]
    [InlineData("杭州市教育局政府信息公开工作2020年度报告", "杭州市教育局")]
    [InlineData("杭州市教育局政府信息公开工作年度报告（2020年）", "杭州市教育局")]
    [InlineData("2020年杭州市人民政府信息公开工作年度报告", "杭州市人民政府")]
    [InlineData("杭州市教育局2020年度政务公开工作年度报告", "杭州市教育局")]
    public void Titles_are_worded_in_many_ways(string title, string name) => Assert.Equal(name, Name(title, "一、总体情况"));

    [Fact]
    public void A_line_above_the_title_that_looks_like_no_body_is_none()
    {
        Assert.Null(Finder.Find(Docs.Of("首页", "2020年政府信息公开工作年度报告", "一、总体情况")).Agency);
        Assert.Equal("郑州市二七区教育局", Name("网站首页", "2020年政府信息公开工作年度报告", "一、总体情况", "郑州市二七区教育局", "2021年1月16日"));
    }

    [Theory]
    [InlineData("太平镇人民政府2022年政府信息公开工作年度报告", "太平镇人民政府")]
    [InlineData("太平湖镇2022年政府信息公开工作年度报告", "太平湖镇")]
    [InlineData("中山街道办事处2022年政府信息公开工作年度报告", "中山街道办事处")]
    [InlineData("朝阳路街道2022年政府信息公开工作年度报告", "朝阳路街道")]
    [InlineData("丰收乡2022年政府信息公开工作年度报告", "丰收乡")]
    [InlineData("太平县教育局2022年政府信息公开工作年度报告", "太平县教育局")]
    public void A_name_that_only_begins_like_a_regions_short_one_is_not_of_that_region(string title, string name)
    {
        var found = Finder.Find(Docs.Of(title, "一、总体情况"));

        Assert.Equal(name, found.Agency!.Name);
        Assert.Null(found.Agency.Region);
        Assert.Empty(found.Ambiguous);
    }

    [Theory]
    [InlineData("拱墅教育局2020年政府信息公开工作年度报告", "杭州市拱墅区教育局")]
    [InlineData("拱墅市场监督管理局2020年政府信息公开工作年度报告", "杭州市拱墅区市场监督管理局")]
    [InlineData("义乌市场监督管理局2020年政府信息公开工作年度报告", "金华市义乌市市场监督管理局")]
    [InlineData("浙江省拱墅教育局2020年政府信息公开工作年度报告", "杭州市拱墅区教育局")]
    [InlineData("天门拖市镇2020年政府信息公开工作年度报告", "拖市镇")]
    public void A_short_name_counts_before_an_office(string title, string name) => Assert.EndsWith(name, Name(title), StringComparison.Ordinal);

    [Theory]
    [InlineData("现公布开阳县市场监督管理局2020年政府信息公开工作年度报告。", "贵阳市开阳县市场监督管理局")]
    [InlineData("编制《太平镇政府2022年度政府信息公开工作年度报告》。", "太平镇政府")]
    [InlineData("特编制2020年度拖市镇政府信息公开年度报告，报告所列数据的统计期限自2020年1月1日起。", "拖市镇")]
    [InlineData("现将石家庄市教育局二〇二一年度政府信息公开年度报告公布如下。", "石家庄市教育局")]
    [InlineData("如有疑问请与来凤县林业局办公室（地址：县城）联系。", "恩施土家族苗族自治州来凤县林业局")]
    public void The_opening_sentences_name_the_agency(string sentence, string name) => Assert.Equal(name, Name(sentence, "一、总体情况"));

    [Theory]
    [InlineData("请与本局办公室联系。")]
    [InlineData("本报告由我县人民政府根据条例编制。")]
    [InlineData("现公布本级政府2021年政府信息公开工作年度报告。")]
    [InlineData("根据《关于印发中华人民共和国政府信息公开工作年度报告格式的通知》编制本报告。")]
    public void An_opening_that_names_no_body_is_not_made_one(string sentence) => Assert.Null(Finder.Find(Docs.Of(sentence, "一、总体情况")).Agency);

    [Theory]
    [InlineData("发布机构：杭州市拱墅区教育局", "2021-01-27")]
    [InlineData("索引号：0001 发布机构： 杭州市拱墅区教育局 发布日期：2021-01-27")]
    public void The_pages_note_of_its_publisher_names_the_agency(params string[] head) => Assert.Equal("杭州市拱墅区教育局", Name([.. head, "一、总体情况"]));

    [Theory]
    [InlineData("2022年以来,丰收乡在县委县政府的正确领导下,认真围绕重点工作。", "丰收乡")]
    [InlineData("2022年,螅镇人民政府深入推进政务公开。全镇公开12条。", "螅镇人民政府")]
    [InlineData("2019年,文登区住建局共主动公开政府信息227条。我局高度重视。", "威海市文登区住建局")]
    [InlineData("（一）主动公开。2019年度，文登区住建局主动公开。2019年，文登区住建局认真答复。", "威海市文登区住建局")]
    public void With_nothing_else_the_body_whose_work_is_told_reports(string sentence, string name) => Assert.Equal(name, Name("一、总体情况", sentence, "二、主动公开政府信息情况"));

    [Theory]
    [InlineData("2022年，我乡在县委县政府的正确领导下。")]
    [InlineData("2022年，杭州市深入推进政务公开。")]
    [InlineData("2022年，县委县政府高度重视。")]
    [InlineData("2022年，区政府认真贯彻。")]
    [InlineData("2022年，各乡镇认真贯彻。")]
    [InlineData("2022年，全镇共公开信息12条。")]
    [InlineData("2022年，丰收乡在全县率先公开。我局予以推广。")]
    [InlineData("2022年，文登区住建局主动公开。2022年，文登区教育局主动公开。")]
    [InlineData("公开12条。")]
    public void A_text_that_tells_of_no_one_body_names_nobody(string sentence) => Assert.Null(Finder.Find(Docs.Of("一、总体情况", sentence, "二、主动公开政府信息情况")).Agency);

    [Fact]
    public void The_level_before_an_office_tells_whose_name_completes_it()
    {
        Assert.Equal("杭州市拱墅区教育局", Name("区教育局2020年政府信息公开工作年度报告", "一、总体情况", "杭州市教育局、杭州市教育局要求，拱墅区教育局实施。"));
    }

    [Fact]
    public void Where_two_regions_complete_an_office_alike_neither_does()
    {
        var agency = Finder.Find(Docs.Of("区教育局2020年政府信息公开工作年度报告", "一、总体情况", "拱墅区教育局和婺城区教育局交流经验。")).Agency!;

        Assert.Equal("教育局", agency.Name);
        Assert.Null(agency.Region);
    }

    [Fact]
    public void A_name_in_traditional_characters_is_kept_as_printed_beside_the_canonical_one()
    {
        var found = Finder.Find(Docs.Of("廣東省深圳市龍崗區(qū)教育局", "2020年政府信息公開工作年度報告", "一、總體情況", "文。", "深圳市龍崗區財政局", "2021年1月27日"));

        Assert.Equal("廣東省深圳市龍崗區教育局", found.Printed);
        Assert.Equal("深圳市龙岗区教育局", found.Agency!.Name);
        Assert.Equal("440307", found.Agency.Region!.Value.Value);
        Assert.Equal("教育局", found.Office);
        Assert.Equal("深圳市龍崗區財政局", found.SignedBy);
        Assert.Equal(("拖市鎮", "拖市镇"), Finder.Find(Docs.Of("拖市鎮(zhèn)2020年政府信息公開工作年度報告")) is var town ? (town.Printed, town.Agency!.Name) : default);
    }

    private static string Name(params string[] paragraphs) => Finder.Find(Docs.Of(paragraphs)).Agency!.Name;
}

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

    private static string Name(params string[] paragraphs) => Finder.Find(Docs.Of(paragraphs)).Agency!.Name;
}

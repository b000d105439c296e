// A text taken from another place names that place as its own; superiors, neighbours and titles are merely mentioned.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class RegionClaimsTests
{
    private static readonly Agency Township = new("汉中市汉台区徐望镇人民政府", "汉台区徐望镇人民政府", "徐望镇人民政府", new RegionCode("610702"), "乡镇街道");
    private static readonly Agency Zone = new("平潭综合实验区管理委员会", "平潭综合实验区管理委员会", "管理委员会",
        CatalogData.Current.Regions.Named("平潭综合实验区")[0].Code, "开发区管委会");

    [Theory]
    [InlineData("2020年，静安区教育局认真贯彻落实条例。", "静安区")]
    [InlineData("2020年上海市静安区教育局坚持公开为常态。", "上海市静安区")]
    [InlineData("为静安教育系统政务公开能够公开、公正打下了基础。", "静安")]
    [InlineData("为静安区教育系统政务公开打下了基础。", "静安区")]
    [InlineData("现公布富平县教育局2020年政府信息公开工作年度报告。", "富平县")]
    [InlineData("本报告由富平县教育局编制。", "富平县")]
    [InlineData("如有疑问，请与富平县教育局联系（地址：某路5号）。", "富平县")]
    [InlineData("本报告可在富平县人民政府门户网站下载。", "富平县")]
    [InlineData("通过富平县人民政府网站公开信息15条。", "富平县")]
    [InlineData("2020年，富平县坚持以人民为中心。", "富平县")]
    [InlineData("富平县教育局（以下简称我局）主动公开信息。", "富平县")]
    public void A_region_named_as_the_own_is_a_claim(string text, string name) => Assert.Equal(name, Assert.Single(Claims(Told.Bureau, text)).Name);

    [Theory]
    [InlineData("2020年，拱墅区教育局认真贯彻落实条例。")]
    [InlineData("2020年，杭州市教育局根据条例开展检查。")]
    [InlineData("2020年，浙江省教育厅根据条例开展检查。")]
    [InlineData("在浙江省人民政府网站公开信息。")]
    [InlineData("在拱墅区人民政府门户网站公开信息。")]
    [InlineData("2020年，我局赴静安区教育局学习交流。")]
    [InlineData("学习借鉴静安教育系统经验。")]
    [InlineData("与静安区教育局签订合作协议。")]
    [InlineData("静安区教育局来我局考察交流。")]
    [InlineData("转发《静安区教育局关于做好公开工作的通知》。")]
    [InlineData("采购自上海市静安区某某科技有限公司。")]
    [InlineData("开展对口支援，向富平县教育局捐赠图书。")]
    [InlineData("为振兴教育事业、促进和平发展作出贡献。")]
    [InlineData("推进平安教育系统建设。")]
    [InlineData("下城区教育系统并入我局。")]
    [InlineData("静安区教育局政府信息公开指南")]
    [InlineData("毕业生来自静安区、富平县等地。")]
    [InlineData("2020年，北京冬奥会筹备顺利。")]
    [InlineData("通过中国政府网、浙江政务服务网公开信息。")]
    public void A_region_that_is_mentioned_is_none(string text) => Assert.Empty(Claims(Told.Bureau, text));

    [Theory]
    [InlineData("2020年，乙山镇认真做好公开工作。", 1)]
    [InlineData("2020年以来，乙山镇党委政府高度重视。", 1)]
    [InlineData("2020年，徐望镇认真做好公开工作。", 0)]
    [InlineData("2020年，汉台区徐望镇认真做好公开工作。", 0)]
    [InlineData("2020年，我镇认真做好公开工作。", 0)]
    [InlineData("各乡镇认真做好公开工作。", 0)]
    [InlineData("全区各镇认真做好公开工作。", 0)]
    [InlineData("与乙山镇认真做好衔接工作。", 0)]
    public void A_township_is_known_by_its_own_name(string text, int count) => Assert.Equal(count, Claims(Township, text).Count);

    [Theory]
    [InlineData("在平潭县人民政府门户网站公开信息。")]
    [InlineData("2020年，平潭县认真做好公开工作。")]
    [InlineData("2020年，福建省认真做好公开工作。")]
    public void A_zone_shares_its_place_with_the_regions_around(string text) => Assert.Empty(Claims(Zone, text));

    [Fact]
    public void Nothing_is_elsewhere_for_a_body_without_a_region() =>
        Assert.Empty(Claims(Told.Bureau with { Region = null }, "2020年，静安区教育局认真贯彻落实条例。"));

    [Fact]
    public void No_region_of_the_own_line_is_a_claim()
    {
        var regions = CatalogData.Current.Regions;
        foreach (var region in regions.All.Where((region, i) => region.Level == RegionLevel.County && region.ValidTo is null && i % 20 == 0))
        {
            var agency = new Agency(region.Name + "教育局", region.Name + "教育局", "教育局", region.Code, "教育");
            Assert.All(regions.Line(region.Code), own => Assert.Empty(Claims(agency, $"2020年，{own.Name}教育局认真贯彻落实条例。", $"为{own.Name}教育系统公开打下基础。")));
        }
    }

    private static IReadOnlyList<RegionClaim> Claims(Agency agency, params string[] text) => Told.Claims(agency, ReportScope.Own, text).OtherRegions;
}

// The sector of an office is told by patterns in its name, which overlap.
namespace Analytics.Catalog.Tests;

public sealed class CatalogTests
{
    private static readonly Catalog Catalog = Catalog.Current;

    [Theory]
    [InlineData("教育局", "教育")]
    [InlineData("教育和体育局", "教育")]
    [InlineData("体育局", "体育")]
    [InlineData("卫生健康局", "卫生健康")]
    [InlineData("医疗保障局", "医疗保障")]
    [InlineData("人民政府办公室", "政府办公室")]
    [InlineData("人民政府办公厅", "政府办公室")]
    [InlineData("人民政府", "政府")]
    [InlineData("太平镇人民政府", "乡镇街道")]
    [InlineData("市场监督管理局", "市场监管")]
    [InlineData("自然资源和规划局", "自然资源和规划")]
    [InlineData("城市管理和综合行政执法局", "城市管理")]
    [InlineData("农业农村局农业综合行政执法大队", "农业农村")]
    [InlineData("国有资产监督管理委员会", "国资监管")]
    [InlineData("地方志编纂委员会办公室", "地方志档案")]
    public void The_longest_pattern_in_an_offices_name_tells_its_sector(string office, string sector) => Assert.Equal(sector, Catalog.SectorOf(office));

    [Theory]
    [InlineData("某某管理委员会教育局", "教育")]
    [InlineData("经济技术开发区管理委员会财政局", "财政")]
    [InlineData("高新区管委会公安局交通警察大队", "公安")]
    [InlineData("人民政府国有资产监督管理委员会", "国资监管")]
    [InlineData("公安局交通警察大队", "公安")]
    public void In_a_body_within_a_body_the_inner_one_tells_the_sector(string office, string sector) => Assert.Equal(sector, Catalog.SectorOf(office));

    [Theory]
    [InlineData("经济技术开发区管理委员会", "开发区管委会")]
    [InlineData("经济技术开发区管理委员会社会发展局", "开发区管委会")]
    [InlineData("住房和城乡建设管理委员会", "住房城乡建设")]
    [InlineData("市场监督管理局城关分局", "市场监管")]
    [InlineData("机构编制委员会办公室", null)]
    public void A_word_for_a_body_alone_does_not_decide(string office, string? sector) => Assert.Equal(sector, Catalog.SectorOf(office));

    [Fact]
    public void An_office_without_a_pattern_has_no_sector()
    {
        Assert.Null(Catalog.SectorOf(""));
        Assert.Null(Catalog.SectorOf("某某办公室"));
    }

    [Fact]
    public void Every_pattern_tells_its_own_sector()
    {
        var astray = Catalog.Sectors.SelectMany(sector => sector.Patterns, (sector, pattern) => (sector.Name, pattern, Catalog.SectorOf(pattern)))
            .Where(entry => entry.Name != entry.Item3);

        Assert.Empty(astray);
    }

    [Fact]
    public void Sectors_have_unique_names_in_both_languages()
    {
        Assert.Equal(Catalog.Sectors.Count, Catalog.Sectors.Select(sector => sector.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Catalog.Sectors.Count, Catalog.Sectors.Select(sector => sector.LabelEn).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(Catalog.Sectors, sector => !Script.IsChinese(sector.Name) || sector.LabelEn.Length == 0 || Script.IsChinese(sector.LabelEn));
    }

    [Fact]
    public void A_metric_is_found_by_its_key_and_a_derived_one_is_not_taken_for_one()
    {
        Assert.Equal("本年新制作数量", Catalog.Metric(new MetricKey("rules.made"))!.ColumnZh);
        Assert.Null(Catalog.Metric(new MetricKey("disclosure_rate")));
    }
}

// Figures of a bureau, of a government with its bureaus, and of a whole territory must never be added together.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class ScopeFinderTests
{
    [Theory]
    [InlineData("教育局")]
    [InlineData("人民政府办公室")]
    [InlineData("拖市镇人民政府")]
    [InlineData("教育委员会")]
    public void A_department_or_an_office_reports_for_itself(string office)
    {
        Assert.Equal(ReportScope.Own, ScopeFinder.Find(Docs.Of("全市共收到申请12件。"), Of(office)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("人民政府")]
    [InlineData("政府")]
    [InlineData("管理委员会")]
    [InlineData("管委会")]
    public void A_government_reports_for_its_level(string office) => Assert.Equal(ReportScope.Level, ScopeFinder.Find(Docs.Of("本机关收到申请12件。"), Of(office)));

    [Theory]
    [InlineData("全市共收到申请12件。")]
    [InlineData("2020年，全 县 各级行政机关主动公开信息。")]
    [InlineData("全区累计公开信息。")]
    [InlineData("全省36家单位。")]
    public void A_government_that_counts_all_below_it_reports_for_its_territory(string text)
    {
        Assert.Equal(ReportScope.Territory, ScopeFinder.Find(Docs.Of(text), Of("人民政府")));
    }

    [Theory]
    [InlineData("全市教育工作会议召开。")]
    [InlineData("全面推进。")]
    public void Other_words_with_the_whole_region_do_not_make_a_territory(string text) => Assert.Equal(ReportScope.Level, ScopeFinder.Find(Docs.Of(text), Of("人民政府")));

    [Fact]
    public void An_unknown_agency_reports_for_itself() => Assert.Equal(ReportScope.Own, ScopeFinder.Find(Docs.Of("全市共收到申请12件。"), null));

    private static Agency Of(string office) => new("杭州市" + office, "杭州市" + office, office, new RegionCode("330100"), null);
}

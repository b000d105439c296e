// Figures of a bureau, of a government with its bureaus, and of a whole territory must never be added together.
using Analytics.Catalog;
using Analytics.Documents;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class ScopeFinderTests
{
    private static readonly ScopeFinder Finder = new(CatalogData.Current);

    [Theory]
    [InlineData("教育局")]
    [InlineData("人民政府办公室")]
    [InlineData("拖市镇人民政府")]
    [InlineData("教育委员会")]
    public void A_department_or_an_office_reports_for_itself(string office)
    {
        Assert.Equal(ReportScope.Own, Find(Docs.Of("全市共收到申请12件。"), Of(office)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("人民政府")]
    [InlineData("政府")]
    [InlineData("管理委员会")]
    [InlineData("管委会")]
    public void A_government_reports_for_its_level(string office) => Assert.Equal(ReportScope.Level, Find(Docs.Of("本机关收到申请12件。"), Of(office)));

    [Theory]
    [InlineData("全市共收到申请12件。")]
    [InlineData("2020年，全 县 各级行政机关主动公开信息。")]
    [InlineData("全区累计公开信息。")]
    [InlineData("全省36家单位。")]
    public void A_government_that_counts_all_below_it_reports_for_its_territory(string text)
    {
        Assert.Equal(ReportScope.Territory, Find(Docs.Of(text), Of("人民政府")));
    }

    [Theory]
    [InlineData("全市教育工作会议召开。")]
    [InlineData("全面推进。")]
    public void Other_words_with_the_whole_region_do_not_make_a_territory(string text) => Assert.Equal(ReportScope.Level, Find(Docs.Of(text), Of("人民政府")));

    [Theory]
    [InlineData("全市2020年共受理政府信息公开申请12件。")]
    [InlineData("本报告统计数据包括市本级及各县区。")]
    [InlineData("本报告所列数据汇总各县（市、区）、市直各部门数据。")]
    [InlineData("本报告由市政府办公室根据条例，汇总各县（市、区）、市政府各部门情况编制而成。")]
    [InlineData("各县区共收到政府信息公开申请12件。")]
    public void What_the_figures_hold_decides(string text) => Assert.Equal(ReportScope.Territory, Find(Docs.Of(text), Of("人民政府")));

    [Theory]
    [InlineData("本报告统计数据不含各县区数据。全市共收到申请12件。")]
    [InlineData("市本级共收到政府信息公开申请12件。")]
    [InlineData("公开市本级预算。本报告包括总体情况等部分。")]
    public void What_they_leave_out_decides_too(string text) => Assert.Equal(ReportScope.Level, Find(Docs.Of(text), Of("人民政府")));

    [Theory]
    [InlineData("杭州市本级2020年政府信息公开工作年度报告", ReportScope.Level)]
    [InlineData("杭州市2020年政府信息公开工作年度报告（汇总）", ReportScope.Territory)]
    public void The_title_decides_before_the_text(string title, ReportScope scope) =>
        Assert.Equal(scope, Find(Docs.Of(title, "一、总体情况", "全市共收到申请12件。"), Of("人民政府")));

    [Fact]
    public void A_body_with_bodies_of_its_kind_below_it_may_report_for_all_of_them()
    {
        Assert.Equal(ReportScope.Territory, Find(Docs.Of("本报告数据包括全市税务系统各单位。"), Of("税务局")));
        Assert.Equal(ReportScope.Own, Find(Docs.Of("全市税务系统培训12次，本报告包括总体情况等六个部分。"), Of("税务局")));
    }

    [Fact]
    public void A_government_whose_region_is_not_known_is_one_all_the_same() =>
        Assert.Equal(ReportScope.Territory, Find(Docs.Of("全县共收到申请12件。"), new Agency("某甲县人民政府", "某甲县人民政府", "某甲县人民政府", null, "政府")));

    [Fact]
    public void An_unknown_agency_reports_for_itself() => Assert.Equal(ReportScope.Own, Find(Docs.Of("全市共收到申请12件。"), null));

    private static ReportScope Find(Document document, Agency? agency) => Finder.Find(NarrativeText.Of(document), agency);

    private static Agency Of(string office) => new("杭州市" + office, "杭州市" + office, office, new RegionCode("330100"), null);
}

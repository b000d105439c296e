// What a reader of English cannot read must not stand where the catalog has an English word.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests;

public sealed class MetricNamesTests
{
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly MetricNames Names = new(Catalog);

    [Fact]
    public void Names_are_those_of_the_catalog_in_the_readers_language()
    {
        var procurement = new MetricKey("procurement.amount_wan");
        Assert.Equal(("采购金额", "教育", "万元", "表二"), (Names.Of(procurement), Names.OfSector("教育"), MetricNames.Unit(Names.UnitOf(procurement)), MetricNames.Table("二")));
        Assert.Equal(Catalog.Rule("R01").NameZh, MetricNames.OfRule(Catalog.Rule("R01")));

        using var english = new InEnglish();
        Assert.Equal(("Procurement amount", "Education", "10,000 yuan", "Table 2"), (Names.Of(procurement), Names.OfSector("教育"), MetricNames.Unit(Names.UnitOf(procurement)), MetricNames.Table("二")));
        Assert.Equal(Catalog.Rule("R01").NameEn, MetricNames.OfRule(Catalog.Rule("R01")));
    }

    [Fact]
    public void No_unit_sector_or_metric_stays_chinese_for_a_reader_of_english()
    {
        using var english = new InEnglish();
        var words = Catalog.Metrics.SelectMany(metric => new[] { Names.Of(metric.Key), MetricNames.Unit(metric.Unit), MetricNames.Table(metric.Table) })
            .Concat(Catalog.DerivedMetrics.SelectMany(metric => new[] { Names.Of(metric.Key), MetricNames.Unit(metric.Unit) }))
            .Concat(Catalog.Sectors.Select(sector => Names.OfSector(sector.Name)));

        Assert.All(words, word => Assert.DoesNotMatch(@"[\u4e00-\u9fff]", word));
    }

    [Fact]
    public void What_the_catalog_does_not_know_is_shown_as_it_is()
    {
        using var english = new InEnglish();
        Assert.Equal(("no.such", "别的", "亩", "统"), (Names.Of("no.such"), Names.OfSector("别的"), MetricNames.Unit("亩"), MetricNames.Table("统")));
    }
}

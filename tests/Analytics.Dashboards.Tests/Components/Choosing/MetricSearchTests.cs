// Nobody knows the keys of 230 metrics: the search is the way to them.
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Choosing;

public sealed class MetricSearchTests
{
    private static readonly MetricSearch Search = new(CatalogData.Current, PageServices.Texts);

    [Fact]
    public void Before_anything_is_typed_known_metrics_are_offered()
    {
        var hits = Search.Find(" ", 12);

        Assert.NotEmpty(hits);
        Assert.All(hits, Assert.NotNull);
        Assert.Contains(hits, hit => hit.Key == CompareState.DefaultMetric);
    }

    [Theory]
    [InlineData("收到申请", "requests.received.total")]
    [InlineData("Requests RECEIVED", "requests.received.total")]
    [InlineData("requests.received.total", "requests.received.total")]
    [InlineData("公开率", "disclosure_rate")]
    [InlineData("采购金额", "procurement.amount_wan")]
    [InlineData("shoudaoshenqing", "requests.received.total")]
    [InlineData("CaiGouJinE", "procurement.amount_wan")]
    [InlineData("gkl", "disclosure_rate")]
    public void Metric_is_found_by_either_label_by_pinyin_or_by_key_and_the_best_match_stands_first(string text, string key) =>
        Assert.Equal(key, Search.Find(text, 12)[0].Key.Value);

    [Fact]
    public void Every_metric_is_found_by_its_own_label()
    {
        var labels = CatalogData.Current.Metrics.Select(metric => (metric.Key, metric.LabelZh)).Concat(CatalogData.Current.DerivedMetrics.Select(metric => (metric.Key, metric.LabelZh)));

        Assert.All(labels, metric =>
        {
            Assert.Equal(metric.Key, Search.Find(metric.LabelZh, 1).Single().Key);
            Assert.Equal(metric.LabelZh, Search.Find(metric.LabelZh, 1).Single().Label);
        });
    }

    [Fact]
    public void Hit_says_its_table_its_other_name_and_its_unit_in_the_language_of_the_reader()
    {
        Assert.Equal(("收到申请", "表三 · Requests received · 件"), (Search.Find("收到申请", 1)[0].Label, Search.Find("收到申请", 1)[0].Detail));

        using var english = new InEnglish();
        Assert.Equal(("Requests received", "Table 3 · 收到申请 · cases"), (Search.Find("收到申请", 1)[0].Label, Search.Find("收到申请", 1)[0].Detail));
        Assert.StartsWith("Derived · ", Search.Find("gkl", 1)[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_are_given_than_wanted_and_none_for_nonsense()
    {
        Assert.Equal(5, Search.Find("requests", 5).Count);
        Assert.Empty(Search.Find("no such metric", 12));
    }
}

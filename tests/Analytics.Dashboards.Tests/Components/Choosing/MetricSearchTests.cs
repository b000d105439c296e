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
    public void Metric_is_found_by_either_label_or_by_key_and_the_best_match_stands_first(string text, string key) =>
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
    public void No_more_are_given_than_wanted_and_none_for_nonsense()
    {
        Assert.Equal(5, Search.Find("requests", 5).Count);
        Assert.Empty(Search.Find("no such metric", 12));
    }
}

// The key travels through the browser and back, so it must survive the trip and refuse what a browser may make up.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Sources;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Sources;

public sealed class SourceKeyTests
{
    private static readonly Gen<MetricKey> Metrics = Gen.Elements(
        CatalogData.Current.Metrics.Select(metric => metric.Key).Concat(CatalogData.Current.DerivedMetrics.Select(metric => metric.Key)).ToArray());

    [Fact]
    public void Written_key_is_read_back() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).SelectMany(_ => Metrics, (report, metric) => new SourceKey(report, metric)).ToArbitrary(),
        key => SourceKey.Parse(key.ToString()) == key).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_a_key_or_null_and_never_an_error() => Prop.ForAll(
        Gen.Elements("0123/ab.-+ 申\n".ToCharArray()).ListOf().Select(letters => string.Concat(letters)).ToArbitrary(),
        text => SourceKey.Parse(text) is not { } key || (key.Report >= 0 && SourceKey.Parse(key.ToString()) == key)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("12")]
    [InlineData("12/")]
    [InlineData("/requests.received.total")]
    [InlineData("-1/requests.received.total")]
    [InlineData("1 /requests.received.total")]
    [InlineData("99999999999/requests.received.total")]
    [InlineData("12/Requests")]
    [InlineData("12/requests/received")]
    public void Text_that_is_no_key_is_null(string text) => Assert.Null(SourceKey.Parse(text));
}

// Whoever opens a rate reads here what was divided by what, so no term and no bracket may go missing.
using Analytics.Catalog;
using Analytics.Dashboards.Formatting;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class FormulaTextTests
{
    public static TheoryData<string> Keys => [.. CatalogData.Current.DerivedMetrics.Select(metric => metric.Key.Value)];

    [Fact]
    public void Rate_names_what_is_divided_by_what() =>
        Assert.Equal("（予以公开 ＋ 部分公开） ÷ 办结申请", FormulaText.Write(Metric("disclosure_rate")));

    [Fact]
    public void English_reader_gets_an_english_formula()
    {
        using var english = new InEnglish();
        Assert.Equal("(Granted + Partly granted) ÷ Requests closed", FormulaText.Write(Metric("disclosure_rate")));
    }

    [Fact]
    public void Term_that_is_taken_off_has_a_minus() => Assert.Contains(" － ", FormulaText.Write(Metric("correction_rate")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Formula_names_every_term_and_closes_every_bracket(string key)
    {
        var metric = Metric(key);
        var text = FormulaText.Write(metric);
        Assert.All(metric.Numerator.Concat(metric.Denominator), term =>
            Assert.Contains(CatalogData.Current.Metric(term.Metric)!.LabelZh, text, StringComparison.Ordinal));
        Assert.Equal(text.Count(c => c == '（'), text.Count(c => c == '）'));
        Assert.Equal(metric.IsRate, text.Contains('÷', StringComparison.Ordinal));
    }

    [Fact]
    public void Sum_keeps_the_brackets_of_its_terms_labels()
    {
        var natural = new MetricKey("requests.received.natural");
        var sum = Metric("requests.denied.total") with { Numerator = [new FormulaTerm(new MetricKey("requests.received.total"), 1), new FormulaTerm(natural, 1)] };
        Assert.EndsWith(CatalogData.Current.Metric(natural)!.LabelZh, FormulaText.Write(sum), StringComparison.Ordinal);
    }

    private static DerivedMetric Metric(string key) => CatalogData.Current.DerivedMetrics.Single(metric => metric.Key.Value == key);
}

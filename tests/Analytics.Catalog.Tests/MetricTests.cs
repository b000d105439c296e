// A metric is found by its key and shown by its labels in two languages: all of them must tell it apart.
namespace Analytics.Catalog.Tests;

public sealed class MetricTests
{
    private static readonly Catalog Catalog = Catalog.Current;

    private static readonly IReadOnlyList<(MetricKey Key, string Zh, string En)> All =
    [
        .. Catalog.Metrics.Select(metric => (metric.Key, metric.LabelZh, metric.LabelEn)),
        .. Catalog.DerivedMetrics.Select(metric => (metric.Key, metric.LabelZh, metric.LabelEn)),
    ];

    [Fact]
    public void Keys_are_unique_over_metrics_and_derived_metrics() => Assert.Empty(Repeated(All.Select(metric => metric.Key.Value)));

    [Fact]
    public void Chinese_labels_are_unique() => Assert.Empty(Repeated(All.Select(metric => metric.Zh)));

    [Fact]
    public void English_labels_are_unique() => Assert.Empty(Repeated(All.Select(metric => metric.En)));

    [Fact]
    public void Every_metric_has_a_label_in_both_languages()
    {
        Assert.DoesNotContain(All, metric => !Script.IsChinese(metric.Zh) || metric.En.Length == 0 || Script.IsChinese(metric.En));
    }

    [Fact]
    public void A_note_shown_on_pages_is_Chinese_and_has_its_English_twin()
    {
        var notes = Catalog.Metrics.Select(metric => (metric.Key, En: metric.Note, Zh: metric.NoteZh))
            .Concat(Catalog.DerivedMetrics.Select(metric => (metric.Key, En: metric.Note, Zh: metric.NoteZh))).Where(note => note.Zh.Length > 0).ToList();

        Assert.NotEmpty(notes);
        Assert.DoesNotContain(notes, note => note.En.Length == 0 || !Script.IsChinese(note.Zh));
    }

    [Fact]
    public void Every_metric_is_counted_in_a_known_unit()
    {
        Assert.DoesNotContain(Catalog.Metrics, metric => metric.Unit is not ("件" or "项" or "万元"));
        Assert.DoesNotContain(Catalog.DerivedMetrics, metric => metric.Unit is not ("件" or "万元" or "%"));
    }

    [Fact]
    public void Only_amounts_are_no_counts()
    {
        Assert.Equal(["fees.amount_wan", "procurement.amount_wan"], Catalog.Metrics.Where(metric => !metric.IsCount).Select(metric => metric.Key.Value).Order());
    }

    [Fact]
    public void Only_changes_of_items_carry_a_sign()
    {
        Assert.All(Catalog.Metrics, metric => Assert.Equal(metric.ColumnZh == "本年增/减", metric.IsSigned));
        Assert.Contains(Catalog.Metrics, metric => metric.IsSigned);
    }

    [Fact]
    public void Terms_of_a_derived_metric_are_metrics_of_the_forms()
    {
        Assert.DoesNotContain(Catalog.DerivedMetrics.SelectMany(metric => metric.Numerator.Concat(metric.Denominator)), term => Catalog.Metric(term.Metric) is null);
    }

    [Fact]
    public void A_rate_has_a_least_denominator_and_a_sum_has_none()
    {
        Assert.All(Catalog.DerivedMetrics, metric => Assert.Equal(metric.IsRate, metric.MinDenominator > 0));
        Assert.Contains(Catalog.DerivedMetrics, metric => metric.IsRate);
        Assert.Contains(Catalog.DerivedMetrics, metric => !metric.IsRate);
    }

    [Fact]
    public void No_derived_metric_counts_a_cell_twice()
    {
        foreach (var metric in Catalog.DerivedMetrics)
        {
            Assert.Empty(Repeated(metric.Numerator.Select(term => term.Metric.Value)));
            Assert.Empty(Repeated(metric.Denominator.Select(term => term.Metric.Value)));
        }
    }

    [Fact]
    public void Denied_is_the_sum_of_its_eight_reasons()
    {
        var denied = Catalog.DerivedMetrics.Single(metric => metric.Key.Value == "requests.denied.total");

        Assert.Equal(8, denied.Numerator.Count);
        Assert.All(denied.Numerator, term => Assert.Equal((1, "total"), (term.Coefficient, term.Metric.Column)));
    }

    [Fact]
    public void A_polarity_is_higher_lower_or_neutral()
    {
        Assert.DoesNotContain(Catalog.DerivedMetrics, metric => metric.Polarity is not ("higher" or "lower" or "neutral"));
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}

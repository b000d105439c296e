// A derived metric's formula in the words of its terms.
using Analytics.Catalog;

namespace Analytics.Dashboards.Formatting;

/// <summary>Formulas for people.</summary>
public static class FormulaText
{
    /// <summary>（予以公开 ＋ 部分公开） ÷ 办结申请.</summary>
    public static string Write(DerivedMetric metric) => metric.IsRate
        ? $"{Bracketed(metric.Numerator)} ÷ {Bracketed(metric.Denominator)}"
        : Sum(metric.Numerator);

    private static string Bracketed(IReadOnlyList<FormulaTerm> terms) => terms.Count == 1 ? Sum(terms) : MetricNames.IsEnglish ? $"({Sum(terms)})" : $"（{Sum(terms)}）";

    private static string Sum(IReadOnlyList<FormulaTerm> terms) => string.Concat(terms.Select((term, i) => (term.Coefficient < 0 ? Minus : i == 0 ? "" : Plus) + Label(term.Metric)));

    private static string Plus => MetricNames.IsEnglish ? " + " : " ＋ ";

    private static string Minus => MetricNames.IsEnglish ? " − " : " － ";

    private static string Label(MetricKey key) => Catalog.Catalog.Current.Metric(key)! is var metric && MetricNames.IsEnglish ? metric.LabelEn : metric.LabelZh;
}

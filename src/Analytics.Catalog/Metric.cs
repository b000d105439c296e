// One cell of the statutory forms, and the quantities derived from them.
namespace Analytics.Catalog;

/// <summary>Whether a metric counts what happened in the year or what stands at its end.</summary>
public enum MetricKind
{
    Flow,
    Stock,
}

/// <summary>One cell of the statutory tables 二–四, a row of <c>metrics.csv</c>.</summary>
/// <param name="Key">Public name.</param>
/// <param name="Table">The statutory table: 二, 三 or 四.</param>
/// <param name="Forms">The forms that have this cell ("2019", "2021").</param>
/// <param name="LabelZh">Short Chinese label, unique.</param>
/// <param name="LabelEn">Short English label, unique.</param>
/// <param name="RowZh">Row label of the form.</param>
/// <param name="ColumnZh">Column head of the form.</param>
/// <param name="Unit">件, 项 or 万元.</param>
/// <param name="Kind">Flow or stock.</param>
/// <param name="Note">What a reader must know before comparing; may be empty.</param>
/// <param name="NoteZh">The same for the pages, in Chinese.</param>
public sealed record Metric(
    MetricKey Key, string Table, IReadOnlyList<string> Forms, string LabelZh, string LabelEn,
    string RowZh, string ColumnZh, string Unit, MetricKind Kind, string Note, string NoteZh)
{
    /// <summary>A count: a whole number in every honest report (rule R05).</summary>
    public bool IsCount => IsCountUnit(Unit);

    /// <summary>Whether a unit counts things.</summary>
    public static bool IsCountUnit(string unit) => unit is "件" or "项";

    /// <summary>Printed with a sign: the change of the number of items.</summary>
    public bool IsSigned => Key.Column == "items_change";
}

/// <summary>A quantity computed from metrics, a row of <c>derived-metrics.csv</c>.</summary>
/// <param name="Key">Public name.</param>
/// <param name="LabelZh">Chinese label.</param>
/// <param name="LabelEn">English label.</param>
/// <param name="Formula">As written in the seed; <see cref="Numerator"/> and <see cref="Denominator"/> are read from it.</param>
/// <param name="Numerator">Terms above the line.</param>
/// <param name="Denominator">Terms below the line; empty for a sum.</param>
/// <param name="MinDenominator">Below this a rate is shown grey and unranked; null for sums.</param>
/// <param name="Unit">件, 万元 or %.</param>
/// <param name="Polarity">higher, lower or neutral: which direction is better, if any.</param>
/// <param name="Since">First year the formula holds for.</param>
/// <param name="Until">Last year, null where it still holds.</param>
/// <param name="Note">What a reader must know; may be empty.</param>
/// <param name="NoteZh">The same for the pages, in Chinese.</param>
public sealed record DerivedMetric(
    MetricKey Key, string LabelZh, string LabelEn, string Formula,
    IReadOnlyList<FormulaTerm> Numerator, IReadOnlyList<FormulaTerm> Denominator,
    int? MinDenominator, string Unit, string Polarity, int Since, int? Until, string Note, string NoteZh)
{
    public bool IsRate => Denominator.Count > 0;
}

/// <summary>A metric with its sign in a formula.</summary>
public readonly record struct FormulaTerm(MetricKey Metric, int Coefficient);

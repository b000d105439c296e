// The statements over the wide table, made from the catalog so that metrics, sums and derived metrics are not defined twice.
// Each is a file of sql/wide with lists of expressions in the place of {names}.
using System.Globalization;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse;

/// <summary>Texts of the generated statements.</summary>
internal sealed class WideSql(CatalogData catalog, MetricNumbers numbers)
{
    // Values are binary in the wide table; printed numbers differ by a millionth at least.
    private const string Tolerance = "0.0000005";

    // Signs make no sense of "tenfold" or "below the sum".
    private readonly List<MetricKey> counts = catalog.Metrics.Where(metric => metric.IsCount && !metric.IsSigned).Select(metric => metric.Key).ToList();

    /// <summary>The table itself.</summary>
    public string Table => Fill("Table",
        ("columns", Join(",\n    ", catalog.Metrics.Select(metric => $"{Column(metric.Key)} double not null"))),
        ("shown", Join(",\n    ", catalog.Metrics.Select(metric => $"case when {Mark(metric.Key)} = 1 then {Column(metric.Key)} end as {Column(metric.Key)}"))));

    /// <summary>Rows of the staged reports.</summary>
    public string Staged => Fill("Staged", Items);

    /// <summary>Rows of the reports in <c>wide_stale</c>.</summary>
    public string Rebuilt => Fill("Rebuilt", Items, ("count", numbers.Count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>R01–R04: reports with a sum that may not hold.</summary>
    public string Sums => Fill("Sums", ("broken", Join("\n    or ", Linear(ofYear: false).Select(instance => IsBroken(instance, ofYear: false)))));

    /// <summary>R07, R08, R21: the same between a report and the one before it.</summary>
    public string YearSums => Fill("YearSums", ("broken", Join("\n    or ", Linear(ofYear: true).Select(instance =>
        $"({IsBroken(instance, ofYear: true)}{Printed(instance.Where(term => term.IsResult), "pair.form_")}{Printed(instance.Where(term => term.YearOffset != 0), "pair.before_form_")})"))));

    /// <summary>R10: counts that changed more than tenfold.</summary>
    public string Jumps => Fill("Jumps", ("broken", Join("\n    or ", counts.Select(key =>
        $"(({IsJump(key)}){Printed([key], "pair.form_")}{Printed([key], "pair.before_form_")})"))));

    /// <summary>R17: figures of a wider scope below the sum of those inside.</summary>
    public string Insides => Fill("Insides",
        ("sums", Join(",\n        ", counts.Select(key => $"sum(inside.{Column(key)}) as {Column(key)}"))),
        ("broken", Join("\n    or ", counts.Select(key => $"wide.{Column(key)} < total.{Column(key)} - {Tolerance}"))));

    /// <summary>Values of the derived metrics.</summary>
    public string Derived => Fill("Derived", ("metrics", Join("\n    union all\n", catalog.DerivedMetrics.Select(Derive))));

    // With a zero as 1, a number of 30 and more is beyond ten times another just where it is greater than the other tenfold.
    private static string IsJump(MetricKey key) => $"({IsBeyond("now." + Column(key), "before." + Column(key))}) or ({IsBeyond("before." + Column(key), "now." + Column(key))})";

    private static string IsBeyond(string one, string other) => $"{one} >= 30 and {one} > 10 * {other}";

    private (string Name, string Text) Items => ("items", Join(", ", catalog.Metrics.Select(metric => Invariant($"by_number[{numbers[metric.Key]}]"))));

    // One metric of every report that has at least one of its terms printed.
    private string Derive(DerivedMetric metric)
    {
        var all = metric.Numerator.Concat(metric.Denominator).ToList();
        var table = catalog.Metric(all[0].Metric)!.Table;
        return $"""
            select
                {Numbers([metric.Key])} as metric_id, year, agency_id, scope, report_id, {FormOf(table)} as form, {IsComplete(all)} as is_complete,
                {Sum(metric.Numerator)} as numerator, {(metric.IsRate ? $"case when {IsComplete(metric.Denominator)} then {Sum(metric.Denominator)} end" : "null")} as denominator,
                {(metric.IsRate ? "true" : "false")} as is_rate, list_has_any(disputed, [{Numbers(all.Select(term => term.Metric))}]) as is_disputed,
                not list_has_any(unitless, [{Numbers(all.Select(term => term.Metric))}]) as has_unit
            from numbered
            where {Join(" or ", all.Select(term => $"{Mark(term.Metric)} > 0"))}
            """;
    }

    // A term that the report's form does not have counts for nothing; one that is no number leaves none.
    private string IsComplete(IEnumerable<FormulaTerm> terms) => Join(" and ", terms.Select(term => $"({Mark(term.Metric)} = 1 or not {HasForm(term.Metric)})"));

    private static string Sum(IEnumerable<FormulaTerm> terms) => Join(" + ", terms.Select(term => Invariant($"{term.Coefficient} * {Column(term.Metric)}")));

    private string HasForm(MetricKey key)
    {
        var metric = catalog.Metric(key)!;
        return $"coalesce({FormOf(metric.Table)} in ({Join(", ", metric.Forms)}), false)";
    }

    private static string FormOf(string table) => table switch { "二" => "form_2", "三" => "form_3", _ => "form_4" };

    private IEnumerable<IReadOnlyList<RuleTerm>> Linear(bool ofYear) => catalog.RuleTerms.GroupBy(term => (term.Rule, term.Instance))
        .Where(instance => instance.Any(term => term.YearOffset != 0) == ofYear).Select(instance => instance.ToList());

    // What is no number is 0: a sum that then does not hold may still be one that cannot be checked.
    private static string IsBroken(IEnumerable<RuleTerm> instance, bool ofYear) =>
        $"abs({Join(" ", instance.Select(term => $"{(term.Coefficient < 0 ? '-' : '+')} {Side(term, ofYear)}{Column(term.Metric)}"))}) > {Tolerance}";

    // Of metrics that not every form has: whether the report's form has them. Without this, each change of forms were suspect.
    private string Printed(IEnumerable<RuleTerm> terms, string form) => Printed(terms.Select(term => term.Metric), form);

    private string Printed(IEnumerable<MetricKey> metrics, string form) => string.Concat(metrics.Select(key => catalog.Metric(key)!)
        .Where(metric => catalog.Metrics.Any(other => other.Table == metric.Table && other.Forms.Except(metric.Forms, StringComparer.Ordinal).Any()))
        .Select(metric => $" and {form}{FormOf(metric.Table)["form_".Length..]} in ({Join(", ", metric.Forms.Select(one => $"'{one}'"))})").Distinct(StringComparer.Ordinal));

    private static string Side(RuleTerm term, bool ofYear) => !ofYear ? "" : term.YearOffset == 0 ? "now." : "before.";

    private string Mark(MetricKey metric) => Invariant($"marks[{numbers[metric]}]");

    private string Numbers(IEnumerable<MetricKey> metrics) => Join(", ", metrics.Select(metric => Invariant($"{numbers[metric]}")));

    private static string Column(MetricKey metric) => $"\"{metric.Value}\"";

    private static string Fill(string file, params ReadOnlySpan<(string Name, string Text)> parts)
    {
        var text = Sql.Text("wide/" + file);
        foreach (var (name, part) in parts) text = text.Replace($"{{{name}}}", part, StringComparison.Ordinal);
        return text;
    }

    private static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

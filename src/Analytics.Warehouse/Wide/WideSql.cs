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
    public string Table => Fill("Table", ("columns", Join(",\n    ", catalog.Metrics.Select(metric => $"{Column(metric.Key)} double"))));

    /// <summary>Rows of the staged reports.</summary>
    public string Staged => Fill("Staged", Items);

    /// <summary>Rows of the reports in <c>wide_stale</c>.</summary>
    public string Rebuilt => Fill("Rebuilt", Items, ("count", numbers.Count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>R01–R04: breaches of the sums within a report.</summary>
    public string Sums => Linear("Sums", ofYear: false);

    /// <summary>R07, R08, R21: breaches between a report and the one before it.</summary>
    public string YearSums => Linear("YearSums", ofYear: true);

    /// <summary>What tells that a report breaks a sum, in words of SQL that other engines understand too: within a report, against
    /// the one before it, and a jump from it.</summary>
    internal (string Sums, string YearSums, string Jumps) Portable => (Broken(ofYear: false), Broken(ofYear: true), JumpsBroken);

    /// <summary>R10: counts that changed more than tenfold.</summary>
    public string Jumps => Fill("Jumps",
        ("broken", JumpsBroken),
        ("checks", Join(",\n    ", counts.Select(key => $"case when {HasJumped(key)} then {Breach("R10", key.Value, key, "before." + Column(key), "now." + Column(key))} end"))));

    /// <summary>R17: figures of a wider scope below the sum of those inside.</summary>
    public string Insides => Fill("Insides",
        ("sums", Join(",\n        ", counts.Select(key => $"sum(inside.{Column(key)}) as {Column(key)}"))),
        ("broken", Join("\n    or ", counts.Select(IsBelow))),
        ("checks", Join(",\n    ", counts.Select(key => $"case when {IsBelow(key)} then {Breach("R17", key.Value, key, "total." + Column(key), "wide." + Column(key))} end"))));

    /// <summary>Values of the derived metrics.</summary>
    public string Derived => Fill("Derived", ("metrics", Join("\n    union all\n", catalog.DerivedMetrics.Select(Derive))));

    private string JumpsBroken => Join("\n    or ", counts.Select(key => $"({HasJumped(key)})"));

    private (string Name, string Text) Items => ("items", Join(", ", catalog.Metrics.Select(metric => Invariant($"by_number[{numbers[metric.Key]}]"))));

    // One metric of every report that has at least one of its terms printed.
    private string Derive(DerivedMetric metric)
    {
        var all = metric.Numerator.Concat(metric.Denominator).ToList();
        var complete = Join(" and ", all.Select(term => $"({Column(term.Metric)} is not null or not {HasForm(term.Metric)})"));
        var printed = Join(" or ", all.Select(term => Invariant($"marks[{numbers[term.Metric]}] > 0")));
        var ids = Join(", ", all.Select(term => Invariant($"{numbers[term.Metric]}")));
        var table = catalog.Metric(all[0].Metric)!.Table;
        return Invariant($"""
            select
                {numbers[metric.Key]} as metric_id, year, agency_id, scope, report_id, {FormOf(table)} as form, {complete} as is_complete,
                {Sum(metric.Numerator)} as numerator, {(metric.IsRate ? Sum(metric.Denominator) : "null")} as denominator,
                {(metric.IsRate ? "true" : "false")} as is_rate, list_has_any(disputed, [{ids}]) as is_disputed,
                not list_has_any(unitless, [{ids}]) as has_unit
            from numbered
            where {printed}
            """);
    }

    // A term that the report's form does not have counts for nothing; one that is no number leaves none.
    private string Sum(IEnumerable<FormulaTerm> terms) =>
        Join(" + ", terms.Select(term => Invariant($"{term.Coefficient} * case when {HasForm(term.Metric)} then {Column(term.Metric)} else 0 end")));

    private string HasForm(MetricKey key)
    {
        var metric = catalog.Metric(key)!;
        return $"coalesce({FormOf(metric.Table)} in ({Join(", ", metric.Forms)}), false)";
    }

    private static string FormOf(string table) => table switch { "二" => "form_2", "三" => "form_3", _ => "form_4" };

    private string Linear(string file, bool ofYear) => Fill(file,
        ("broken", Broken(ofYear)),
        ("checks", Join(",\n    ", Instances(ofYear).Select(instance => Check(instance.Key.Rule, instance.Key.Instance, instance.ToList(), ofYear)))));

    private string Broken(bool ofYear) => Join("\n    or ", Instances(ofYear).Select(instance => $"abs({Difference(instance, ofYear)}) > {Tolerance}"));

    private IEnumerable<IGrouping<(string Rule, string Instance), RuleTerm>> Instances(bool ofYear) =>
        catalog.RuleTerms.GroupBy(term => (term.Rule, term.Instance)).Where(instance => instance.Any(term => term.YearOffset != 0) == ofYear);

    // Null where the result is no number; a blank summand counts as 0.
    private static string Difference(IEnumerable<RuleTerm> terms, bool ofYear) => Join(" ", terms.Select(term => Invariant(
        $"{(term.Coefficient < 0 ? '-' : '+')} {(term.IsResult ? Cell(term, ofYear) : $"coalesce({Cell(term, ofYear)}, 0)")}")));

    // The instance can be checked where a summand is a number and none is missing from the report's form or unread. What the
    // year before has no cell for cannot be checked: in the first year of a form nothing is known of its stocks.
    private string Check(string rule, string instance, List<RuleTerm> terms, bool ofYear)
    {
        var result = terms.Single(term => term.IsResult);
        var summands = terms.Where(term => !term.IsResult).ToList();
        var readable = Join(" and ", summands.Select(term => term.YearOffset == 0
            ? Invariant($"({Side(term, ofYear)}marks[{numbers[term.Metric]}] in (1, 2) or not {Side(term, ofYear)}{HasFormOf(term)})")
            : Invariant($"{Side(term, ofYear)}marks[{numbers[term.Metric]}] in (1, 2)")));
        var some = $"coalesce({Join(", ", summands.Select(term => Cell(term, ofYear)))}) is not null";
        var expected = $"({(result.Coefficient < 0 ? "" : "-")}({Difference(summands, ofYear)}))";
        return $"case when abs({Difference(terms, ofYear)}) > {Tolerance} and {some} and {readable} then {Breach(rule, instance, result.Metric, expected, Cell(result, ofYear))} end";
    }

    private string HasFormOf(RuleTerm term)
    {
        var metric = catalog.Metric(term.Metric)!;
        return $"{FormOf(metric.Table)} in ({Join(", ", metric.Forms)})";
    }

    private static string Side(RuleTerm term, bool ofYear) => !ofYear ? "" : term.YearOffset == 0 ? "now." : "before.";

    private static string Cell(RuleTerm term, bool ofYear) => Side(term, ofYear) + Column(term.Metric);

    private static string HasJumped(MetricKey key)
    {
        var (now, before) = ("now." + Column(key), "before." + Column(key));
        return $"{now} is not null and {before} is not null and greatest({now}, {before}) >= 30 and greatest({now}, {before}) > 10 * greatest(least({now}, {before}), 1)";
    }

    private static string IsBelow(MetricKey key) => $"wide.{Column(key)} < total.{Column(key)} - {Tolerance}";

    private static string Breach(string rule, string instance, MetricKey metric, string expected, string printed) =>
        $"{{'rule': '{rule}', 'instance': '{instance}', 'metric': '{metric.Value}', 'expected': cast({expected} as decimal(18, 6)), 'printed': cast({printed} as decimal(18, 6))}}";

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

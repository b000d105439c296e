// The statements over the wide table, made from the catalog so that metrics, sums and derived metrics are not defined twice.
// Each is a file of sql/wide with lists of expressions in the place of {names}.
using System.Globalization;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse;

/// <summary>Texts of the generated statements.</summary>
internal sealed class WideSql(CatalogData catalog, MetricNumbers numbers)
{
    // A quarter of all: what is sorted at once fits into memory for ten times a country.
    private const int MetricsTogether = 60;

    private readonly Dictionary<int, MetricKey> byNumber = catalog.Metrics.ToDictionary(metric => (int)numbers[metric.Key], metric => metric.Key);

    // Signs make no sense of "tenfold" or "below the sum".
    private readonly List<MetricKey> counts = catalog.Metrics.Where(metric => metric.IsCount && !metric.IsSigned).Select(metric => metric.Key).ToList();

    /// <summary>The table itself.</summary>
    public string Table => Fill("Table",
        ("columns", Join(",\n    ", catalog.Metrics.Select(metric => $"{Column(metric.Key)} decimal(18, 6)"))));

    /// <summary>The columns of the table.</summary>
    public IReadOnlyList<StagedColumn<WideRow>> Columns { get; } =
    [
        StagedColumn<WideRow>.Of(row => row.Report.ReportId), StagedColumn<WideRow>.Of(row => row.Report.AgencyId), StagedColumn<WideRow>.Of(row => row.Report.Year),
        StagedColumn<WideRow>.Of(row => row.Report.Scope), StagedColumn<WideRow>.OfNullable(row => row.Report.Form2),
        StagedColumn<WideRow>.OfNullable(row => row.Report.Form3), StagedColumn<WideRow>.OfNullable(row => row.Report.Form4), StagedColumn<WideRow>.Of(row => row.Cells.Marks),
        .. catalog.Metrics.Select(metric => numbers[metric.Key] - 1).Select(at => StagedColumn<WideRow>.OfNullable<long>(row => row.Cells.IsNumber(at) ? row.Cells.Values[at] : null)),
    ];

    /// <summary>Rows of the reports in <c>wide_stale</c>.</summary>
    public string Rebuilt => Fill("Rebuilt",
        ("count", numbers.Count.ToString(CultureInfo.InvariantCulture)),
        ("items", Join(", ", catalog.Metrics.Select(metric => Invariant($"by_number[{numbers[metric.Key]}]")))));

    /// <summary>Cells of which there is more to say than a number.</summary>
    /// <param name="rows">The table of the wide rows to look at.</param>
    public static string Others(string rows) => Fill("Others", ("wide", rows));

    /// <summary>Values of the printed metrics, one statement after the other.</summary>
    /// <param name="rows">The table of the wide rows to take them from.</param>
    public IEnumerable<string> Values(string rows) => byNumber.OrderBy(metric => metric.Key).Chunk(MetricsTogether)
        .Select(some => Fill("Values",
            ("values", Join("    union all\n    ", some.Select(metric => Value(rows, metric.Key, metric.Value)))), ("wide", rows),
            ("first", Invariant($"{some[0].Key}")), ("last", Invariant($"{some[^1].Key}"))));

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
        ("broken", Join("\n    or ", counts.Select(key => $"wide.{Column(key)} < total.{Column(key)}"))));

    /// <summary>Values of the derived metrics.</summary>
    /// <param name="rows">The table of the wide rows to make them from.</param>
    public string Derived(string rows) => Fill("Derived", ("metrics", Join("\n    union all\n", catalog.DerivedMetrics.Select(metric => Derive(rows, metric)))));

    // With a zero as 1, a number of 30 and more is beyond ten times another just where it is greater than the other tenfold.
    private static string IsJump(MetricKey key) => $"({IsBeyond("now." + Column(key), "before." + Column(key))}) or ({IsBeyond("before." + Column(key), "now." + Column(key))})";

    private static string IsBeyond(string one, string other) => $"{one} >= 30 and {Binary(one)} > 10 * {Binary(other)}";

    // Multiples of the greatest numbers the warehouse holds do not fit their type.
    private static string Binary(string number) => $"cast({number} as double)";

    private string Value(string rows, int number, MetricKey key) => Fill("Value",
        ("wide", rows), ("number", Invariant($"{number}")), ("value", Column(key)), ("form", FormOf(catalog.Metric(key)!.Table)));

    // One metric of every report that has at least one of its terms printed.
    private string Derive(string rows, DerivedMetric metric)
    {
        var all = metric.Numerator.Concat(metric.Denominator).ToList();
        var table = catalog.Metric(all[0].Metric)!.Table;
        return $"""
            select
                {Numbers([metric.Key])} as metric_id, year, agency_id, scope, report_id, {FormOf(table)} as form, {IsComplete(all)} as is_complete,
                {Sum(metric.Numerator)} as numerator, {(metric.IsRate ? $"case when {IsComplete(metric.Denominator)} then {Sum(metric.Denominator)} end" : "null")} as denominator,
                {(metric.IsRate ? "true" : "false")} as is_rate,
                {Join(" and ", all.Select(term => $"{Mark(term.Metric)} & 4 = 0"))} as has_unit
            from {rows}
            where {Join(" or ", all.Select(term => $"{Column(term.Metric)} is not null"))} or {Join(" or ", all.Select(term => $"{Mark(term.Metric)} > 0"))}
            """;
    }

    // A term that the report's form does not have counts for nothing; one that is no number leaves none.
    private string IsComplete(IEnumerable<FormulaTerm> terms) => Join(" and ", terms.Select(term => $"({Column(term.Metric)} is not null or not {HasForm(term.Metric)})"));

    private static string Sum(IEnumerable<FormulaTerm> terms) => Join(" + ", terms.Select(term => Invariant($"{term.Coefficient} * {Binary(OrZero(term.Metric))}")));

    private string HasForm(MetricKey key)
    {
        var metric = catalog.Metric(key)!;
        return $"coalesce({FormOf(metric.Table)} in ({Join(", ", metric.Forms)}), false)";
    }

    private static string FormOf(string table) => table switch { "二" => "form_2", "三" => "form_3", _ => "form_4" };

    private IEnumerable<IReadOnlyList<RuleTerm>> Linear(bool ofYear) => catalog.RuleTerms.GroupBy(term => (term.Rule, term.Instance))
        .Where(instance => instance.Any(term => term.YearOffset != 0) == ofYear).Select(instance => instance.ToList());

    // What is no number is 0: a sum that then does not hold may still be one that cannot be checked. One of figures too long to be
    // added up is looked at too.
    private static string IsBroken(IEnumerable<RuleTerm> instance, bool ofYear) =>
        $"try({Join(" ", instance.Select(term => $"{(term.Coefficient < 0 ? '-' : '+')} {OrZero(term.Metric, Side(term, ofYear))}"))}) is distinct from 0";

    // Of metrics that not every form has: whether the report's form has them. Without this, each change of forms were suspect.
    private string Printed(IEnumerable<RuleTerm> terms, string form) => Printed(terms.Select(term => term.Metric), form);

    private string Printed(IEnumerable<MetricKey> metrics, string form) => string.Concat(metrics.Select(key => catalog.Metric(key)!)
        .Where(metric => catalog.Metrics.Any(other => other.Table == metric.Table && other.Forms.Except(metric.Forms, StringComparer.Ordinal).Any()))
        .Select(metric => $" and {form}{FormOf(metric.Table)["form_".Length..]} in ({Join(", ", metric.Forms.Select(one => $"'{one}'"))})").Distinct(StringComparer.Ordinal));

    private static string Side(RuleTerm term, bool ofYear) => !ofYear ? "" : term.YearOffset == 0 ? "now." : "before.";

    private string Mark(MetricKey metric) => Invariant($"marks[{numbers[metric]}]");

    private static string OrZero(MetricKey metric, string side = "") => $"coalesce({side}{Column(metric)}, 0)";

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

// The rules between figures as one would write them for PostgreSQL: over the wide table, where the cells of a sum stand in one
// row; first which rows may break one, then which figures do. Every breach is named, as by the warehouse's own rules.
using System.Diagnostics;
using System.Globalization;
using Analytics.Catalog;
using Npgsql;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Country;

/// <param name="numbers">Numbers of all metrics, as in <c>marks</c>.</param>
internal sealed class PostgresRules(CatalogData catalog, IReadOnlyDictionary<string, int> numbers)
{
    private const int FewestFlows = 3;
    private readonly List<Metric> counts = catalog.Metrics.Where(metric => metric.IsCount && !metric.IsSigned).ToList();

    /// <summary>Runs all rules; returns breaches by rule and how long it took, in ms, without reading the counts.</summary>
    public async Task<(Dictionary<string, long> Breaches, double Time)> RunAsync(NpgsqlConnection postgres)
    {
        var statements = Statements().ToList();
        var names = statements.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"breach_{index}")).ToList();
        foreach (var name in names) await ExecuteAsync(postgres, $"drop table if exists {name}");
        var watch = Stopwatch.StartNew();
        // A table made from a query, since what is inserted is not looked for in parallel.
        foreach (var (name, statement) in names.Zip(statements)) await ExecuteAsync(postgres, $"create temp table {name} as {statement}");
        var time = watch.Elapsed.TotalMilliseconds;

        var breaches = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"select rule, count(*) from ({string.Join(" union all ", names.Select(name => "select rule from " + name))}) breach group by rule", postgres);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) breaches[reader.GetString(0)] = reader.GetInt64(1);
        return (breaches, time);
    }

    private IEnumerable<string> Statements()
    {
        var pairs = Texts.Of("PostgresPairs");
        var unchanged = Texts.Of("PostgresUnchanged");
        yield return Linear(ofYear: false, "from wide now", "true");
        yield return Linear(ofYear: true, pairs, unchanged);
        yield return $"""
            select now.report_id, 'R10' as rule, found.metric, found.last as expected, found.printed
            {pairs}
            cross join lateral (values {Join(", ", counts.Select(metric => $"('{metric.Key.Value}', before.{Column(metric.Key)}, now.{Column(metric.Key)})"))}) found (metric, last, printed)
            where ({Join(" or ", counts.Select(metric => IsJump("now." + Column(metric.Key), "before." + Column(metric.Key))))})
                and {unchanged} and {IsJump("found.printed", "found.last")}
            """;
        yield return $"""
            select now.report_id, 'R11' as rule, null as metric, cast(null as numeric) as expected, cast(null as numeric) as printed
            from report fresh
            join report old on old.agency_id = fresh.agency_id and old.scope = fresh.scope and old.year = fresh.year - 1 and old.facts_sha256 = fresh.facts_sha256
            join wide now on now.report_id = fresh.report_id
            where {unchanged} and {Join(" + ", catalog.Metrics.Where(metric => metric.Kind == MetricKind.Flow).Select(metric => $"case when now.{Column(metric.Key)} >= 1 then 1 else 0 end"))} >= {FewestFlows}
            """;
        yield return Texts.Of("PostgresFees").Replace("{pairs}", pairs, StringComparison.Ordinal).Replace("{unchanged}", unchanged, StringComparison.Ordinal)
            .Replace("{fees}", Number("fees.amount_wan"), StringComparison.Ordinal);
        yield return Texts.Of("PostgresInsides")
            .Replace("{sums}", Join(", ", counts.Select(metric => $"sum(part.{Column(metric.Key)}) as {Column(metric.Key)}")), StringComparison.Ordinal)
            .Replace("{values}", Join(", ", counts.Select(metric => $"('{metric.Key.Value}', total.{Column(metric.Key)}, wide.{Column(metric.Key)})")), StringComparison.Ordinal);
    }

    private string Linear(bool ofYear, string from, string where)
    {
        var sums = catalog.RuleTerms.GroupBy(term => (term.Rule, term.Instance)).Where(terms => terms.Any(term => term.YearOffset != 0) == ofYear).Select(terms => terms.ToList()).ToList();
        return $"""
            select now.report_id, found.rule, found.metric, found.expected, found.printed
            {from}
            cross join lateral (values {Join(", ", sums.Select(Value))}) found (rule, metric, is_checkable, expected, printed)
            where ({Join(" or ", sums.Select(terms => Sum(terms) + " <> 0"))}) and {where} and found.is_checkable and found.expected <> found.printed
            """;
    }

    private string Value(List<RuleTerm> terms)
    {
        var result = terms.Single(term => term.IsResult);
        var others = terms.Where(term => !term.IsResult).ToList();
        return $"('{result.Rule}', '{result.Metric.Value}', {IsCheckable(result, others)}, {-result.Coefficient} * ({Sum(others)}), {Of(result)})";
    }

    // A number as the result, one number at least among the others, and none of them unread or missing from the report's form.
    private string IsCheckable(RuleTerm result, List<RuleTerm> others) =>
        $"{HasForm(result)} and {Of(result)} is not null and coalesce({Join(", ", others.Select(Of))}) is not null and {Join(" and ", others.Select(IsThere))}";

    private string IsThere(RuleTerm term)
    {
        var isThere = $"{Side(term)}.marks[{Number(term.Metric.Value)}] in (1, 2)";
        return term.YearOffset == 0 ? $"(not {HasForm(term)} or {isThere})" : isThere;
    }

    private string HasForm(RuleTerm term)
    {
        var metric = catalog.Metric(term.Metric)!;
        return $"coalesce(now.form_{metric.Table switch { "二" => 2, "三" => 3, _ => 4 }} in ({Join(", ", metric.Forms)}), false)";
    }

    private static string IsJump(string one, string other) => $"({one} >= 30 and {one} > 10 * {other} or {other} >= 30 and {other} > 10 * {one})";

    private static string Sum(IEnumerable<RuleTerm> terms) => Join(" ", terms.Select(term => $"{(term.Coefficient < 0 ? '-' : '+')} coalesce({Of(term)}, 0)"));

    private static string Of(RuleTerm term) => $"{Side(term)}.{Column(term.Metric)}";

    private static string Side(RuleTerm term) => term.YearOffset == 0 ? "now" : "before";

    private static string Column(MetricKey metric) => $"\"{metric.Value}\"";

    private string Number(string metric) => numbers[metric].ToString(CultureInfo.InvariantCulture);

    private static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts);

    private static async Task ExecuteAsync(NpgsqlConnection postgres, string sql)
    {
        await using var command = new NpgsqlCommand(sql, postgres) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

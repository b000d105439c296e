// Rules are data: a term that names no cell, or an equation without a result, would silently check nothing.
namespace Analytics.Catalog.Tests;

public sealed class RuleTests
{
    private static readonly Catalog Catalog = Catalog.Current;

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = Catalog.Rules.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Every_rule_says_what_holds_and_what_a_reader_is_told()
    {
        Assert.DoesNotContain(Catalog.Rules, rule => rule.Formula.Length == 0 || rule.Scope.Length == 0 || rule.Applies.Length == 0
            || !Script.IsChinese(rule.NameZh) || !Script.IsChinese(rule.MessageZh) || rule.NameEn.Length == 0 || Script.IsChinese(rule.NameEn));
    }

    [Fact]
    public void Every_pattern_of_cells_covers_some_metric()
    {
        foreach (var rule in Catalog.Rules)
        {
            foreach (var pattern in rule.Cells)
            {
                var one = rule with { Cells = [pattern] };
                Assert.True(Catalog.Metrics.Any(metric => one.Covers(metric.Key)), $"{rule.Id}: {pattern}");
            }
        }
    }

    [Theory]
    [InlineData("*", "rules.made", true)]
    [InlineData("*.decisions", "licensing.decisions", true)]
    [InlineData("*.decisions", "licensing.items_prev", false)]
    [InlineData("requests.*", "requests.received.total", true)]
    [InlineData("requests.*", "reconsideration.total", false)]
    [InlineData("procurement.amount_wan", "procurement.amount_wan", true)]
    [InlineData("procurement.amount_wan", "procurement.count", false)]
    public void A_pattern_covers_what_stands_in_the_place_of_its_star(string pattern, string metric, bool isCovered)
    {
        var rule = Catalog.Rule("R01") with { Cells = [pattern] };

        Assert.Equal(isCovered, rule.Covers(new MetricKey(metric)));
    }

    [Fact]
    public void An_unknown_rule_is_an_error() => Assert.Throws<KeyNotFoundException>(() => Catalog.Rule("R99"));

    [Fact]
    public void Every_term_is_a_metric_with_a_sign_in_this_year_or_the_one_before()
    {
        Assert.DoesNotContain(Catalog.RuleTerms, term => Catalog.Metric(term.Metric) is null || term.Coefficient is not (1 or -1) || term.YearOffset is not (0 or -1));
    }

    [Fact]
    public void Every_equation_has_just_one_result_and_at_least_one_other_term()
    {
        foreach (var equation in Catalog.RuleTerms.GroupBy(term => (term.Rule, term.Instance)))
        {
            Assert.True(equation.Count(term => term.IsResult) == 1, equation.Key.ToString());
            Assert.True(equation.Count() > 1, equation.Key.ToString());
            Assert.Equal(equation.Count(), equation.DistinctBy(term => (term.Metric, term.YearOffset)).Count());
        }
    }

    [Fact]
    public void The_linear_rules_are_R01_to_R04_and_R07_R08_R21()
    {
        Assert.Equal(["R01", "R02", "R03", "R04", "R07", "R08", "R21"], Catalog.RuleTerms.Select(term => term.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_covers_every_cell_that_its_equations_name()
    {
        Assert.Empty(Catalog.RuleTerms.Where(term => !Catalog.Rule(term.Rule).Covers(term.Metric)).Select(term => (term.Rule, term.Metric)));
    }

    [Fact]
    public void R01_adds_up_every_line_of_table_three()
    {
        var lines = Catalog.Forms.Lines.Where(line => line.Table == "三").Select(line => line.Line);

        Assert.Equal(lines.Order(StringComparer.Ordinal), Instances("R01"));
        AssertTerms("R01", instance => Columns("三").Select(column => $"{instance}.{column}"));
    }

    [Fact]
    public void R02_adds_up_every_column_of_table_three_over_all_outcomes()
    {
        var outcomes = Catalog.Forms.Lines.Where(line => line.Table == "三" && line.Line is not ("requests.received" or "requests.carried_in" or "requests.carried_out")).ToList();

        Assert.Equal(Columns("三").Order(StringComparer.Ordinal), Instances("R02"));
        AssertTerms("R02", instance => outcomes.Select(line => $"{line.Line}.{instance}"));
    }

    [Fact]
    public void R03_balances_every_column_of_table_three()
    {
        Assert.Equal(Columns("三").Order(StringComparer.Ordinal), Instances("R03"));
        AssertTerms("R03", instance => new[] { "received", "carried_in", "closed", "carried_out" }.Select(line => $"requests.{line}.{instance}"));
    }

    [Fact]
    public void R04_adds_up_every_line_of_table_four()
    {
        Assert.Equal(Catalog.Forms.Lines.Where(line => line.Table == "四").Select(line => line.Line).Order(StringComparer.Ordinal), Instances("R04"));
        AssertTerms("R04", instance => Columns("四").Select(column => $"{instance}.{column}"));
    }

    private static IEnumerable<string> Columns(string table) => Catalog.Forms.Columns.Where(column => column.Table == table).Select(column => column.Column);

    private static IEnumerable<string> Instances(string rule) =>
        Catalog.RuleTerms.Where(term => term.Rule == rule).Select(term => term.Instance).Distinct().Order(StringComparer.Ordinal);

    private static void AssertTerms(string rule, Func<string, IEnumerable<string>> expected)
    {
        foreach (var equation in Catalog.RuleTerms.Where(term => term.Rule == rule).GroupBy(term => term.Instance, StringComparer.Ordinal))
            Assert.Equal(expected(equation.Key).Order(StringComparer.Ordinal), equation.Select(term => term.Metric.Value).Order(StringComparer.Ordinal));
    }
}

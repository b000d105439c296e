// R01–R04: the sums of the forms, as terms in rule-terms.csv. One routine for all of them.
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>Checks that the terms of each instance add up to zero.</summary>
internal sealed class LinearRules : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        var breaches = report.Catalog.RuleTerms
            .GroupBy(term => (term.Rule, term.Instance))
            .Where(instance => instance.All(term => term.YearOffset == 0))
            .Select(instance => Evaluate(report, instance.Key.Rule, instance.ToList())).OfType<Breach>().ToList();
        return breaches.Select(breach => Describe(report, breach, breaches));
    }

    /// <summary>A sum that does not hold.</summary>
    /// <param name="Result">The printed result it names.</param>
    /// <param name="Expected">What the other terms make it.</param>
    /// <param name="Printed">What is printed.</param>
    private sealed record Breach(string Rule, IReadOnlyList<RuleTerm> Terms, MetricKey Result, decimal Expected, decimal Printed);

    // A blank summand counts as 0 if another summand is a number; a blank or missing result, and a missing or unread
    // summand of the report's form, leave nothing to check.
    private static Breach? Evaluate(ReportContext report, string rule, List<RuleTerm> terms)
    {
        var sum = 0m;
        var numbers = 0;
        foreach (var term in terms.Where(term => !term.IsResult))
        {
            var metric = report.Catalog.Metric(term.Metric)!;
            if (!report.Forms.TryGetValue(metric.Table, out var form)) return null;
            if (!metric.Forms.Contains(form, StringComparer.Ordinal)) continue;
            var fact = report.Fact(term.Metric);
            if (fact is null or { State: FactState.Unread }) return null;
            if (fact.Value is not { } value) continue;
            sum += value * term.Coefficient;
            numbers++;
        }
        var result = terms.Single(term => term.IsResult);
        if (numbers == 0 || report.Fact(result.Metric)?.Value is not { } printed) return null;
        var expected = sum * -result.Coefficient;
        return expected == printed ? null : new Breach(rule, terms, result.Metric, expected, printed);
    }

    // A sum may fail only because one of its terms is itself the wrong result of another sum: then that term is named,
    // not a result that is right.
    private static Finding Describe(ReportContext report, Breach breach, List<Breach> all)
    {
        foreach (var culprit in all.Where(other => other != breach))
        {
            var term = breach.Terms.FirstOrDefault(term => term.Metric == culprit.Result && !term.IsResult);
            if (term is null) continue;
            var repaired = breach.Expected + ((culprit.Expected - culprit.Printed) * term.Coefficient);
            if (repaired != breach.Printed) continue;
            return report.Finding(breach.Rule, [culprit.Result],
                $"{report.Label(breach.Result)}印为 {Show(breach.Printed)}，各项之和为 {Show(breach.Expected)}；若{report.Label(culprit.Result)}为 {Show(culprit.Expected)}（印为 {Show(culprit.Printed)}）则相符",
                culprit.Expected, culprit.Printed);
        }
        return report.Finding(breach.Rule, [breach.Result],
            $"{report.Label(breach.Result)}印为 {Show(breach.Printed)}，按其他各项应为 {Show(breach.Expected)}", breach.Expected, breach.Printed);
    }

    private static string Show(decimal value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}

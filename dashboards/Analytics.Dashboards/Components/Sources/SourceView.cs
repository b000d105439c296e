// All the drawer shows of one value: its cell among its neighbours, the document, and every rule that looked at it.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Sources;

public enum RuleResult
{
    Passed,
    Failed,

    /// <summary>A term is missing or blank, so nothing could be checked.</summary>
    Unchecked,
}

/// <summary>A rule's result for one value.</summary>
public sealed record RuleLine(string Rule, string Text, RuleResult Result, string Severity);

/// <summary>What the drawer shows. <see cref="Cell"/> is null for a derived value, which has <see cref="Terms"/> instead.</summary>
public sealed record SourceView(
    ReportHead Report, ShownValue Value, SourceCell? Cell, IReadOnlyList<NeighbourCell> Neighbours, IReadOnlyList<RuleLine> Rules,
    IReadOnlyList<SourceTerm> Terms, IReadOnlyList<FindingEntry> OnDocument);

/// <summary>Loads what the drawer shows.</summary>
public sealed class SourceViews(SourceQueries queries, Catalog.Catalog catalog)
{
    // Rules over years and texts run elsewhere; the drawer lists those that are checked within one report.
    private static readonly string[] OfOneReport = ["R05", "R06", "R12", "R16", "R18", "R20"];

    /// <summary>Null where there is no such value or the asker may not see it.</summary>
    public async Task<SourceView?> LoadAsync(Scope scope, SourceKey key, CancellationToken cancellation)
    {
        if (await queries.ReportAsync(scope, key.Report, cancellation) is not { } report) return null;
        if (await queries.ValueAsync(scope, key.Report, key.Metric, cancellation) is not { } value) return null;
        var cell = await queries.CellAsync(scope, key.Report, key.Metric, cancellation);
        var terms = cell is null ? await queries.TermsAsync(scope, key.Report, key.Metric, cancellation) : [];
        if (cell is null && terms.Count == 0) return null;
        var neighbours = cell is null ? [] : await queries.NeighboursAsync(scope, key.Report, key.Metric, cancellation);
        var findings = await queries.FindingsAsync(scope, key.Report, key.Metric, cancellation);
        var outcomes = await queries.LinearRulesAsync(scope, key.Report, key.Metric, cancellation);
        return new SourceView(report, value, cell, neighbours, cell is null ? [] : Rules(key.Metric, value, outcomes, findings), terms,
            findings.Where(finding => finding.Metrics.Count == 0).ToList());
    }

    private List<RuleLine> Rules(MetricKey metric, ShownValue value, IReadOnlyList<RuleOutcome> outcomes, IReadOnlyList<FindingEntry> findings)
    {
        var lines = new List<RuleLine>();
        foreach (var outcome in outcomes.GroupBy(outcome => outcome.Rule, StringComparer.Ordinal))
        {
            var rule = catalog.Rule(outcome.Key);
            var result = outcome.Any(one => one.Outcome == "failed") ? RuleResult.Failed
                : outcome.Any(one => one.Outcome == "passed") ? RuleResult.Passed : RuleResult.Unchecked;
            var text = findings.FirstOrDefault(finding => finding.Rule == rule.Id && finding.Metrics.Count > 0)?.Message ?? MetricNames.OfRule(rule);
            lines.Add(new RuleLine(rule.Id, text, result, Lower(rule.Severity)));
        }
        foreach (var rule in catalog.Rules.Where(rule => OfOneReport.Contains(rule.Id, StringComparer.Ordinal) && rule.Covers(metric) && AppliesTo(rule, value.Form)))
        {
            var finding = findings.FirstOrDefault(finding => finding.Rule == rule.Id && finding.Metrics.Count > 0);
            lines.Add(new RuleLine(rule.Id, finding?.Message ?? MetricNames.OfRule(rule), Result(rule, value, finding), finding?.Severity ?? Lower(rule.Severity)));
        }
        return lines;
    }

    // Whether a cell was filled and read can always be said; the rest needs a number.
    private static RuleResult Result(Rule rule, ShownValue value, FindingEntry? finding) => finding is not null
        ? RuleResult.Failed
        : value.State == "number" || rule.Id is "R16" or "R18" ? RuleResult.Passed : RuleResult.Unchecked;

    private static bool AppliesTo(Rule rule, string? form) => rule.Applies == "all" || form is null || rule.Applies.Contains(form, StringComparison.Ordinal);

    private static string Lower(Severity severity) => severity.ToString().ToLowerInvariant();
}

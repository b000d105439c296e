// The reconciliation rules (勾稽关系) of the forms and what they find.
namespace Analytics.Catalog;

public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>A rule of <c>rules.csv</c>.</summary>
/// <param name="Id">R01, R02 …</param>
/// <param name="Scope">Where it applies, in words.</param>
/// <param name="Severity">Of a breach.</param>
/// <param name="Formula">What must hold, in words or as an equation.</param>
/// <param name="Applies">Forms it applies to.</param>
/// <param name="Cells">Patterns of the metric keys it looks at (* is any text); empty for rules of the whole document.</param>
/// <param name="NameZh">What holds where the rule is kept.</param>
/// <param name="MessageZh">What a reader is told.</param>
/// <param name="NameEn"><paramref name="NameZh"/> in English.</param>
public sealed record Rule(
    string Id, string Scope, Severity Severity, string Formula, string Applies, IReadOnlyList<string> Cells, string NameZh, string MessageZh, string NameEn)
{
    /// <summary>Whether the rule looks at a cell.</summary>
    public bool Covers(MetricKey metric) => Cells.Any(pattern => pattern == "*"
        || (pattern.StartsWith('*') && metric.Value.EndsWith(pattern[1..], StringComparison.Ordinal))
        || (pattern.EndsWith('*') && metric.Value.StartsWith(pattern[..^1], StringComparison.Ordinal))
        || metric.Value == pattern);
}

/// <summary>One term of a linear rule, a row of <c>rule-terms.csv</c>: the terms of an instance sum to zero.</summary>
/// <param name="Rule">R01–R04, R07, R08 or R21.</param>
/// <param name="Instance">Which of the rule's equations: a line or a column of the form.</param>
/// <param name="Metric">The cell.</param>
/// <param name="YearOffset">0, or -1 for the year before.</param>
/// <param name="Coefficient">+1 or -1.</param>
/// <param name="IsResult">The printed result of the equation: without it the instance cannot be checked, and a
/// breach names it.</param>
public sealed record RuleTerm(string Rule, string Instance, MetricKey Metric, int YearOffset, int Coefficient, bool IsResult);

/// <summary>What a rule found in one report. The printed value is never changed by it.</summary>
/// <param name="Rule">R01 …</param>
/// <param name="Severity">Of this breach: a rule's own, or a milder one.</param>
/// <param name="Metrics">The cells it names; while an error is open they are disputed. Empty: the whole document.</param>
/// <param name="Expected">The value the rule would expect, null where there is none.</param>
/// <param name="Printed">The value as printed, null where there is none.</param>
/// <param name="Message">Chinese, for a person: what, where, and what follows.</param>
public sealed record Finding(
    string Rule, Severity Severity, IReadOnlyList<MetricKey> Metrics, decimal? Expected, decimal? Printed, string Message);

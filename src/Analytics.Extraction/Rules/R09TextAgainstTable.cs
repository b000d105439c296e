// R09: a number that the text states is one that the tables allow.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class R09TextAgainstTable : IReportRule
{
    public IEnumerable<Finding> Check(ReportContext report)
    {
        var compared = report.Statements.Select(statement => (Statement: statement, Sums: SumsOf(report, statement))).Where(entry => entry.Sums.Count > 0).ToList();
        var right = compared.Where(entry => Agrees(entry.Statement, entry.Sums)).ToList();
        var told = new HashSet<(string, decimal)>();
        foreach (var (statement, sums) in compared)
        {
            if (Agrees(statement, sums) || !told.Add((statement.Definition.Name, statement.Value))) continue;
            // Where the whole is stated as well, and rightly, a smaller number is a part of it.
            if (right.Exists(entry => entry.Statement.Definition.Name == statement.Definition.Name && entry.Statement.Value >= statement.Value)) continue;
            var terms = statement.Definition.Alternatives[0].Where(term => report.Number(term.Metric.Value) is not null).ToList();
            yield return report.Finding("R09", terms.Select(term => term.Metric).ToList(),
                $"正文“{statement.Quote}”，表格中{string.Join("、", terms.Select(term => $"{report.Label(term.Metric)}为 {Show(report.Number(term.Metric.Value)!.Value)}"))}",
                statement.Value, sums[0]);
        }
    }

    // What the tables allow; empty where one of the cells is missing, unread or doubtful, because then nothing is sure.
    private static List<decimal> SumsOf(ReportContext report, Statement statement)
    {
        var sums = new List<decimal>();
        var alternatives = statement.Value == 0 ? statement.Definition.Alternatives.Take(1) : statement.Definition.Alternatives;
        foreach (var alternative in alternatives)
        {
            if (SumOf(report, alternative) is not { } sum) return [];
            sums.Add(sum);
        }
        return sums;
    }

    private static decimal? SumOf(ReportContext report, IReadOnlyList<FormulaTerm> alternative)
    {
        var sum = 0m;
        var numbers = 0;
        foreach (var term in alternative)
        {
            var metric = report.Catalog.Metric(term.Metric)!;
            if (!report.Forms.TryGetValue(metric.Table, out var form)) return null;
            if (!metric.Forms.Contains(form, StringComparer.Ordinal)) continue;
            if (report.Fact(term.Metric) is not { State: not FactState.Unread } fact || report.IsDoubtful(term.Metric)) return null;
            if (metric.Unit == "万元" && fact is { Value: not 0, Source.Unit: null }) return null;
            if (fact.Value is not { } value) continue;
            sum += value * term.Coefficient;
            numbers++;
        }
        return numbers > 0 ? sum : null;
    }

    // Amounts are rounded in text as far as they are printed.
    private static bool Agrees(Statement statement, List<decimal> sums) => statement.Definition.IsMoney
        ? sums.Exists(sum => Math.Abs(sum - statement.Value) < statement.Step)
        : sums.Contains(statement.Value);

    private static string Show(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

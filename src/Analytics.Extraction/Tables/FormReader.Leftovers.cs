// What a form has and the document does not print, and what the document prints and no line has taken: each is named.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed partial class FormReader
{
    // A line that the table's form has and the document does not print.
    private void ReportMissingLines()
    {
        foreach (var table in catalog.Forms.Lines.Select(line => line.Table).Distinct(StringComparer.Ordinal).Where(table => !formOf.ContainsKey(table)))
        {
            if (tokens.Any(token => labels.Mark(token) is { Kind: MarkKind.Section } mark && mark.Table == table))
                Report(catalog.Metrics.Where(metric => metric.Table == table).Select(metric => metric.Key).ToList(), $"有表{table}的标题，但没有读到表{table}。");
        }
        foreach (var (table, form) in formOf.Where(entry => entry.Key != "四"))
        {
            var missing = catalog.Forms.Lines
                .Where((line, i) => line.Table == table && !line.IsOptional && line.Forms.Contains(form, StringComparer.Ordinal) && !matches.Exists(match => match.Line == i))
                .ToList();
            if (missing.Count == 0) continue;
            // Where little is found, the form is not sure either.
            var keys = missing.Count > matches.Count(match => Line(match).Table == table)
                ? catalog.Metrics.Where(metric => metric.Table == table && !facts.Exists(fact => fact.Metric == metric.Key)).Select(metric => metric.Key).ToList()
                : missing.SelectMany(line => Keys(line, catalog.Forms.ColumnsOf(line, form))).ToList();
            // Without any of the lines that only one form has, it may be the other one whose line is missing.
            if (missing.Exists(line => line.Forms.Count == 1) && !matches.Exists(match => Line(match) is { IsOptional: false, Forms.Count: 1 } line && line.Table == table))
                keys = keys.Union(catalog.Forms.Lines.Where(line => line.Table == table && !line.IsOptional && line.Forms.Count == 1)
                    .SelectMany(line => Keys(line, catalog.Forms.ColumnsOf(line, line.Forms[0])))).ToList();
            Report(keys, $"表{table}缺少：{string.Join("、", missing.Select(line => line.Labels[0]))}。");
        }
        ReportUnmatched();
    }

    // Lines that may be left out, and lines of another form: printed with something behind them that could not be read.
    private void ReportUnmatched()
    {
        for (var i = 0; i < tokens.Count - 1 && matches.Count > 0; i++)
        {
            if (labelTokens.Contains(i) || labels.Lines(tokens[i]) is not { Count: > 0 } found || found.MaxBy(each => each.Score) is not { Score: >= 0.95 } best) continue;
            var line = catalog.Forms.Lines[best.Line];
            if (!formOf.ContainsKey(line.Table) || line.Table == "四" || matches.Exists(match => match.Line == best.Line) || tokens.Skip(i + 1).FirstOrDefault(token => !token.IsEmpty) is not { } next) continue;
            if (next.IsValue || (next.Text.Any(char.IsDigit) && labels.Lines(next).Count == 0 && labels.Mark(next) is null))
                Report(catalog.Metrics.Where(metric => metric.Key.Line == line.Line).Select(metric => metric.Key).ToList(), $"“{tokens[i].Text}”一行的数值无法可靠读出。");
        }
    }

    // Rows with values that no line of the form accounts for, and lines that are printed twice.
    private void ReportStrangers()
    {
        if (matches.Count == 0) return;
        for (var i = matches[0].Token; i <= matches[^1].Token; i++)
        {
            if (labelTokens.Contains(i) || matches.Exists(match => i > match.Token && i <= match.End) || !tokens[i].IsText || Alignment.Followed(tokens, i) < 1) continue;
            var twin = labels.Lines(tokens[i]).Where(found => found.Score >= 0.95).Select(found => found.Line).FirstOrDefault(-1);
            if (twin >= 0 && matches.Exists(match => match.Line == twin))
            {
                var keys = facts.Where(fact => fact.Metric.Line == catalog.Forms.Lines[twin].Line).Select(fact => fact.Metric).ToList();
                Report(keys, $"“{tokens[i].Text}”一行出现了不止一次，已取其一，请核对。");
            }
            else if (twin < 0 && tokens[i].InTable && tokens[i].Text.Any(char.IsLetter) && labels.Mark(tokens[i]) is null
                && labels.Column(tokens[i], Line(matches[0]).Table, null, null) is null && labels.Column(tokens[i], "三", null, null) is null && !labels.IsFragment(tokens[i]))
            {
                Report([], $"表中“{tokens[i].Text}”一行不属于表式，其数值未读取。");
            }
        }
    }

    // Rows of nothing but values that no line has taken: most likely the rest of the row above them, in the same table or in
    // one of its own that follows at once.
    private void ReportLeftRows()
    {
        var takenBy = placed.SelectMany(entry => entry.Run, (entry, token) => (token, entry.Keys)).ToLookup(pair => pair.token, pair => pair.Keys, ReferenceEqualityComparer.Instance);
        Token? last = null;
        var isNext = false;
        for (var i = 0; i < tokens.Count;)
        {
            var row = tokens.Skip(i).TakeWhile(token => token.Row == tokens[i].Row).ToList();
            i += row.Count;
            if (row.FindLast(takenBy.Contains) is { } taken) (last, isNext) = (taken, true);
            else if (row.Exists(token => labels.Mark(token) is { Kind: MarkKind.Section })) last = null;
            else if (row.Exists(token => token.IsText)) isNext = false;
            else if (last is not null && row[0].InTable && (row[0].Anchor.Table == last.Anchor.Table ? row.Exists(token => token.Value.Kind == CellKind.Number) : isNext && row.Exists(token => token.IsValue)))
                Report(takenBy[last].SelectMany(keys => keys).ToList(), $"“{string.Join(" ", row.Where(token => !token.IsEmpty).Select(token => token.Text))}”一行没有名称，不属于表式，请核对上一行是否被拆断。");
        }
    }
}

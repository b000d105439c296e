// 三、收到和处理政府信息公开申请情况: applicants across, what became of their requests down, in groups within groups.
using Analytics.Catalog;

namespace Analytics.Synthetic;

internal static class TableThree
{
    private const int HeadRows = 3;

    public static PrintedTable Print(FormPrint form, int headsAgainAfter)
    {
        var groups = form.Lines.Select(line => Groups(form, line)).ToList();
        var labelWidth = groups.Max(line => line.Count) + 1;
        var rows = new List<IReadOnlyList<PrintedCell>>();
        var start = 0;
        foreach (var end in new[] { headsAgainAfter, form.Lines.Count }.Where(end => end > 0 && end <= form.Lines.Count).Distinct())
        {
            rows.AddRange(Heads(form, labelWidth));
            for (var i = start; i < end; i++)
                rows.Add([.. LabelCells(form, groups, i, start, end, labelWidth), .. form.Values(form.Lines[i]).Select(value => new PrintedCell(value))]);
            start = end;
        }
        return new PrintedTable(rows);
    }

    private static IEnumerable<IReadOnlyList<PrintedCell>> Heads(FormPrint form, int labelWidth)
    {
        var line = form.Lines[0];
        var columns = form.Columns(line);
        var inner = columns.Skip(1).SkipLast(1).ToList();
        var upper = form.Mark(MarkKind.Head, "申请人情况");
        var organisations = form.Mark(MarkKind.Head, "法人或其他组织");
        yield return [new PrintedCell(form.Mark(MarkKind.Caption), labelWidth, HeadRows), new PrintedCell(upper, columns.Count)];
        yield return
        [
            new PrintedCell(form.Head(line, columns[0]), 1, HeadRows - 1), new PrintedCell(organisations, inner.Count),
            new PrintedCell(form.Head(line, columns[^1]), 1, HeadRows - 1),
        ];
        yield return inner.Select(column => new PrintedCell(form.Head(line, column))).ToList();
    }

    // A group that reaches around another holds it: 三、本年度办理结果 > （三）不予公开.
    private static List<string> Groups(FormPrint form, FormLine line)
    {
        var at = form.Lines.ToList().IndexOf(line);
        return form.Lines.Select((other, i) => (other.Group, i)).Where(entry => entry.Group.Length > 0)
            .GroupBy(entry => entry.Group, entry => entry.i, StringComparer.Ordinal)
            .Where(group => group.Min() <= at && at <= group.Max())
            .OrderByDescending(group => group.Max() - group.Min()).ThenBy(group => group.Key == line.Group)
            .Select(group => group.Key).ToList();
    }

    private static IEnumerable<PrintedCell> LabelCells(
        FormPrint form, List<List<string>> groups, int line, int start, int end, int labelWidth)
    {
        for (var level = 0; level < groups[line].Count; level++)
        {
            if (line > start && IsSame(line - 1)) continue;
            var height = 1;
            while (line + height < end && IsSame(line + height)) height++;
            yield return new PrintedCell(form.Group(groups[line][level]), 1, height);

            bool IsSame(int other) => groups[other].Count > level && groups[other][level] == groups[line][level];
        }
        yield return new PrintedCell(form.Label(form.Lines[line]), labelWidth - groups[line].Count);
    }
}

// 二、主动公开政府信息情况: blocks named after the article of the 条例, each with heads of its own.
using Analytics.Catalog;

namespace Analytics.Synthetic;

internal static class TableTwo
{
    public static PrintedTable Print(FormPrint form)
    {
        var isSplit = form.Lines.Any(line => line.Group.Length > 0 && !HasParent(form, line));
        var labelWidth = isSplit ? 2 : 1;
        var width = labelWidth + form.Lines.Max(line => form.Columns(line).Count);
        var rows = new List<IReadOnlyList<PrintedCell>>();
        foreach (var block in form.Lines.GroupBy(line => line.Block, StringComparer.Ordinal))
        {
            var first = block.First();
            rows.Add([new PrintedCell(form.Mark(MarkKind.Block, block.Key), width)]);
            rows.Add([new PrintedCell(form.Mark(MarkKind.Head), labelWidth), .. Filled(form.Columns(first).Select(column => form.Head(first, column)), width - labelWidth)]);
            FormLine? above = null;
            foreach (var line in block)
            {
                rows.Add([.. LabelCells(form, line, above, labelWidth), .. Filled(form.Values(line), width - labelWidth)]);
                above = line;
            }
        }
        return new PrintedTable(rows);
    }

    private static bool HasParent(FormPrint form, FormLine line) => form.Lines.Any(other => other.Labels[0] == line.Group);

    private static IEnumerable<PrintedCell> LabelCells(FormPrint form, FormLine line, FormLine? above, int labelWidth)
    {
        if (line.Group.Length == 0 || HasParent(form, line)) return [new PrintedCell(form.Label(line), labelWidth)];
        if (above?.Group == line.Group) return [new PrintedCell(form.Label(line))];
        return [new PrintedCell(form.Group(line.Group), 1, form.Lines.Count(other => other.Group == line.Group)), new PrintedCell(form.Label(line))];
    }

    // The last cell of a row reaches to the edge of the table.
    private static IEnumerable<PrintedCell> Filled(IEnumerable<string> texts, int width)
    {
        var all = texts.ToList();
        return all.Select((text, i) => new PrintedCell(text, i == all.Count - 1 ? width - i : 1));
    }
}

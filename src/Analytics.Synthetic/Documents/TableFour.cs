// 四、政府信息公开行政复议、行政诉讼情况: its lines stand side by side, their labels being heads, over one row of values.
using Analytics.Catalog;

namespace Analytics.Synthetic;

internal static class TableFour
{
    public static PrintedTable Print(FormPrint form)
    {
        var first = new List<PrintedCell>();
        var second = new List<PrintedCell>();
        var third = new List<PrintedCell>();
        FormLine? before = null;
        foreach (var line in form.Lines)
        {
            var heads = form.Columns(line).Select(column => form.Head(line, column)).ToList();
            if (line.Group.Length == 0)
            {
                first.Add(new PrintedCell(form.HeadLabel(line), heads.Count));
                second.AddRange(heads.Select(head => new PrintedCell(head, 1, 2)));
            }
            else
            {
                if (before?.Group != line.Group)
                    first.Add(new PrintedCell(form.Group(line.Group), form.Lines.Where(other => other.Group == line.Group).Sum(other => form.Columns(other).Count)));
                second.Add(new PrintedCell(form.HeadLabel(line), heads.Count));
                third.AddRange(heads.Select(head => new PrintedCell(head)));
            }
            before = line;
        }
        return new PrintedTable([first, second, third, form.Lines.SelectMany(form.Values).Select(value => new PrintedCell(value)).ToList()]);
    }
}

// Lays the statutory tables out after the forms of the catalog.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Report;

/// <summary>Makes the three tables of a report.</summary>
internal sealed class PrintedTables
{
    private readonly Forms forms;
    private readonly string table;
    private readonly string form;
    private readonly Dictionary<string, ReportCell> cells;
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);

    private PrintedTables(Forms forms, string table, string form, IEnumerable<ReportCell> cells)
    {
        this.forms = forms;
        this.table = table;
        this.form = form;
        this.cells = cells.ToDictionary(cell => cell.Metric, StringComparer.Ordinal);
    }

    /// <summary>Tables 2, 3 and 4, each on the form that the report prints it on.</summary>
    public static IReadOnlyList<PrintedTable> Of(Forms forms, ReportPageHead head, IReadOnlyList<ReportCell> cells)
    {
        var names = forms.Lines.Select(line => line.Table).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            Of(forms, 2, names[0], head.Form2, cells, (tables, number, title) => tables.Second(number, title)),
            Of(forms, 3, names[1], head.Form3, cells, (tables, number, title) => tables.Third(number, title)),
            Of(forms, 4, names[2], head.Form4, cells, (tables, number, title) => tables.Fourth(number, title)),
        ];
    }

    private static PrintedTable Of(Forms forms, int number, string table, string? form, IReadOnlyList<ReportCell> cells, Func<PrintedTables, int, string, PrintedTable> make)
    {
        var title = Label(forms, table, MarkKind.Section);
        return form is null ? new PrintedTable(number, title, "", 0, 0, [], []) : make(new PrintedTables(forms, table, form, cells.Where(cell => cell.FormTable == number)), number, title);
    }

    private static string Label(Forms forms, string table, MarkKind kind) => forms.Marks.First(mark => mark.Table == table && mark.Kind == kind).Labels[0];

    // Table 2: a block for each item of the law, with heads of its own.
    private PrintedTable Second(int number, string title)
    {
        var corner = Label(forms, table, MarkKind.Head);
        var lines = Lines();
        var width = lines.Max(line => forms.ColumnsOf(line, form).Count);
        var blocks = lines.GroupBy(line => line.Block, StringComparer.Ordinal).Select(block =>
        {
            var columns = forms.ColumnsOf(block.First(), form);
            var heads = columns.Select((column, i) => new PrintedHead(column.Labels[0], Span(i, columns.Count, width), Unit: Metric.IsCountUnit(column.Unit) ? "" : column.Unit)).Prepend(new PrintedHead(corner)).ToList();
            var name = forms.Marks.FirstOrDefault(mark => mark.Table == table && mark.Kind == MarkKind.Block && mark.Key == block.Key)?.Labels[0] ?? block.Key;
            return new PrintedBlock(name, [heads], block.Select(line => Row([new PrintedHead(line.Labels[0])], line, width)).ToList());
        }).ToList();
        return Table(number, title, 1, width, blocks);
    }

    // Table 3: one block; rows in groups, and groups in the group of all outcomes.
    private PrintedTable Third(int number, string title)
    {
        var lines = Lines();
        var columns = forms.ColumnsOf(lines[0], form);
        var heads = forms.Marks.Where(mark => mark.Table == table && mark.Kind == MarkKind.Head).Select(mark => mark.Labels[0]).ToList();
        var caption = Label(forms, table, MarkKind.Caption);
        const int HeadColumns = 3;
        // Persons first and the total last; organisations stand under a head of their own.
        List<IReadOnlyList<PrintedHead>> top =
        [
            [new PrintedHead(caption, HeadColumns, 3), new PrintedHead(heads[0], columns.Count)],
            [new PrintedHead(columns[0].Labels[0], 1, 2), new PrintedHead(heads[1], columns.Count - 2), new PrintedHead(columns[^1].Labels[0], 1, 2)],
            columns.Skip(1).SkipLast(1).Select(column => new PrintedHead(column.Labels[0])).ToList(),
        ];
        var groups = Groups(lines);
        var rows = lines.Select((line, i) =>
        {
            var around = groups.Where(group => group.First <= i && i <= group.Last).ToList();
            var own = around.Where(group => group.First == i).Select(group => new PrintedHead(group.Name, 1, group.Last - group.First + 1, group.Depth == 0)).ToList();
            return Row([.. own, new PrintedHead(line.Labels[0], HeadColumns - around.Count)], line, columns.Count);
        }).ToList();
        return Table(number, title, HeadColumns, columns.Count, [new PrintedBlock("", top, rows)]);
    }

    // Table 4: one row; what is a line in the catalog is a group of columns in print.
    private PrintedTable Fourth(int number, string title)
    {
        var lines = Lines();
        var (top, middle, bottom) = (new List<PrintedHead>(), new List<PrintedHead>(), new List<PrintedHead>());
        foreach (var group in lines.GroupBy(line => line.Group, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0) top.Add(new PrintedHead(group.Key, group.Sum(line => forms.ColumnsOf(line, form).Count)));
            foreach (var line in group)
            {
                var columns = forms.ColumnsOf(line, form);
                (group.Key.Length > 0 ? middle : top).Add(new PrintedHead(line.Labels[0], columns.Count, group.Key.Length > 0 ? 1 : 2));
                bottom.AddRange(columns.Select(column => new PrintedHead(column.Labels[0])));
            }
        }
        var row = new PrintedRow([], lines.SelectMany(line => Row([], line, forms.ColumnsOf(line, form).Count).Places).ToList());
        return Table(number, title, 0, bottom.Count, [new PrintedBlock("", [top, middle, bottom], [row])]);
    }

    private PrintedTable Table(int number, string title, int headColumns, int columns, IReadOnlyList<PrintedBlock> blocks) =>
        new(number, title, form, headColumns, columns, blocks, cells.Values.Where(cell => !placed.Contains(cell.Metric)).ToList());

    // Lines of the form; one that a report may leave out and did is not shown.
    private List<FormLine> Lines() => forms.Lines
        .Where(line => line.Table == table && line.Forms.Contains(form, StringComparer.Ordinal) && (!line.IsOptional || forms.ColumnsOf(line, form).Any(column => cells.ContainsKey(KeyOf(line, column).Value))))
        .ToList();

    private PrintedRow Row(IReadOnlyList<PrintedHead> heads, FormLine line, int width)
    {
        var columns = forms.ColumnsOf(line, form);
        return new PrintedRow(heads, columns.Select((column, i) =>
        {
            var key = KeyOf(line, column);
            placed.Add(key.Value);
            return new PrintedPlace(key, cells.GetValueOrDefault(key.Value), Span(i, columns.Count, width));
        }).ToList());
    }

    // Where a line has fewer columns than its table, the last one takes the room.
    private static int Span(int column, int count, int width) => column == count - 1 ? width - count + 1 : 1;

    private static MetricKey KeyOf(FormLine line, FormColumn column) => new(line.Line + "." + column.Column);

    // Runs of lines under one label: a label that is a group of other groups reaches from its first line to its last.
    private static List<(string Name, int First, int Last, int Depth)> Groups(List<FormLine> lines)
    {
        var runs = lines.Select((line, i) => (line.Group, i)).Where(line => line.Group.Length > 0).GroupBy(line => line.Group, line => line.i, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, First: group.Min(), Last: group.Max())).ToList();
        return runs.Select(run => (run.Name, run.First, run.Last, Depth: runs.Count(other => other.Name != run.Name && other.First <= run.First && run.Last <= other.Last)))
            .OrderBy(run => run.Depth).ToList();
    }
}

// What the layouts of all three tables need of the form: its lines, and labels and values as they are printed.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>One statutory table of one report on its way to paper.</summary>
internal sealed class FormPrint(CatalogData catalog, Noise noise, ReportFacts facts, string table)
{
    private readonly string form = facts.Forms[table];

    /// <summary>The lines printed, in order: all that the form demands, and the optional ones that have a value.</summary>
    public IReadOnlyList<FormLine> Lines { get; } = catalog.Forms.Lines
        .Where(line => line.Table == table && line.Forms.Contains(facts.Forms[table], StringComparer.Ordinal))
        .Where(line => !line.IsOptional || catalog.Metrics.Any(metric => metric.Key.Line == line.Line && facts.Printed(metric.Key).Length > 0))
        .ToList();

    /// <summary>All lines the form has, printed or not.</summary>
    public IReadOnlyList<FormLine> AllLines { get; } = catalog.Forms.Lines
        .Where(line => line.Table == table && line.Forms.Contains(facts.Forms[table], StringComparer.Ordinal)).ToList();

    public IReadOnlyList<FormColumn> Columns(FormLine line) => catalog.Forms.ColumnsOf(line, form);

    public IEnumerable<string> Values(FormLine line) => Columns(line).Select(column => noise.Value(facts.Printed(Key(line, column)), catalog.Metric(Key(line, column))!.IsCount));

    /// <summary>The line's label: the form's wording where it is known to differ between forms, else the first.</summary>
    public string Label(FormLine line) => noise.Label(Wordings(line));

    /// <summary>The same as a head.</summary>
    public string HeadLabel(FormLine line) => noise.Head(Wordings(line));

    /// <summary>The head of a column, with the unit of an amount.</summary>
    public string Head(FormLine line, FormColumn column)
    {
        var head = noise.Head(column.Labels);
        var key = Key(line, column);
        var unit = facts.HeadUnits.GetValueOrDefault(key) ?? (catalog.Metric(key)!.IsCount ? "" : column.Unit);
        if (unit.Length == 0) return head;
        return noise.HalfWidthBrackets ? $"{head}(单位：{unit})" : $"{head}（单位：{unit}）";
    }

    /// <summary>The label of a mark of this table.</summary>
    /// <exception cref="InvalidOperationException">The table has none or more than one.</exception>
    public string Mark(MarkKind kind, string? key = null) => noise.Head(MarkOf(kind, key).Labels);

    /// <summary>The label of rows or heads that others stand under.</summary>
    public string Group(string group) => AllLines.FirstOrDefault(line => line.Labels[0] == group) is { } parent
        ? HeadLabel(parent)
        : noise.Head(catalog.Forms.Marks.First(mark => mark.Table == table && mark.Key == group).Labels);

    private FormMark MarkOf(MarkKind kind, string? key) => catalog.Forms.Marks
        .Single(mark => mark.Table == table && mark.Kind == kind && (key is null || mark.Key == key));

    private static MetricKey Key(FormLine line, FormColumn column) => new($"{line.Line}.{column.Column}");

    private List<string> Wordings(FormLine line)
    {
        var own = catalog.Metrics.First(metric => metric.Key.Line == line.Line && metric.Forms.Contains(form, StringComparer.Ordinal)).RowZh;
        return line.Labels.Contains(own, StringComparer.Ordinal) ? [own, .. line.Labels.Where(label => label != own)] : [.. line.Labels];
    }
}

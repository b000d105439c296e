// The cells of the forms by number, so that figures can be reckoned in arrays.
using Analytics.Catalog;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>CellNumbers of all forms, numbered from 0 in the order of the catalog.</summary>
internal sealed class CellNumbers
{
    private readonly Dictionary<string, int> numbers;

    public CellNumbers(CatalogData catalog)
    {
        Metrics = catalog.Metrics;
        numbers = Metrics.Select((metric, number) => (metric.Key.Value, number)).ToDictionary(entry => entry.Value, entry => entry.number, StringComparer.Ordinal);
        Forms = catalog.Forms.Names.ToDictionary(name => name, name => new FormCells(catalog, this, name), StringComparer.Ordinal);
    }

    public IReadOnlyList<Metric> Metrics { get; }

    public IReadOnlyDictionary<string, FormCells> Forms { get; }

    public int this[string key] => numbers[key];

    public int this[MetricKey key] => numbers[key.Value];

    /// <summary>The cell's figure as printed: amounts are reckoned in 元 and printed in 万元.</summary>
    public decimal Value(int cell, long figure) => Metrics[cell].IsCount ? figure : figure / 10_000m;
}

/// <summary>The cells that a form prints, in order.</summary>
internal sealed class FormCells
{
    private const int SmallNumbers = 200;
    private readonly LoadValue?[,] small;
    private readonly LoadCell[] places;
    private readonly bool[] isPrinted;
    private readonly CellNumbers cells;

    public FormCells(CatalogData catalog, CellNumbers cells, string name)
    {
        this.cells = cells;
        Name = name;
        places = new LoadCell[cells.Metrics.Count];
        isPrinted = new bool[cells.Metrics.Count];
        small = new LoadValue?[cells.Metrics.Count, SmallNumbers];
        var all = new List<int>();
        var table = "";
        var (grid, row) = (0, 0);
        // Lines that a report may leave out and that stand under another are left out.
        foreach (var line in catalog.Forms.Lines.Where(line => line.Forms.Contains(name, StringComparer.Ordinal) && !(line.IsOptional && line.Group.Length > 0)))
        {
            if (line.Table != table) (table, grid, row) = (line.Table, grid + 1, 0);
            row++;
            foreach (var column in catalog.Forms.ColumnsOf(line, name))
            {
                var cell = cells[new MetricKey($"{line.Line}.{column.Column}")];
                all.Add(cell);
                isPrinted[cell] = true;
                places[cell] = new LoadCell("一二三四".IndexOf(table, StringComparison.Ordinal) + 1, grid, row, column.Position + 1, null, null, "",
                    cells.Metrics[cell].IsCount ? null : "万元", line.Labels[0], column.Labels[0], false);
            }
        }
        Printed = all;
        Tables = all.Select(cell => cells.Metrics[cell].Table).Distinct(StringComparer.Ordinal).ToDictionary(one => one, _ => name, StringComparer.Ordinal);
    }

    public string Name { get; }

    /// <summary>CellNumbers in the order of the form.</summary>
    public IReadOnlyList<int> Printed { get; }

    /// <summary>The form of each table.</summary>
    public IReadOnlyDictionary<string, string> Tables { get; }

    public bool Has(int cell) => isPrinted[cell];

    /// <summary>A number as it is loaded, printed plainly; amounts with their unit and four decimals.</summary>
    public LoadValue Number(int cell, long figure)
    {
        if (figure is < 0 or >= SmallNumbers || !cells.Metrics[cell].IsCount) return Make(cell, figure);
        return small[cell, figure] ??= Make(cell, figure);
    }

    /// <summary>Anything but a plain number.</summary>
    public LoadValue Other(int cell, ValueState state, decimal? value, string text, bool hasUnit) => new(
        cells.Metrics[cell].Key, state, value, hasUnit, places[cell] with { Text = text, Unit = hasUnit ? places[cell].Unit : null });

    private LoadValue Make(int cell, long figure)
    {
        var value = cells.Value(cell, figure);
        var format = cells.Metrics[cell].IsCount || figure == 0 ? "0" : "0.0000";
        return Other(cell, ValueState.Number, value, value.ToString(format, System.Globalization.CultureInfo.InvariantCulture), true);
    }
}

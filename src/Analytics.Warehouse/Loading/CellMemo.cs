// What the report before told of the cells' order and places: most reports print the same metrics in the same tables, and then
// nothing of it has to be looked up again.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>What is remembered while a batch is prepared; one for each thread.</summary>
internal sealed class CellMemo
{
    private readonly Dictionary<int, Printed> last = [];
    private int[] layout = [];

    /// <summary>The order of the report before; null before the first.</summary>
    public CellOrder? Order { get; set; }

    /// <summary>The number of the layout that the last cells of a statutory table had, where these cells stand like those.</summary>
    /// <param name="table">The statutory table.</param>
    /// <param name="values">The report's values.</param>
    /// <param name="order">The order of those in the table.</param>
    /// <param name="numbers">Their metrics.</param>
    public int? Known(int table, IReadOnlyList<LoadValue> values, ReadOnlySpan<int> order, short[] numbers)
    {
        if (!last.TryGetValue(table, out var before) || before.Cells.Length != order.Length) return null;
        for (var i = 0; i < order.Length; i++)
        {
            if (before.Numbers[i] != numbers[order[i]] || !IsAlike(before.Cells[i], values[order[i]].Cell)) return null;
        }
        return before.Layout;
    }

    /// <summary>Remembers the layout of a statutory table.</summary>
    public void Keep(int table, IReadOnlyList<LoadValue> values, ReadOnlySpan<int> order, short[] numbers, int number)
    {
        var (cells, metrics) = (new LoadCell[order.Length], new short[order.Length]);
        for (var i = 0; i < order.Length; i++) (cells[i], metrics[i]) = (values[order[i]].Cell, numbers[order[i]]);
        last[table] = new Printed(cells, metrics, number);
    }

    /// <summary>Room for a layout's numbers, to be overwritten by the next.</summary>
    public Span<int> Layout(int length)
    {
        if (layout.Length < length) layout = new int[length];
        return layout.AsSpan(0, length);
    }

    // What a layout tells of a cell.
    private static bool IsAlike(LoadCell one, LoadCell other) =>
        one.Grid == other.Grid && one.Row == other.Row && one.Column == other.Column && one.Line == other.Line && one.Page == other.Page
        && one.RowLabel == other.RowLabel && one.ColumnLabel == other.ColumnLabel && one.Unit == other.Unit;

    private sealed record Printed(LoadCell[] Cells, short[] Numbers, int Layout);
}

/// <summary>The orders of a report's values.</summary>
/// <param name="Metrics">Of the values, as they come.</param>
/// <param name="Numbers">The metrics' numbers, likewise.</param>
/// <param name="ByKey">Indices in order of key.</param>
/// <param name="ByTable">Indices in order of statutory table, then of number.</param>
internal sealed record CellOrder(MetricKey[] Metrics, short[] Numbers, int[] ByKey, int[] ByTable)
{
    /// <summary>Orders the values of a report.</summary>
    public static CellOrder Of(IReadOnlyList<LoadValue> values, MetricNumbers numbers)
    {
        var metrics = values.Select(value => value.Metric).ToArray();
        var own = Array.ConvertAll(metrics, metric => numbers[metric]);
        return new CellOrder(metrics, own, Ordered(own, number => numbers.RankOf(number)), Ordered(own, number => (numbers.TableOf(number) << 15) + number));
    }

    /// <summary>Whether values come in the same order of metrics.</summary>
    public bool IsOf(IReadOnlyList<LoadValue> values)
    {
        if (values.Count != Metrics.Length) return false;
        for (var i = 0; i < Metrics.Length; i++)
        {
            if (values[i].Metric != Metrics[i]) return false;
        }
        return true;
    }

    // Of equal keys the first comes first.
    private static int[] Ordered(short[] metrics, Func<short, int> key)
    {
        var (keys, order) = (new long[metrics.Length], new int[metrics.Length]);
        for (var i = 0; i < keys.Length; i++) keys[i] = ((long)key(metrics[i]) << 32) + i;
        Array.Sort(keys);
        for (var i = 0; i < keys.Length; i++) order[i] = (int)keys[i];
        return order;
    }
}

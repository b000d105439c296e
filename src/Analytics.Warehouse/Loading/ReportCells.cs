// The cells of a report as they are staged: tables with the values in the order of their layouts, and what of the printed text
// a number does not tell.
namespace Analytics.Warehouse;

/// <summary>Turns reports into staged cells.</summary>
internal sealed class ReportCells(MetricNumbers numbers, LabelBook labels)
{
    private const byte NoUnit = 4;
    private const byte Ocr = 8;
    private const int Millionths = 1_000_000;

    /// <summary>The cells of a report.</summary>
    /// <param name="document">Number within the batch.</param>
    /// <param name="report">Whose cells.</param>
    /// <param name="layouts">The batch's.</param>
    /// <param name="memo">The thread's.</param>
    /// <exception cref="ArgumentException">A number does not fit the warehouse.</exception>
    public StagedCells Of(int document, LoadReport report, BatchLayouts layouts, CellMemo memo)
    {
        var values = report.Values;
        if (memo.Order?.IsOf(values) != true) memo.Order = CellOrder.Of(values, numbers);
        var (metrics, order, first) = (memo.Order.Numbers, memo.Order.ByTable, 0);
        var staged = new StagedCells(LoadReport.Hash(memo.Order.ByKey.Select(at => values[at])), [], new WideCells(new byte[numbers.Count], new long[numbers.Count]), []);
        for (var next = 1; next <= order.Length; next++)
        {
            if (next < order.Length && numbers.TableOf(metrics[order[next]]) == numbers.TableOf(metrics[order[first]])) continue;
            staged.Tables.Add(Table(document, order.AsSpan(first, next - first), metrics, values, layouts, memo, staged));
            first = next;
        }
        return staged;
    }

    private PrintedTableRow Table(
        int document, ReadOnlySpan<int> order, short[] metrics, IReadOnlyList<LoadValue> values, BatchLayouts layouts, CellMemo memo, StagedCells staged)
    {
        var (marks, wholes, rests) = (new byte[order.Length], new long[order.Length], new int[order.Length]);
        var hasRests = false;
        for (var i = 0; i < order.Length; i++)
        {
            var (number, value) = (metrics[order[i]], values[order[i]]);
            var mark = (byte)(value.State + 1 + (value.HasUnit ? 0 : NoUnit));
            (wholes[i], rests[i]) = Split(value);
            marks[i] = (byte)(mark | (value.Cell.IsOcr ? Ocr : 0));
            hasRests |= rests[i] != 0;
            staged.Wide.Marks[number - 1] = mark;
            staged.Wide.Values[number - 1] = (wholes[i] * Millionths) + rests[i];
            if (!IsPlain(value)) staged.Texts.Add(new CellTextRow(document, number, value.Cell.Text));
        }
        return new PrintedTableRow(document, Layout(order, metrics, values, layouts, memo), marks, wholes, hasRests ? rests : []);
    }

    private int Layout(ReadOnlySpan<int> order, short[] metrics, IReadOnlyList<LoadValue> values, BatchLayouts layouts, CellMemo memo)
    {
        var table = numbers.TableOf(metrics[order[0]]);
        if (memo.Known(table, values, order, metrics) is { } known) return known;
        var layout = memo.Layout(1 + (order.Length * BatchLayouts.Fields));
        layout[0] = table;
        for (var i = 0; i < order.Length; i++) Place(metrics[order[i]], values[order[i]].Cell, layout[(1 + (i * BatchLayouts.Fields))..]);
        var number = layouts.Of(layout);
        memo.Keep(table, values, order, metrics, number);
        return number;
    }

    // In the order of BatchLayouts.
    private void Place(short number, LoadCell cell, Span<int> fields)
    {
        fields[0] = number;
        fields[1] = cell.Grid ?? 0;
        fields[2] = cell.Row ?? 0;
        fields[3] = cell.Column ?? 0;
        fields[4] = cell.Line ?? 0;
        fields[5] = cell.Page ?? 0;
        fields[6] = labels.Of(cell.RowLabel);
        fields[7] = labels.Of(cell.ColumnLabel);
        fields[8] = cell.Unit is null ? 0 : labels.Of(cell.Unit);
    }

    // What does not fit the warehouse's numbers must not be cut silently.
    private static (long Whole, int Millionths) Split(LoadValue value)
    {
        var exact = value.Value ?? 0;
        if (!LoadValue.Fits(exact))
            throw new ArgumentException($"{value.Metric} is {exact}: a number in the warehouse has at most twelve digits before the point and six after it.", nameof(value));
        if (exact.Scale == 0) return ((long)exact, 0);
        var whole = decimal.Truncate(exact);
        return ((long)whole, (int)((exact - whole) * Millionths));
    }

    private static bool IsPlain(LoadValue value)
    {
        if (value.Value is not { } number) return value.Cell.Text.Length == 0;
        Span<char> plain = stackalloc char[32];
        var length = PlainNumber.Write(number, plain);
        return plain[..length].SequenceEqual(value.Cell.Text);
    }
}

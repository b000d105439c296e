// The cells of a report as they are staged: tables with the values in the order of their layouts, and what of the printed text
// a number does not tell.
namespace Analytics.Warehouse;

/// <summary>Turns reports into staged cells.</summary>
internal sealed class ReportCells(MetricNumbers numbers, LabelBook labels)
{
    private const byte NoUnit = 4;
    private const byte Ocr = 8;

    /// <summary>The cells of a report.</summary>
    /// <param name="document">Number within the batch.</param>
    /// <param name="report">Whose cells.</param>
    /// <param name="layouts">The batch's.</param>
    /// <exception cref="ArgumentException">A number does not fit the warehouse.</exception>
    public StagedCells Of(int document, LoadReport report, BatchLayouts layouts)
    {
        var values = report.Values;
        var metrics = new short[values.Count];
        for (var i = 0; i < metrics.Length; i++) metrics[i] = numbers[values[i].Metric];
        var byKey = Ordered(metrics, number => numbers.RankOf(number)).Select(at => values[at]);
        var staged = new StagedCells(LoadReport.Hash(byKey), [], new WideRow(document, Filled((byte)0), Filled(0.0)), []);
        // In order of statutory table, then of number.
        var (order, first) = (Ordered(metrics, number => (numbers.TableOf(number) << 15) + number), 0);
        for (var next = 1; next <= order.Length; next++)
        {
            if (next < order.Length && numbers.TableOf(metrics[order[next]]) == numbers.TableOf(metrics[order[first]])) continue;
            staged.Tables.Add(Table(document, order.AsSpan(first, next - first), metrics, values, layouts, staged));
            first = next;
        }
        return staged;
    }

    // Indices in order of a key; of equal keys the first comes first.
    private static int[] Ordered(short[] metrics, Func<short, int> key)
    {
        var (keys, order) = (new long[metrics.Length], new int[metrics.Length]);
        for (var i = 0; i < keys.Length; i++) keys[i] = ((long)key(metrics[i]) << 32) + i;
        Array.Sort(keys);
        for (var i = 0; i < keys.Length; i++) order[i] = (int)keys[i];
        return order;
    }

    private PrintedTableRow Table(int document, ReadOnlySpan<int> order, short[] metrics, IReadOnlyList<LoadValue> values, BatchLayouts layouts, StagedCells staged)
    {
        var (marks, wholes, rests) = (new List<byte>(order.Length), new List<long>(order.Length), new List<int>(order.Length));
        var hasRests = false;
        var layout = new int[1 + (order.Length * BatchLayouts.Fields)];
        layout[0] = numbers.TableOf(metrics[order[0]]);
        foreach (var at in order)
        {
            var (number, value) = (metrics[at], values[at]);
            var (mark, cell) = ((byte)(value.State + 1), value.Cell);
            Place(number, cell, layout.AsSpan(1 + (marks.Count * BatchLayouts.Fields)));
            var (whole, millionths) = Split(value);
            marks.Add((byte)(mark | (value.HasUnit ? 0 : NoUnit) | (cell.IsOcr ? Ocr : 0)));
            wholes.Add(whole);
            rests.Add(millionths);
            hasRests |= millionths != 0;
            staged.Wide.Marks[number - 1] = mark;
            staged.Wide.ByNumber[number - 1] = millionths == 0 ? whole : (double)value.Value!.Value;
            if (!IsPlain(value)) staged.Texts.Add(new CellTextRow(document, number, cell.Text));
        }
        return new PrintedTableRow(document, layouts.Of(layout), marks, wholes, hasRests ? rests : []);
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
        return ((long)whole, (int)((exact - whole) * 1_000_000));
    }

    private static bool IsPlain(LoadValue value)
    {
        if (value.Value is not { } number) return value.Cell.Text.Length == 0;
        Span<char> plain = stackalloc char[32];
        var length = PlainNumber.Write(number, plain);
        return plain[..length].SequenceEqual(value.Cell.Text);
    }

    private List<T> Filled<T>(T value) => Enumerable.Repeat(value, numbers.Count).ToList();
}

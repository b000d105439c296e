// The cells of a report as they are staged: lists side by side, and what of the printed text a number does not tell.

namespace Analytics.Warehouse;

/// <summary>Turns reports into staged cells.</summary>
internal sealed class ReportCells(MetricNumbers numbers, LabelBook labels)
{
    private const byte NoUnit = 4;
    private const byte Ocr = 8;
    private static readonly List<int> None = [];

    /// <summary>The cells of a report, in order of metric number.</summary>
    /// <param name="document">Number within the batch.</param>
    /// <returns>The lists, and printed texts that are not the number written plainly, and units.</returns>
    public (CellsRow Cells, IReadOnlyList<CellTextRow> Texts) Of(int document, LoadReport report)
    {
        var texts = new List<CellTextRow>();
        var values = report.Values.Select(value => (Number: numbers[value.Metric], Value: value)).ToList();
        values.Sort(static (left, right) => left.Number.CompareTo(right.Number));
        var row = new CellsRow(document, new(values.Count), new(values.Count), new(values.Count), new(values.Count), new(values.Count), new(values.Count), new(values.Count),
            new(values.Count), new(values.Count), new(values.Count), new(values.Count), Filled((byte)0), Filled(0.0));
        foreach (var (number, value) in values)
        {
            var mark = (byte)(value.State + 1);
            var exact = Fitting(value);
            var whole = decimal.Truncate(exact);
            row.MetricId.Add(number);
            row.Mark.Add((byte)(mark | (value.HasUnit ? 0 : NoUnit) | (value.Cell.IsOcr ? Ocr : 0)));
            row.Whole.Add((long)whole);
            row.Millionths.Add((int)((exact - whole) * 1_000_000));
            row.Grid.Add(value.Cell.Grid ?? 0);
            row.RowNumber.Add(value.Cell.Row ?? 0);
            row.ColumnNumber.Add(value.Cell.Column ?? 0);
            row.Line.Add(value.Cell.Line ?? 0);
            row.Page.Add(value.Cell.Page ?? 0);
            row.RowLabel.Add(labels.Of(value.Cell.RowLabel));
            row.ColumnLabel.Add(labels.Of(value.Cell.ColumnLabel));
            row.Marks[number - 1] = mark;
            row.ByNumber[number - 1] = (double)(value.Value ?? 0);
            var text = IsPlain(value) ? null : value.Cell.Text;
            if (text is not null || value.Cell.Unit is not null) texts.Add(new CellTextRow(document, number, text, value.Cell.Unit));
        }
        row = row with
        {
            Millionths = OrNone(row.Millionths),
            Grid = OrNone(row.Grid),
            RowNumber = OrNone(row.RowNumber),
            ColumnNumber = OrNone(row.ColumnNumber),
            Line = OrNone(row.Line),
            Page = OrNone(row.Page),
        };
        return (row, texts);
    }

    // What does not fit the warehouse's numbers must not be cut silently.
    private static decimal Fitting(LoadValue value)
    {
        var exact = value.Value ?? 0;
        if (LoadValue.Fits(exact)) return exact;
        throw new ArgumentException($"{value.Metric} is {exact}: a number in the warehouse has at most twelve digits before the point and six after it.", nameof(value));
    }

    private static bool IsPlain(LoadValue value)
    {
        if (value.Value is not { } number) return value.Cell.Text.Length == 0;
        Span<char> plain = stackalloc char[32];
        var length = PlainNumber.Write(number, plain);
        return plain[..length].SequenceEqual(value.Cell.Text);
    }

    // A format without pages has no page in any cell.
    private static List<int> OrNone(List<int> list) => list.TrueForAll(static value => value == 0) ? None : list;

    private List<T> Filled<T>(T value) => Enumerable.Repeat(value, numbers.Count).ToList();
}

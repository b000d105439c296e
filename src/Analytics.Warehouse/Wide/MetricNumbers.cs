// Metrics have numbers inside the warehouse; a metric keeps the number it was first given.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Numbers of all metrics, from 1 on, printed and derived.</summary>
internal sealed class MetricNumbers
{
    private readonly Dictionary<string, short> numbers;
    private readonly byte[] tables;
    private readonly short[] ranks;

    private MetricNumbers(IReadOnlyList<Row> rows)
    {
        numbers = rows.ToDictionary(row => row.Metric, row => row.MetricId, StringComparer.Ordinal);
        Count = rows.Max(row => row.MetricId);
        tables = new byte[Count + 1];
        ranks = new short[Count + 1];
        short rank = 0;
        foreach (var row in rows.OrderBy(row => row.Metric, StringComparer.Ordinal)) (tables[row.MetricId], ranks[row.MetricId]) = (row.FormTable, rank++);
    }

    private sealed record Row(string Metric, short MetricId, byte FormTable);

    /// <summary>The greatest number.</summary>
    public int Count { get; }

    public short this[MetricKey metric] => numbers[metric.Value];

    /// <summary>The statutory table a metric is printed in, 2 to 4; 0 for a derived one.</summary>
    public byte TableOf(short number) => tables[number];

    /// <summary>Where a metric stands among all, in order of key.</summary>
    public short RankOf(short number) => ranks[number];

    public static async Task<MetricNumbers> ReadAsync(WriterDatabase writer, CancellationToken cancellation) =>
        new(await writer.RunAsync(session => session.QueryAsync<Row>("load/MetricNumbers"), cancellation));
}

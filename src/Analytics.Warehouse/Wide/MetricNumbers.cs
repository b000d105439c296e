// Metrics have numbers inside the warehouse; a metric keeps the number it was first given.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Numbers of all metrics, from 1 on, printed and derived.</summary>
internal sealed class MetricNumbers
{
    private readonly Dictionary<string, short> numbers;

    private MetricNumbers(Dictionary<string, short> numbers) => this.numbers = numbers;

    private sealed record Row(string Metric, short MetricId);

    /// <summary>The greatest number.</summary>
    public int Count => numbers.Values.Max();

    public short this[MetricKey metric] => numbers[metric.Value];

    public static async Task<MetricNumbers> ReadAsync(WriterDatabase writer, CancellationToken cancellation)
    {
        var rows = await writer.RunAsync(session => session.QueryAsync<Row>("load/MetricNumbers"), cancellation);
        return new MetricNumbers(rows.ToDictionary(row => row.Metric, row => row.MetricId, StringComparer.Ordinal));
    }
}

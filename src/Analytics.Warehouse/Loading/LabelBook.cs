// Row and column labels as printed: each is written once and has a number.
using System.Collections.Concurrent;

namespace Analytics.Warehouse;

/// <summary>All labels of the warehouse. Safe for use by many threads: batches are prepared side by side, and whichever is
/// loaded first brings the new labels of all.</summary>
internal sealed class LabelBook
{
    private readonly ConcurrentDictionary<string, int> numbers;
    private readonly ConcurrentQueue<LabelRow> added = [];
    private readonly Lock adding = new();

    private LabelBook(ConcurrentDictionary<string, int> numbers) => this.numbers = numbers;

    public static async Task<LabelBook> ReadAsync(WriterDatabase writer, CancellationToken cancellation)
    {
        var rows = await writer.RunAsync(session => session.QueryAsync<LabelRow>("load/Labels"), cancellation);
        return new LabelBook(new ConcurrentDictionary<string, int>(rows.Select(row => KeyValuePair.Create(row.Text, row.LabelId)), StringComparer.Ordinal));
    }

    /// <summary>The label's number.</summary>
    public int Of(string text)
    {
        if (numbers.TryGetValue(text, out var number)) return number;
        lock (adding)
        {
            if (numbers.TryGetValue(text, out number)) return number;
            added.Enqueue(new LabelRow(numbers.Count + 1, text));
            return numbers[text] = numbers.Count + 1;
        }
    }

    /// <summary>Labels that are not in the warehouse yet.</summary>
    public IReadOnlyList<LabelRow> Added() => [.. added];

    /// <summary>The first labels of <see cref="Added"/> are in the warehouse.</summary>
    public void Keep(int count)
    {
        for (var i = 0; i < count; i++) added.TryDequeue(out _);
    }
}

// Row and column labels as printed: each is written once and has a number.
using System.Runtime.InteropServices;

namespace Analytics.Warehouse;

/// <summary>All labels of the warehouse. New ones are staged with the batch that brings them.</summary>
internal sealed class LabelBook
{
    private readonly Dictionary<string, int> numbers;
    private readonly List<LabelRow> added = [];
    private int last;

    private LabelBook(Dictionary<string, int> numbers)
    {
        this.numbers = numbers;
        last = numbers.Count == 0 ? 0 : numbers.Values.Max();
    }

    /// <summary>Labels that came since <see cref="Keep"/>.</summary>
    public IReadOnlyList<LabelRow> Added => added;

    public static async Task<LabelBook> ReadAsync(WriterDatabase writer, CancellationToken cancellation)
    {
        var rows = await writer.RunAsync(session => session.QueryAsync<LabelRow>("load/Labels"), cancellation);
        return new LabelBook(rows.ToDictionary(row => row.Text, row => row.LabelId, StringComparer.Ordinal));
    }

    /// <summary>The label's number.</summary>
    public int Of(string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, text, out var isKnown);
        if (isKnown) return number;
        number = ++last;
        added.Add(new LabelRow(number, text));
        return number;
    }

    /// <summary>The added labels are in the warehouse.</summary>
    public void Keep() => added.Clear();
}

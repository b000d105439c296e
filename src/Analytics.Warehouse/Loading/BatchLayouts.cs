// The layouts of a batch's tables: most reports print a table like others do, and what they share is written once.
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Analytics.Warehouse;

/// <summary>Numbers the layouts of a batch. Safe for use by many threads.</summary>
internal sealed class BatchLayouts
{
    /// <summary>How many numbers tell of one cell: metric, grid, row, column, line, page, row label, column label, unit.</summary>
    public const int Fields = 9;

    private readonly ConcurrentDictionary<int[], int> numbers;
    private readonly ConcurrentDictionary<int[], int>.AlternateLookup<ReadOnlySpan<int>> known;
    private int last;

    public BatchLayouts()
    {
        numbers = new ConcurrentDictionary<int[], int>(new Same());
        known = numbers.GetAlternateLookup<ReadOnlySpan<int>>();
    }

    /// <summary>The number of a layout within the batch.</summary>
    /// <param name="layout">The statutory table, then the fields of each cell.</param>
    public int Of(ReadOnlySpan<int> layout) => known.TryGetValue(layout, out var number)
        ? number
        : numbers.GetOrAdd(layout.ToArray(), _ => Interlocked.Increment(ref last));

    /// <summary>All of them, as they are staged.</summary>
    public LayoutRow[] Rows() => numbers.Select(layout => new LayoutRow(
        layout.Value, layout.Key[0], Array.ConvertAll(Field(layout.Key, 0), number => (short)number),
        [.. Enumerable.Range(1, Fields - 1).Select(field => Field(layout.Key, field))])).ToArray();

    private static int[] Field(int[] layout, int field)
    {
        var list = new int[layout.Length / Fields];
        for (var i = 0; i < list.Length; i++) list[i] = layout[1 + field + (i * Fields)];
        return list;
    }

    private sealed class Same : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}

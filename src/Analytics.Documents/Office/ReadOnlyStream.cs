// Libraries want streams; the bytes are in memory already and are not copied for each of them.
using System.Runtime.InteropServices;

namespace Analytics.Documents.Office;

internal static class ReadOnlyStream
{
    /// <summary>A stream over the same memory.</summary>
    public static MemoryStream Of(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}

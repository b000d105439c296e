// What kind of list a CSV file is stands in its first line.
using Analytics.Documents;

namespace Analytics.Etl;

internal static class CsvHead
{
    private const int MostBytes = 1024;

    /// <summary>The heads in the first line of a .csv file; none where the file is something else, or its first line is no text.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string file, CancellationToken cancellation)
    {
        if (!Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase)) return [];
        await using var stream = File.OpenRead(file);
        var begin = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancellation);
        // The line alone: a character further on may be cut in two.
        var end = begin.AsSpan(0, length).IndexOfAny((byte)'\n', (byte)'\r');
        try
        {
            return [.. TextDecoder.Decode(begin.AsSpan(0, end < 0 ? length : end)).TrimStart('\uFEFF').Split(',', ';', '\t').Select(head => head.Trim().Trim('"'))];
        }
        catch (UnreadableDocumentException)
        {
            return [];
        }
    }
}

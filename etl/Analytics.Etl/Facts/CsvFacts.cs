// Facts from CSV, read as a stream: a country of ten years has millions of rows.
using System.Text;
using System.Text.Unicode;
using Analytics.Documents;
using CsvHelper;

namespace Analytics.Etl.Facts;

internal static class CsvFacts
{
    private const int LongestRow = 1 << 20;
    private const int LookBytes = 64 << 10;

    /// <summary>Whether a file begins with the heads of facts.</summary>
    /// <param name="begin">Its first bytes.</param>
    public static bool Look(byte[] begin)
    {
        var end = begin.AsSpan().IndexOf((byte)'\n');
        using var csv = CsvReader.Create(new MemoryStream(begin, 0, end < 0 ? begin.Length : end), Options(begin), leaveOpen: false);
        return FactColumns.Look(csv.Headers);
    }

    /// <summary>The rows of a file.</summary>
    /// <param name="open">Opens it, from its beginning.</param>
    /// <exception cref="UnreadableDocumentException">Chinese: a column is missing, or the rest cannot be read.</exception>
    public static IEnumerable<FactRow> Rows(Func<Stream> open)
    {
        using var stream = open();
        using var csv = CsvReader.Create(stream, Options(Begin(open)), leaveOpen: true);
        var heads = ColumnHeads.Find(FactColumns.All, csv.Headers, out var problem);
        if (problem is not null) throw new UnreadableDocumentException(problem);
        var row = csv;
        string Text(ListColumn column) => heads.Place(column) is { } place && place < row.FieldCount ? row.GetString(place).Trim() : "";
        while (Next(csv)) yield return FactRow.From(csv.LineNumber, Text);
    }

    /// <summary>The first bytes of a file.</summary>
    public static byte[] Begin(Func<Stream> open)
    {
        using var stream = open();
        var begin = new byte[LookBytes];
        return begin[..stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
    }

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableDocumentException($"第 {e.LineNumber} 行起无法读取（引号不成对，或一行的内容过长），请改正后重新提交。", e);
        }
    }

    // What begins as UTF-8 is; else it is what Excel writes in China. Bytes that are neither become marks, which rows are refused for.
    private static CsvReaderOptions Options(ReadOnlySpan<byte> begin)
    {
        var options = new CsvReaderOptions { TrackLineNumbers = true, MaxRecordSize = LongestRow };
        if (begin.StartsWith(Encoding.Unicode.Preamble) || begin.StartsWith(Encoding.BigEndianUnicode.Preamble)) return options;
        // The last character may be cut.
        for (var cut = 0; cut < 4 && cut <= begin.Length; cut++)
        {
            if (Utf8.IsValid(begin[..^cut])) return options;
        }
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return options with { Encoding = Encoding.GetEncoding("GB18030") };
    }
}

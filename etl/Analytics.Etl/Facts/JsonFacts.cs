// Facts from JSON: an array of objects, or one object a line.
using System.Globalization;
using System.Text.Json;
using Analytics.Documents;
using Analytics.Etl.Reading;

namespace Analytics.Etl.Facts;

internal static class JsonFacts
{
    // An object holds plain values only; one level more, so that what is in it is named and not the whole file refused.
    private const int MostDepth = 8;
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = MostDepth, DefaultBufferSize = 64 << 10 };

    /// <summary>Whether a file begins with an object that has the names of facts.</summary>
    /// <param name="begin">Its first bytes.</param>
    public static bool Look(ReadOnlySpan<byte> begin)
    {
        if (begin.StartsWith(System.Text.Encoding.UTF8.Preamble)) begin = begin[3..];
        var reader = new Utf8JsonReader(begin, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MostDepth }));
        var names = new List<string>();
        try
        {
            var depth = -1;
            while (reader.Read() && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth))
            {
                if (depth < 0 && reader.TokenType == JsonTokenType.StartObject) depth = reader.CurrentDepth;
                else if (depth < 0 && reader.TokenType != JsonTokenType.StartArray) return false;
                else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth + 1) names.Add(reader.GetString()!);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
        return FactColumns.Look(names);
    }

    /// <summary>The rows of a file; each is known by its place, from 1.</summary>
    /// <param name="open">Opens it, from its beginning.</param>
    /// <exception cref="UnreadableDocumentException">Chinese: an object cannot be read, and so nothing after it.</exception>
    public static async IAsyncEnumerable<FactRow> RowsAsync(Func<Stream> open, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var isLines = !IsArray(CsvFacts.Begin(open));
        await using var stream = new LimitedStream(open(), new ReadingLimits().File);
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, isLines, Options, cancellation).GetAsyncEnumerator(cancellation);
        for (var number = 1L; await NextAsync(rows, number); number++) yield return Row(number, rows.Current);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> rows, long number)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (JsonException e)
        {
            throw new UnreadableDocumentException(string.Create(CultureInfo.InvariantCulture, $"第 {number} 条或其后不是有效的 JSON（UTF-8），其后的内容未读取，请改正后重新提交。"), e);
        }
    }

    private static bool IsArray(ReadOnlySpan<byte> begin)
    {
        if (begin.StartsWith(System.Text.Encoding.UTF8.Preamble)) begin = begin[3..];
        return begin.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
    }

    private static FactRow Row(long number, JsonElement row)
    {
        var texts = new Dictionary<ListColumn, string>();
        var problem = row.ValueKind == JsonValueKind.Object ? Fill(texts, row) : "不是 { } 对象";
        var missing = FactColumns.All.FirstOrDefault(column => column.IsRequired && !texts.ContainsKey(column));
        if (missing is not null) problem ??= $"缺少“{missing.LabelZh}”（{missing.Key}）";
        return FactRow.From(number, column => texts.GetValueOrDefault(column, "")) with { Problem = problem };
    }

    private static string? Fill(Dictionary<ListColumn, string> texts, JsonElement row)
    {
        try
        {
            foreach (var property in row.EnumerateObject())
            {
                if (FactColumns.All.FirstOrDefault(known => known.IsNamed(property.Name)) is not { } column) continue;
                if (Text(property.Value) is not { } text) return $"“{property.Name}”应为文字或数字";
                if (!texts.TryAdd(column, text)) return $"“{column.LabelZh}”（{column.Key}）出现了两次";
            }
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape.
            return "含有无法识别的字符";
        }
    }

    // A number as a decimal has it: 1e3 is 1000; what it cannot hold is left as written.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.Null => "",
        _ => null,
    };
}

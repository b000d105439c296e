// The name of a fetched file: what the site says it is called, else the end of its address.
using System.Net.Http.Headers;
using System.Text;
using Analytics.Documents;

namespace Analytics.Etl.Fetching;

/// <summary>Names of fetched files.</summary>
internal static class SentName
{
    private const string Parameter = "filename=";
    private const int MostBytes = 200;

    // Where a name would change how it is shown: marks of writing direction and of width nothing.
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>A name without folders, at most 200 bytes of UTF-8.</summary>
    /// <param name="disposition">Content-Disposition as its bytes (Latin-1); null where there is none.</param>
    /// <param name="address">Where the file came from.</param>
    public static string Of(string? disposition, Uri address)
    {
        if (disposition is not null && Plain(Said(disposition)) is { Length: > 0 } said) return said;
        return Plain(Unescaped(address.AbsolutePath)) is { Length: > 0 } path ? path : HostList.Name(address);
    }

    // Sites write the name in all ways: filename*=UTF-8''%E5…, filename="…" in GBK, without quotes, or escaped like an address.
    private static string Said(string disposition)
    {
        if (ContentDispositionHeaderValue.TryParse(disposition, out var parsed))
        {
            if (parsed.FileNameStar is { Length: > 0 } star) return star;
            return parsed.FileName is { } name ? Unescaped(Text(name.Trim('"'))) : "";
        }
        var at = disposition.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : Unescaped(Text(disposition[(at + Parameter.Length)..].Split(';')[0].Trim().Trim('"')));
    }

    // Bytes that came as Latin-1 are UTF-8 or GB18030.
    private static string Text(string latin)
    {
        if (Ascii.IsValid(latin) || latin.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF')) return latin;
        try
        {
            return TextDecoder.Decode(Encoding.Latin1.GetBytes(latin));
        }
        catch (UnreadableDocumentException)
        {
            return "";
        }
    }

    // %C4%EA is GBK; %E5%B9%B4 UTF-8.
    private static string Unescaped(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (char.IsAscii(text[i]))
            {
                bytes.Add((byte)text[i]);
            }
            else
            {
                return text;
            }
        }
        try
        {
            return TextDecoder.Decode([.. bytes]);
        }
        catch (UnreadableDocumentException)
        {
            return text;
        }
    }

    private static string Plain(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !Marks.Contains(c) && c is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))).Trim(' ', '.');
        var extension = Path.GetExtension(plain);
        if (Encoding.UTF8.GetByteCount(extension) > MostBytes / 2) extension = "";
        var (stem, left) = (plain[..^extension.Length], MostBytes - Encoding.UTF8.GetByteCount(extension));
        while (Encoding.UTF8.GetByteCount(stem) > left) stem = stem[..^(stem.Length > 1 && char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return stem + extension;
    }
}

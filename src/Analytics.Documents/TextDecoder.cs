// Text files of government sites are UTF-8, UTF-16 or GB18030 (which contains GBK and GB2312), seldom labelled.
using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Analytics.Documents;

/// <summary>Bytes to text: by byte order mark, else strict UTF-8, else UTF-16 by its zero bytes, else strict GB18030.</summary>
public static class TextDecoder
{
    // Control characters that no text has; an end-of-file mark is let pass.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r', '\f', '\v', '\u001a']).ToArray());

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictGb18030 = Gb18030();

    /// <exception cref="UnreadableDocumentException">None of the encodings fits, or the bytes are not text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = DecodeRaw(bytes);
        if (text.AsSpan().ContainsAny(Controls) && text.Count(Controls.Contains) > 8 + (text.Length / 100)) throw NoText();
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);
    }

    private static string DecodeRaw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Try(StrictUtf8, bytes[3..]) ?? throw Unknown("文件以 UTF-8 标记开头，其后的内容却不是 UTF-8");
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf16WithoutMark(bytes) is { } utf16) return utf16.GetString(bytes);
        return (Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null) ?? Try(StrictGb18030, bytes) ?? throw (IsBinary(bytes) ? NoText() : Unknown("文本的编码不是 UTF-8、UTF-16 或 GB18030"));
    }

    // Line feeds, tabs, digits and spaces have a zero byte in UTF-16: on odd places little-endian, on even ones big-endian.
    // A few stand on the other places: 一 is U+4E00.
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0 || !bytes.Contains((byte)0)) return null;
        int odd = 0, even = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 1) odd++;
            else even++;
        }
        var threshold = Math.Max(2, bytes.Length / 40);
        if (odd >= threshold && odd > 3 * even) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even >= threshold && even > 3 * odd ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Text of any encoding has hardly a control character; of random bytes one in ten is one.
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) controls++;
        }
        return controls > bytes.Length / 50;
    }

    private static UnreadableDocumentException NoText() => new(
        "文件内容不是文本，也不是能识别的文档格式（Word、WPS、Excel、PPT、OpenDocument、RTF、PDF、网页、图片、zip）：文件可能已损坏，或扩展名与内容不符；请用原来的程序打开核对，另存为 docx 或 pdf 后再提交。");

    private static UnreadableDocumentException Unknown(string what) => new($"{what}：文件可能用了其他编码（如 Big5）或已损坏，请核对后另存为 UTF-8 再提交。");

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}

// Which reader takes files that are pages or pictures of pages, told by their first bytes.
namespace Analytics.Documents.Pdf;

internal static class PdfFormats
{
    private static readonly (byte[] Magic, string Format, string Extensions)[] Images =
    [
        ([0x89, 0x50, 0x4E, 0x47], "png", ".png"),
        ([0xFF, 0xD8, 0xFF], "jpeg", ".jpg .jpeg .jpe .jfif"),
        ([0x49, 0x49, 0x2A, 0x00], "tiff", ".tif .tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "tiff", ".tif .tiff"),
    ];

    /// <summary>The reader, or null where the bytes are neither a PDF nor a picture.</summary>
    /// <exception cref="UnreadableDocumentException">A picture that goes by the name of another kind of document: whoever
    /// sent it meant to send something else, and one picture is seldom the whole report.</exception>
    public static IFormatReader? Reader(string name, ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        // A PDF may have a little of something else in front.
        if (span[..Math.Min(span.Length, 1_024)].IndexOf("%PDF-"u8) is >= 0 and var at && !span[..at].Contains((byte)'<')) return new PdfReader();
        var format = ImageFormat(span);
        if (format is null) return null;
        var extension = Path.GetExtension(name);
        if (extension.Length > 1 && !Array.Exists(Images, image => image.Extensions.Split(' ').Contains(extension, StringComparer.OrdinalIgnoreCase)) && !extension.Equals(".bmp", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableDocumentException($"文件名为 {extension}，实际是图片（{format.ToUpperInvariant()}），请提交原始文件；若确为扫描件，请改用图片的扩展名后再提交。");
        return new ImageReader(format);
    }

    private static string? ImageFormat(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, format, _) in Images)
        {
            if (bytes.StartsWith(magic)) return format;
        }
        // "BM" may begin a text: the size in the head tells.
        return bytes.Length > 54 && bytes.StartsWith("BM"u8) && BitConverter.ToUInt32(bytes[2..]) <= bytes.Length && BitConverter.ToUInt32(bytes[6..]) == 0 ? "bmp" : null;
    }
}

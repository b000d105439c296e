// One way in for every format: told by content, not by name.

namespace Analytics.Documents;

/// <summary>A reader of one format.</summary>
internal interface IFormatReader
{
    string Format { get; }

    /// <summary>Title in the metadata, and the blocks in reading order.</summary>
    /// <exception cref="UnreadableDocumentException">The bytes are damaged or not of the format.</exception>
    (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes);
}

/// <summary>Reads bytes of any supported format into a <see cref="Document"/>.</summary>
public static class DocumentReader
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (byte[] Magic, string Name)[] Unsupported =
    [
        (Ole, "旧版 Office 文件（doc、xls、ppt、wps）或加密的 Office 文件"),
        ("%PDF"u8.ToArray(), "PDF 文件"),
        ("{\\rtf"u8.ToArray(), "RTF 文件"),
        ([0x89, 0x50, 0x4E, 0x47], "图片（PNG）"),
        ([0xFF, 0xD8, 0xFF], "图片（JPEG）"),
    ];

    /// <param name="name">File name for messages; folders are cut off.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="UnreadableDocumentException">Empty, damaged, or of a format that is not read.</exception>
    public static Document Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var reader = Choose(bytes.Span);
        var (title, blocks) = reader.Read(bytes);
        return new Document(Path.GetFileName(name), Sha256Hash.Of(bytes.Span), reader.Format, title, blocks);
    }

    private static IFormatReader Choose(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new UnreadableDocumentException("文件是空的（0 字节），请重新下载或另存后再提交。");
        if (bytes.StartsWith(Zip)) return new DocxReader();
        foreach (var (magic, name) in Unsupported)
        {
            if (bytes.StartsWith(magic))
                throw new UnreadableDocumentException($"暂不支持读取{name}，请另存为 docx、html、md 或 txt 后再提交。");
        }
        var text = TextDecoder.Decode(bytes);
        if (HtmlReader.Looks(text)) return new HtmlReader(text);
        return MarkdownReader.Looks(text) ? new MarkdownReader(text) : new PlainTextReader(text);
    }
}

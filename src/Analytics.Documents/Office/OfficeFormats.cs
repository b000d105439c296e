// The readers of office formats, chosen by what the bytes are.
namespace Analytics.Documents.Office;

/// <summary>Chooses among the readers of office formats.</summary>
internal static class OfficeFormats
{
    /// <summary>The reader of these bytes, null where they are no office document.</summary>
    /// <exception cref="UnreadableDocumentException">An office document that cannot be read (encrypted, damaged), or an archive.</exception>
    public static IFormatReader? Reader(ReadOnlyMemory<byte> bytes)
    {
        RefuseOtherArchives(bytes.Span);
        var kind = OfficeSniffer.Sniff(bytes);
        return kind switch
        {
            OfficeKind.None => null,
            OfficeKind.Docx => new DocxReader(),
            OfficeKind.Xlsx => new SpreadsheetReader("xlsx"),
            OfficeKind.Pptx => new PptxReader(),
            OfficeKind.Xls => new XlsReader(),
            OfficeKind.Zip => throw new UnreadableDocumentException(Inside(bytes)),
            OfficeKind.OtherOle => throw new UnreadableDocumentException("文件不是 Word、Excel 或 PowerPoint 文档，请另存为 docx、xlsx、pptx 后再提交。"),
            _ => new ConvertedReader(Conversion.Of(kind)!),
        };
    }

    private static string Inside(ReadOnlyMemory<byte> bytes)
    {
        var names = ArchiveReader.Names(bytes);
        return $"这是压缩包，不是文档，内含 {names.Count} 个文件（{string.Join('、', names.Take(3))}{(names.Count > 3 ? "……" : "")}），请逐个读取其中的文件。";
    }

    private static void RefuseOtherArchives(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]))
            throw new UnreadableDocumentException("不支持 RAR、7z 压缩包，请解压后提交，或改用 zip。");
    }
}

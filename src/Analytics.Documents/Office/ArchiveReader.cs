// A zip of reports: each document in it is read by itself, and one that is bad does not hide the others.
using System.IO.Compression;
using System.Text;

namespace Analytics.Documents.Office;

/// <summary>Unpacks archives into memory; nothing is written anywhere, names are for messages only.</summary>
internal static class ArchiveReader
{
    private const string What = "压缩包";
    private const int MostDocuments = 500;
    private const long MostDocumentBytes = 64L << 20;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The documents of an archive: bytes, or the reason why there are none.</summary>
    /// <param name="archive">Its name, put before those of its documents.</param>
    /// <param name="bytes">The archive.</param>
    /// <exception cref="UnreadableDocumentException">Damaged, empty, too many documents, or too much content.</exception>
    public static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, string? Reason)> Documents(string archive, ReadOnlyMemory<byte> bytes) =>
        Each(bytes, (entry, name) => Unpack($"{archive}/{ZipGuard.Shown(name)}", entry, name));

    /// <summary>Their names alone; nothing is unpacked.</summary>
    /// <exception cref="UnreadableDocumentException">As <see cref="Documents"/>.</exception>
    public static IReadOnlyList<string> Names(ReadOnlyMemory<byte> bytes) => Each(bytes, (_, name) => ZipGuard.Shown(name));

    private static List<T> Each<T>(ReadOnlyMemory<byte> bytes, Func<ZipArchiveEntry, string, T> read)
    {
        try
        {
            using var stream = ReadOnlyStream.Of(bytes);
            // Names without a mark of their encoding come as bytes and are decoded below.
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            var entries = zip.Entries.Select(entry => (Entry: entry, Name: Name(entry.FullName))).Where(entry => IsDocument(entry.Name)).ToList();
            if (entries.Count == 0) throw new UnreadableDocumentException("压缩包里没有文件，请检查后再提交。");
            if (entries.Count > MostDocuments || zip.Entries.Count > ZipGuard.MostEntries)
                throw new UnreadableDocumentException($"压缩包里的文件超过 {MostDocuments} 个，请分成几个压缩包后再提交。");
            if (entries.Sum(entry => Math.Min(entry.Entry.Length, ZipGuard.MostUnpackedBytes)) > ZipGuard.MostUnpackedBytes) throw ZipGuard.Bomb(What);
            return entries.ConvertAll(entry => read(entry.Entry, entry.Name));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableDocumentException("压缩包损坏或不完整，无法打开，请重新下载后再提交。", e);
        }
    }

    private static (string Name, ReadOnlyMemory<byte> Bytes, string? Reason) Unpack(string shown, ZipArchiveEntry entry, string name)
    {
        if (ZipGuard.IsSuspicious(name)) return (shown, default, "文件内含可疑路径，指向压缩包之外的位置，疑似恶意文件，已拒绝读取。");
        if (entry.IsEncrypted) return (shown, default, "压缩包里的这个文件已加密，无法读取，请解除密码后再提交。");
        try
        {
            return (shown, ZipGuard.Content(entry, MostDocumentBytes, "压缩包里的这个文件"), null);
        }
        catch (UnreadableDocumentException e)
        {
            return (shown, default, e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return (shown, default, "压缩包里的这个文件损坏或不完整，无法解压，请重新打包后再提交。");
        }
    }

    // Folders, and what operating systems leave behind.
    private static bool IsDocument(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.Length > 0 && file[0] != '.' && !file.StartsWith("~$", StringComparison.Ordinal) && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && !string.Equals(file, "Thumbs.db", StringComparison.OrdinalIgnoreCase) && !string.Equals(file, "desktop.ini", StringComparison.OrdinalIgnoreCase);
    }

    // Windows writes names in GBK, others in UTF-8, many without saying which.
    private static string Name(string raw)
    {
        if (raw.All(char.IsAscii) || raw.Any(c => c > '\u00ff')) return raw;
        var bytes = Encoding.Latin1.GetBytes(raw);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}

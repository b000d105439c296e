// Every zip is foreign: names, counts and sizes are checked, and what is declared is compared with what comes out, before any library sees it.
using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Analytics.Documents.Office;

/// <summary>Checks Office packages before they are opened.</summary>
internal static class ZipGuard
{
    /// <summary>What all entries of one file may unpack to.</summary>
    public const long MostUnpackedBytes = 256L << 20;

    /// <summary>No statutory report has as many parts.</summary>
    public const int MostEntries = 2_000;

    private const int ChunkBytes = 64 << 10;
    private static readonly uint[] CrcTable = MakeCrcTable();
    private static readonly byte[][] DocTypes = [.. new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => encoding.GetBytes("<!DOCTYPE"))];

    /// <summary>Unpacks every entry once, to nowhere.</summary>
    /// <param name="bytes">The package.</param>
    /// <param name="what">What the file is called in messages: "Word 文件".</param>
    /// <exception cref="UnreadableDocumentException">A name that leads out of the package, too many entries, too much
    /// content, sizes other than declared, encrypted entries, XML with a document type declaration, or damage.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes, string what)
    {
        try
        {
            CheckAll(bytes, what);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableDocumentException($"{what}损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    private static void CheckAll(ReadOnlyMemory<byte> bytes, string what)
    {
        using var stream = ReadOnlyStream.Of(bytes);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        CheckDeclared(zip, what);
        var left = MostUnpackedBytes;
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            foreach (var entry in zip.Entries) left -= Unpack(entry, chunk, left, what);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Names, count and declared sizes only.</summary>
    public static void CheckDeclared(ZipArchive zip, string what)
    {
        foreach (var entry in zip.Entries)
        {
            if (IsSuspicious(entry.FullName))
                throw new UnreadableDocumentException($"{what}内含可疑路径（{Shown(entry.FullName)}），指向文件之外的位置，疑似恶意文件，已拒绝读取。");
            if (entry.IsEncrypted) throw new UnreadableDocumentException($"{what}的内容已加密，无法读取，请解除密码后再提交。");
        }
        if (zip.Entries.Count > MostEntries || zip.Entries.Sum(entry => Math.Min(entry.Length, MostUnpackedBytes)) > MostUnpackedBytes) throw Bomb(what);
    }

    /// <summary>A name that a careless unpacker would write outside of its folder.</summary>
    public static bool IsSuspicious(string name) => name.Length == 0 || name[0] is '/' or '\\' || (name.Length > 1 && name[1] == ':')
        || name.Contains('\0', StringComparison.Ordinal) || name.Split('/', '\\').Contains("..");

    /// <summary>A name as it may stand in a message.</summary>
    public static string Shown(string name) => string.Concat((name.Length > 60 ? name[..60] + "…" : name).Where(c => !char.IsControl(c)));

    /// <summary>Content unpacks to more than is let in.</summary>
    public static UnreadableDocumentException Bomb(string what) => new($"{what}解压后异常巨大，疑似压缩炸弹，已拒绝读取。");

    /// <summary>The content of an entry, read no further than <paramref name="most"/> bytes.</summary>
    public static byte[] Content(ZipArchiveEntry entry, long most, string what)
    {
        if (entry.Length > most) throw Bomb(what);
        using var content = entry.Open();
        using var unpacked = new MemoryStream((int)entry.Length);
        var chunk = new byte[ChunkBytes];
        for (int count; (count = content.Read(chunk)) > 0;)
        {
            if (unpacked.Length + count > most) throw Bomb(what);
            unpacked.Write(chunk, 0, count);
        }
        return unpacked.ToArray();
    }

    private static long Unpack(ZipArchiveEntry entry, byte[] chunk, long left, string what)
    {
        using var content = entry.Open();
        var total = 0L;
        var crc = uint.MaxValue;
        for (int count; (count = content.Read(chunk)) > 0;)
        {
            // Manifests of old OpenDocument writers carry a harmless one, which nobody follows.
            if (total == 0 && !entry.FullName.StartsWith("META-INF/", StringComparison.Ordinal) && HasDocType(entry.FullName, chunk.AsSpan(0, count)))
                throw new UnreadableDocumentException($"{what}的 XML 内含 DTD 或外部实体声明，疑似恶意文件，已拒绝读取。");
            total += count;
            if (total > left) throw Bomb(what);
            foreach (var value in chunk.AsSpan(0, count)) crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }
        // A size declared too small cuts the content off: another unpacker might not.
        if (total != entry.Length || ~crc != entry.Crc32)
            throw new UnreadableDocumentException($"{what}损坏或不完整：{Shown(entry.FullName)} 的内容与声明的大小或校验码不符，请重新下载或另存后再提交。");
        return total;
    }

    private static bool HasDocType(string name, ReadOnlySpan<byte> start)
    {
        if (!name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var docType in DocTypes)
        {
            if (start.IndexOf(docType) >= 0) return true;
        }
        return false;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}

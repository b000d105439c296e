// OLE2, the container of Office 97 to 2003: only the names at its root are read, to tell Word from Excel from encrypted.
using System.Buffers.Binary;
using System.Text;

namespace Analytics.Documents.Office;

/// <summary>Reads the directory of an OLE2 file ([MS-CFB]).</summary>
internal static class CompoundFile
{
    private const int EntryBytes = 128;
    private const int MostEntries = 20_000;
    private const uint LastSector = 0xFFFFFFFA;
    private const uint NoEntry = 0xFFFFFFFF;
    private static readonly byte[] Magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Looks(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <summary>Names of the streams at the root, each with the first bytes of its content (empty for small streams,
    /// which are kept elsewhere).</summary>
    /// <exception cref="UnreadableDocumentException">The container is damaged.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> RootStreams(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 512) throw Damaged();
        var sectorBytes = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]), 7, 16);
        var smallest = BinaryPrimitives.ReadUInt32LittleEndian(bytes[56..]);
        var directory = Directory(bytes, sectorBytes);
        var streams = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var entry in Children(directory))
        {
            var record = directory.AsSpan(entry * EntryBytes, EntryBytes);
            if (record[66] != 2) continue;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(record[120..]);
            var sector = Sector(bytes, BinaryPrimitives.ReadUInt32LittleEndian(record[116..]), sectorBytes);
            streams[Name(record)] = size < smallest ? default : sector[..Math.Min(sector.Length, 32)].ToArray();
        }
        return streams;
    }

    private static string Name(ReadOnlySpan<byte> record)
    {
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(record[64..]) - 2, 0, 62);
        return Encoding.Unicode.GetString(record[..(length & ~1)]);
    }

    private static byte[] Directory(ReadOnlySpan<byte> bytes, int sectorBytes)
    {
        var table = AllocationTable(bytes, sectorBytes);
        using var directory = new MemoryStream();
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]);
        while (sector < LastSector && directory.Length < MostEntries * EntryBytes)
        {
            var content = Sector(bytes, sector, sectorBytes);
            if (content.IsEmpty) break;
            directory.Write(content);
            sector = sector < table.Count ? table[(int)sector] : NoEntry;
        }
        if (directory.Length < EntryBytes) throw Damaged();
        return directory.ToArray();
    }

    // The first 109 sectors of the table are named in the header, the others in a chain of sectors.
    private static List<uint> AllocationTable(ReadOnlySpan<byte> bytes, int sectorBytes)
    {
        var table = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            if (!Append(bytes, BinaryPrimitives.ReadUInt32LittleEndian(bytes[(76 + (4 * i))..]), sectorBytes, table)) return table;
        }
        var next = BinaryPrimitives.ReadUInt32LittleEndian(bytes[68..]);
        for (var links = 0; next < LastSector && links < 1_000; links++)
        {
            var chain = Sector(bytes, next, sectorBytes);
            if (chain.Length < sectorBytes) break;
            for (var i = 0; i < (sectorBytes / 4) - 1; i++)
            {
                if (!Append(bytes, BinaryPrimitives.ReadUInt32LittleEndian(chain[(4 * i)..]), sectorBytes, table)) return table;
            }
            next = BinaryPrimitives.ReadUInt32LittleEndian(chain[(sectorBytes - 4)..]);
        }
        return table;
    }

    private static bool Append(ReadOnlySpan<byte> bytes, uint number, int sectorBytes, List<uint> table)
    {
        if (number >= LastSector || table.Count > bytes.Length) return false;
        var sector = Sector(bytes, number, sectorBytes);
        for (var i = 0; i + 4 <= sector.Length; i += 4) table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[i..]));
        return sector.Length > 0;
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> bytes, uint number, int sectorBytes)
    {
        var start = ((long)number + 1) * sectorBytes;
        return start >= bytes.Length ? [] : bytes.Slice((int)start, (int)Math.Min(sectorBytes, bytes.Length - start));
    }

    // Entries of one folder form a tree; embedded objects, in folders of their own, are not of interest.
    private static List<int> Children(byte[] directory)
    {
        var count = directory.Length / EntryBytes;
        var found = new HashSet<int>();
        var open = new Stack<uint>([BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(76))]);
        while (open.TryPop(out var next))
        {
            if (next >= count || !found.Add((int)next)) continue;
            var record = directory.AsSpan((int)next * EntryBytes, EntryBytes);
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(record[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(record[72..]));
        }
        return [.. found];
    }

    private static UnreadableDocumentException Damaged() => new("旧版 Office 文件（doc、xls、ppt、wps）损坏或不完整，无法打开，请重新下载或另存后再提交。");
}

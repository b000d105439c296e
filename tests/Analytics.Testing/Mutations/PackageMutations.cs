// Zip packages (docx, xlsx, pptx, odt, zip) mutated inside and packed again, so that what reads the parts is reached.
using System.IO.Compression;

namespace Analytics.Testing;

#pragma warning disable CA5394 // mutants must be the same on every run
internal static class PackageMutations
{
    private const int MostEntries = 200;
    private static readonly string[] Names = ["../outside.txt", "/etc/outside.txt", "word/document.xml", "[Content_Types].xml", "xl/workbook.xml", "ppt/presentation.xml", "mimetype", "年报.docx", " ", new('a', 5000)];

    /// <summary>One of the mutations, null where the bytes are no package.</summary>
    public static (byte[] Bytes, string What)? Try(Random random, byte[] bytes, byte[] other)
    {
        if (Read(bytes) is not { Count: > 0 } entries) return null;
        var at = random.Next(entries.Count);
        var (name, content) = entries[at];
        switch (random.Next(12))
        {
            case 0:
                entries.RemoveAt(at);
                return (Pack(random, entries), $"{name} left out");
            case 1:
                var newName = Names[random.Next(Names.Length)];
                entries[at] = (newName, content);
                return (Pack(random, entries), $"{name} named {newName[..Math.Min(newName.Length, 30)]}");
            case 2:
                entries.Insert(random.Next(entries.Count + 1), (name, content));
                return (Pack(random, entries), $"{name} twice");
            case 3:
                (entries[at], entries[0]) = ((name, entries[0].Content), (entries[0].Name, content));
                return (Pack(random, entries), $"{name} and {entries[0].Name} exchanged");
            case 4 when Read(other) is { Count: > 0 } others:
                entries[at] = (name, others[random.Next(others.Count)].Content);
                return (Pack(random, entries), $"{name} with a part of the other");
            case 5:
                var (damaged, how) = ByteMutations.Do(random, content, other);
                entries[at] = (name, damaged);
                return (Pack(random, entries), $"{name}: {how}");
            default:
                // The largest part is the one with the report.
                if (random.Next(4) > 0) at = entries.FindIndex(entry => entry.Content.Length == entries.Max(each => each.Content.Length));
                var (changed, what) = TextMutations.Try(random, entries[at].Content, other) ?? ByteMutations.Do(random, entries[at].Content, other);
                entries[at] = (entries[at].Name, changed);
                return (Pack(random, entries), $"{entries[at].Name}: {what}");
        }
    }

    private static List<(string Name, byte[] Content)>? Read(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8)) return null;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return zip.Entries.Take(MostEntries).Where(entry => entry.FullName.Length > 0 && entry.Length < 8 << 20).Select(entry =>
            {
                using var from = entry.Open();
                using var to = new MemoryStream();
                from.CopyTo(to);
                return (entry.FullName, to.ToArray());
            }).ToList();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Pack(Random random, List<(string Name, byte[] Content)> entries)
    {
        var level = random.Next(2) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : level);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var to = entry.Open();
                to.Write(content);
            }
        }
        return stream.ToArray();
    }
}

// A consistent copy of a data folder in one file, and back from it.
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse;

/// <summary>A backup could not be made or taken back; what was there is as it was.</summary>
public sealed class BackupException(string message) : IOException(message);

/// <summary>Backups: a compressed tar file with the writer's file and every document; with the operations tables (runs, saved
/// views, letters and their follow-up) and the list of hosts where the folder has them.</summary>
internal static class Backup
{
    private const string Warehouse = "warehouse.duckdb";
    private const string Documents = "documents/";
    private const string Operations = "operations.duckdb";
    private const string Hosts = "hosts.txt";

    /// <summary>Writes the files of a folder, the warehouse from a copy that nobody writes to.</summary>
    /// <param name="copy">Copy of the writer's file.</param>
    /// <param name="operations">Copy of the operations tables; null for none.</param>
    public static async Task WriteAsync(DataFolder folder, string copy, string? operations, string target, CancellationToken cancellation)
    {
        var part = target + ".part";
        try
        {
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await using (var zipped = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                await using (var tar = new TarWriter(zipped, TarEntryFormat.Pax))
                {
                    await tar.WriteEntryAsync(copy, Warehouse, cancellation);
                    if (operations is not null) await tar.WriteEntryAsync(operations, Operations, cancellation);
                    if (File.Exists(folder.Hosts)) await tar.WriteEntryAsync(folder.Hosts, Hosts, cancellation);
                    foreach (var document in Directory.EnumerateFiles(folder.Documents).Where(path => IsHash(Path.GetFileName(path))).Order(StringComparer.Ordinal))
                        await tar.WriteEntryAsync(document, Documents + Path.GetFileName(document), cancellation);
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(part, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw NotWritten(target, e.Message);
        }
    }

    /// <summary>Fills an empty data folder from a backup and publishes it.</summary>
    /// <returns>The version now published.</returns>
    /// <exception cref="BackupException">The folder is not empty, or the file is no sound backup; the folder is left empty.</exception>
    public static async Task<int> RestoreAsync(DataFolder folder, string source, CatalogData catalog, TimeProvider clock, CancellationToken cancellation)
    {
        if (File.Exists(folder.Warehouse) || File.Exists(folder.Operations)) throw new BackupException($"{folder.Root} holds a warehouse already. Move it away, or restore into another folder with --data.");
        var part = Path.Combine(folder.Root, "restore.part");
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(Path.Combine(part, Documents));
        try
        {
            await UnpackAsync(source, part, cancellation);
            foreach (var document in Directory.EnumerateFiles(Path.Combine(part, Documents))) File.Move(document, Path.Combine(folder.Documents, Path.GetFileName(document)), overwrite: true);
            if (File.Exists(Path.Combine(part, Operations))) File.Move(Path.Combine(part, Operations), folder.Operations);
            File.Move(Path.Combine(part, Warehouse), folder.Warehouse);
            using var writer = await WarehouseWriter.OpenAsync(folder, catalog, clock, cancellation);
            var version = await writer.PublishAsync(cancellation);
            // Which hosts may be asked is for whoever wrote the list that is here to say.
            if (File.Exists(Path.Combine(part, Hosts)) && !File.Exists(folder.Hosts)) File.Move(Path.Combine(part, Hosts), folder.Hosts);
            return version;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FileNotFoundException or DuckDB.NET.Data.DuckDBException)
        {
            File.Delete(folder.Warehouse);
            File.Delete(folder.Operations);
            throw new BackupException($"{source} is not a sound backup of this program ({e.Message}). {folder.Root} was left without a warehouse.");
        }
        finally
        {
            Directory.Delete(part, recursive: true);
        }
    }

    public static BackupException NotWritten(string target, string why) =>
        new($"The backup {target} could not be written ({why}). Nothing was changed; make room, or choose another place, and try again.");

    private static async Task UnpackAsync(string source, string target, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(source);
        await using var zipped = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(zipped);
        var hasWarehouse = false;
        while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            hasWarehouse |= entry.Name == Warehouse;
            var isDocument = entry.Name.StartsWith(Documents, StringComparison.Ordinal) && IsHash(entry.Name[Documents.Length..]);
            if (entry.EntryType != TarEntryType.RegularFile || (entry.Name is not (Warehouse or Operations or Hosts) && !isDocument)) throw new InvalidDataException($"it holds '{entry.Name}'");
            var path = Path.Combine(target, entry.Name);
            await entry.ExtractToFileAsync(path, overwrite: false, cancellation);
            if (isDocument && await HashAsync(path, cancellation) != Path.GetFileName(path)) throw new InvalidDataException($"the document {entry.Name} is damaged");
        }
        if (!hasWarehouse) throw new InvalidDataException("it holds no warehouse");
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}

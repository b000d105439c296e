// The folder that holds everything, and the lock that keeps a second process from writing to it.
using System.Globalization;

namespace Analytics.Warehouse;

/// <summary>Another process owns the data folder.</summary>
public sealed class DataFolderInUseException(string path, Exception inner)
    : IOException($"Another process uses the data folder {path}. Stop it, or choose another folder with --data.", inner);

/// <summary>Paths of a data folder. Owning it is needed to write; reading what is published is not.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Directory.CreateDirectory(Documents);
        Directory.CreateDirectory(Published);
    }

    public string Root { get; }

    /// <summary>Every document taken in, named by the SHA-256 of its content; never changed.</summary>
    public string Documents => Path.Combine(Root, "documents");

    /// <summary>Immutable read-only copies, one per version, and the pointer to the current one.</summary>
    public string Published => Path.Combine(Root, "published");

    /// <summary>The writer's file.</summary>
    public string Warehouse => Path.Combine(Root, "warehouse.duckdb");

    /// <summary>Names the current version.</summary>
    public string Pointer => Path.Combine(Published, "current");

    public string PublishedFile(int version) => Path.Combine(Published, $"{version}.duckdb");

    /// <summary>While this file exists the version is kept.</summary>
    public string PinOf(int version) => Path.Combine(Published, $"{version}.pin");

    /// <summary>Versions that can be read, in no order.</summary>
    public IEnumerable<int> PublishedVersions() => Directory.EnumerateFiles(Published, "*.duckdb")
        .Select(file => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
        .Where(version => version > 0);

    /// <summary>The current version, null before the first publication.</summary>
    public int? CurrentVersion()
    {
        try
        {
            return int.Parse(File.ReadAllText(Pointer), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes the folder for this process until disposed.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    public IDisposable Own()
    {
        try
        {
            // The system drops the lock with the process, so a crash leaves nothing to clean up.
            return new FileStream(Path.Combine(Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new DataFolderInUseException(Root, e);
        }
    }

    /// <summary>Keeps a document's bytes; the same content is kept once. On disk when this returns.</summary>
    /// <param name="sha256">Hex hash of the bytes, which names the file.</param>
    /// <param name="bytes">The whole document.</param>
    public async Task KeepAsync(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = Path.Combine(Documents, sha256);
        if (File.Exists(path)) return;
        var part = path + ".part";
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }
}

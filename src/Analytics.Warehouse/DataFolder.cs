// The folder that holds everything, and the lock that keeps a second process from writing to it.
using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Analytics.Warehouse;

/// <summary>Another process owns the data folder.</summary>
public sealed class DataFolderInUseException(string path, Exception inner)
    : IOException($"Another process uses the data folder {path}. Stop it, or choose another folder with --data.", inner);

/// <summary>A file is larger than is taken in.</summary>
public sealed class DocumentTooLargeException(long most) : IOException(string.Create(CultureInfo.InvariantCulture, $"文件超过 {most >> 20} MB，未收下。请拆分或压缩后再提交。"));

/// <summary>Paths of a data folder. Owning it is needed to write; reading what is published is not.</summary>
public sealed class DataFolder
{
    private const int BufferBytes = 1 << 16;
    private readonly string shared;

    /// <param name="path">The folder; made where it is missing.</param>
    /// <param name="shared">Has documents and what was read of them where several machines read; null: the folder itself.</param>
    public DataFolder(string path, string? shared = null)
        : this(path, shared ?? path, isWorker: false)
    {
    }

    private DataFolder(string path, string shared, bool isWorker)
    {
        Root = Path.GetFullPath(path);
        this.shared = Path.GetFullPath(shared);
        Directory.CreateDirectory(Documents);
        Directory.CreateDirectory(Extracted);
        if (isWorker) return;
        Directory.CreateDirectory(Published);
        Directory.CreateDirectory(Inbox);
    }

    /// <summary>Of a worker: documents and what was read of them, nothing else.</summary>
    public static DataFolder OfWorker(string shared) => new(shared, shared, isWorker: true);

    public string Root { get; }

    /// <summary>Every document taken in, named by the SHA-256 of its content; never changed.</summary>
    public string Documents => Path.Combine(shared, "documents");

    /// <summary>What was read of documents and is not loaded yet.</summary>
    public string Extracted => Path.Combine(shared, "extracted");

    /// <summary>Files dropped here are taken in.</summary>
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>Files on their way in: being uploaded or fetched.</summary>
    public string Incoming => Directory.CreateDirectory(Path.Combine(Root, "incoming")).FullName;

    /// <summary>Names the hosts that documents may be fetched from.</summary>
    public string Hosts => Path.Combine(Root, "hosts.txt");

    /// <summary>What was taken in and what became of it, where no server keeps it.</summary>
    public string Operations => Path.Combine(Root, "operations.duckdb");

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

    /// <summary>The bytes of a document taken in.</summary>
    public string DocumentFile(string sha256) => Path.Combine(Documents, sha256);

    // Two that keep the same content side by side do not write to one file.
    private static string PartOf(string path) => $"{path}.{Guid.NewGuid():n}.part";

    /// <summary>Keeps a document's bytes; the same content is kept once. On disk when this returns.</summary>
    /// <param name="sha256">Hex hash of the bytes, which names the file.</param>
    /// <param name="bytes">The whole document.</param>
    public async Task KeepAsync(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = DocumentFile(sha256);
        if (new FileInfo(path) is { Exists: true } kept && kept.Length == bytes.Length) return;
        var part = PartOf(path);
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Keeps a document's bytes as they come; the same content is kept once. On disk after <see cref="Sync"/>.</summary>
    /// <param name="most">Bytes at most.</param>
    /// <returns>Hex hash of the bytes, and how many there are.</returns>
    /// <exception cref="DocumentTooLargeException">There are more; nothing is kept.</exception>
    public async Task<(string Sha256, long Length)> KeepAsync(Stream bytes, long most, CancellationToken cancellation)
    {
        var part = PartOf(Path.Combine(Documents, "incoming"));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var length = 0L;
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                for (int read; (read = await bytes.ReadAsync(buffer, cancellation)) > 0; length += read)
                {
                    if (length + read > most) throw new DocumentTooLargeException(most);
                    hash.AppendData(buffer.AsSpan(0, read));
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }
            }
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            File.Move(part, DocumentFile(sha256), overwrite: true);
            return (sha256, length);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Removes what was begun before a time and never finished.</summary>
    public void RemoveParts(DateTime before)
    {
        foreach (var part in Directory.EnumerateFiles(Documents, "*.part").Concat(Directory.EnumerateFiles(Extracted, "*.part")).Where(part => File.GetLastWriteTimeUtc(part) < before))
            File.Delete(part);
    }

    /// <summary>When this returns, all documents kept before are on disk: many at once cost little more than one.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    public void Sync()
    {
        using var directory = FileSystem.Open(Documents);
        FileSystem.Sync(directory);
    }
}

// Makes what is loaded visible to readers: marts, checkpoint, a copy by a child process, then the pointer.
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Warehouse;

/// <summary>Publishing failed; the version that was current goes on serving.</summary>
public sealed class PublishException(string message) : IOException(message);

internal sealed class Publisher(WriterDatabase writer, Marts marts, DataFolder folder)
{
    private const int KeptVersions = 3;

    /// <summary>Publishes the writer's state as a new version and returns its number.</summary>
    /// <exception cref="PublishException">The copy could not be made.</exception>
    public async Task<int> PublishAsync(CancellationToken cancellation)
    {
        int version;
        try
        {
            version = await writer.RunAsync(session => CopyNextAsync(session, cancellation), cancellation);
            Point(version);
        }
        catch (WarehouseWriteException e)
        {
            throw NotPublished(e.InnerException!.Message);
        }
        catch (Exception e) when (e is IOException and not PublishException or UnauthorizedAccessException)
        {
            throw NotPublished(e.Message);
        }
        Retire(version);
        return version;
    }

    private async Task<int> CopyNextAsync(WriterDatabase.Session session, CancellationToken cancellation)
    {
        await marts.RefreshAsync(session);
        await session.ExecuteAsync("load/Checkpoint");
        var next = Versions().DefaultIfEmpty(0).Max() + 1;
        var part = folder.PublishedFile(next) + ".part";
        if (await CopyAsync(writer.Path, part, cancellation) is { } error) throw NotPublished(error);
        Sync(part);
        File.Move(part, folder.PublishedFile(next), overwrite: true);
        return next;
    }

    private static PublishException NotPublished(string why) =>
        new($"The warehouse could not be published ({why}). The version published before goes on serving; free some disk space and publish again: ./run publish");

    /// <summary>Readers see an earlier version from their next query on; the next publication takes the newest state again.</summary>
    /// <exception cref="PublishException">No such version.</exception>
    public Task RollBackAsync(int version, CancellationToken cancellation) => writer.RunAsync(
        _ =>
        {
            if (!Versions().Contains(version))
                throw new PublishException($"There is no published version {version}. There are: {string.Join(", ", Versions().Order())}.");
            Point(version);
            return Task.FromResult(version);
        }, cancellation);

    // The last versions stay, and those that a release has pinned.
    private void Retire(int current)
    {
        foreach (var old in Versions().Where(version => version != current && !File.Exists(folder.PinOf(version))).OrderDescending().Skip(KeptVersions - 1))
            File.Delete(folder.PublishedFile(old));
    }

    /// <summary>Writes a consistent copy of the warehouse and all documents into one file.</summary>
    /// <exception cref="BackupException">It could not be written.</exception>
    public async Task BackUpAsync(string target, CancellationToken cancellation)
    {
        var copy = folder.Warehouse + ".backup";
        try
        {
            await writer.RunAsync(async session =>
            {
                await session.ExecuteAsync("load/Checkpoint");
                if (await CopyAsync(writer.Path, copy, cancellation) is { } error) throw Backup.NotWritten(target, error);
                return true;
            }, cancellation);
            await Backup.WriteAsync(folder, copy, target, cancellation);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    // Opening the writer's file with file APIs in this process would drop DuckDB's lock when closed, so a child copies it.
    // Returns what went wrong, null where nothing did.
    private static async Task<string?> CopyAsync(string from, string to, CancellationToken cancellation)
    {
        using var copy = Process.Start(new ProcessStartInfo("cp", ["--reflink=auto", "--", from, to]) { RedirectStandardError = true, UseShellExecute = false })
            ?? throw new IOException("The program 'cp' could not be started.");
        var error = await copy.StandardError.ReadToEndAsync(cancellation);
        await copy.WaitForExitAsync(cancellation);
        if (copy.ExitCode == 0) return null;
        File.Delete(to);
        return error.Trim();
    }

    private static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private void Point(int version)
    {
        var part = folder.Pointer + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(version.ToString(CultureInfo.InvariantCulture)));
            file.Flush(flushToDisk: true);
        }
        File.Move(part, folder.Pointer, overwrite: true);
    }

    private List<int> Versions() => folder.PublishedVersions().ToList();
}

// Makes what is loaded visible to readers: marts, checkpoint, a copy by a child process, then the pointer.
using System.Globalization;
using Dapper;

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

    /// <summary>Publishes anew where what readers see was made by another version of the program: its pages would ask for what
    /// is not there. Returns the new version, null where nothing had to be done.</summary>
    /// <exception cref="PublishException">The copy could not be made.</exception>
    public async Task<int?> CatchUpAsync(CancellationToken cancellation) =>
        folder.CurrentVersion() is { } version && !await writer.RunAsync(session => IsOfThisProgramAsync(session, version), cancellation)
            ? await PublishAsync(cancellation)
            : null;

    private async Task<bool> IsOfThisProgramAsync(WriterDatabase.Session session, int version)
    {
        if (!File.Exists(folder.PublishedFile(version))) return false;
        var wanted = await session.QueryAsync<string>("load/MadeBy");
        var file = PublishedFile.Take(folder.PublishedFile(version));
        try
        {
            using var connection = file.Connect();
            return wanted.SequenceEqual(await connection.QueryAsync<string>(Sql.Text("load/MadeBy")), StringComparer.Ordinal);
        }
        finally
        {
            file.Release();
        }
    }

    private async Task<int> CopyNextAsync(WriterDatabase.Session session, CancellationToken cancellation)
    {
        await marts.RefreshAsync(session);
        await session.ExecuteAsync("load/Checkpoint");
        var next = Versions().DefaultIfEmpty(0).Max() + 1;
        var part = folder.PublishedFile(next) + ".part";
        if (await FileCopy.MakeAsync(writer.Path, part, cancellation) is { } error) throw NotPublished(error);
        Sync(part);
        File.Move(part, folder.PublishedFile(next), overwrite: true);
        return next;
    }

    private static PublishException NotPublished(string why) =>
        new($"The warehouse could not be published ({why}). The version published before goes on serving; free some disk space and publish again: ./run publish");

    /// <summary>Readers see an earlier version from their next query on; the next publication takes the newest state again.</summary>
    /// <exception cref="PublishException">There is no such version, or another version of the program made it.</exception>
    public Task RollBackAsync(int version, CancellationToken cancellation) => writer.RunAsync(
        async session =>
        {
            if (!Versions().Contains(version))
                throw new PublishException($"There is no published version {version}. There are: {string.Join(", ", Versions().Order())}.");
            if (!await IsOfThisProgramAsync(session, version))
                throw new PublishException($"Version {version} was made by another version of this program, and the pages of this one cannot read it. Start that version to go back to it.");
            Point(version);
            return version;
        }, cancellation);

    // The last versions stay, and those that a release has pinned.
    private void Retire(int current)
    {
        foreach (var old in Versions().Where(version => version != current && !File.Exists(folder.PinOf(version))).OrderDescending().Skip(KeptVersions - 1))
            File.Delete(folder.PublishedFile(old));
    }

    /// <summary>Writes a consistent copy of the warehouse and all documents into one file.</summary>
    /// <param name="operations">A copy of the operations tables, to go with it; null for none.</param>
    /// <exception cref="BackupException">It could not be written.</exception>
    public async Task BackUpAsync(string target, string? operations, CancellationToken cancellation)
    {
        var copy = folder.Warehouse + ".backup";
        try
        {
            await writer.RunAsync(async session =>
            {
                await session.ExecuteAsync("load/Checkpoint");
                if (await FileCopy.MakeAsync(writer.Path, copy, cancellation) is { } error) throw Backup.NotWritten(target, error);
                return true;
            }, cancellation);
            await Backup.WriteAsync(folder, copy, operations, target, cancellation);
        }
        finally
        {
            File.Delete(copy);
        }
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

// The folder outlives the process: what is in it must be whole, and only one process may write to it.
using System.Diagnostics;

namespace Analytics.Warehouse.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_folder_is_made_where_there_is_none_and_named_by_its_full_path()
    {
        var folder = new DataFolder(Path.Combine(temporary.Path, "a", "..", "b"));

        Assert.Equal(Path.Combine(temporary.Path, "b"), folder.Root);
        Assert.True(Directory.Exists(folder.Documents) && Directory.Exists(folder.Published));
    }

    [Fact]
    public void Owning_is_exclusive_until_it_is_given_up()
    {
        var folder = new DataFolder(temporary.Path);
        using (folder.Own())
        {
            var error = Assert.Throws<DataFolderInUseException>(folder.Own);
            Assert.Contains(folder.Root, error.Message, StringComparison.Ordinal);
        }

        folder.Own().Dispose();
    }

    [Fact]
    public async Task Another_process_cannot_lock_what_this_one_owns()
    {
        var folder = new DataFolder(temporary.Path);
        using (folder.Own()) Assert.Equal(1, await LockAsync());

        Assert.Equal(0, await LockAsync());

        async Task<int> LockAsync()
        {
            using var flock = Process.Start("flock", ["--nonblock", Path.Combine(folder.Root, "lock"), "true"]);
            await flock.WaitForExitAsync();
            return flock.ExitCode;
        }
    }

    [Fact]
    public void A_lock_file_that_a_crash_left_behind_does_not_lock()
    {
        var folder = new DataFolder(temporary.Path);
        File.WriteAllText(Path.Combine(folder.Root, "lock"), "");

        folder.Own().Dispose();
    }

    [Fact]
    public void Before_the_first_publication_there_is_no_version() => Assert.Null(new DataFolder(temporary.Path).CurrentVersion());

    [Fact]
    public async Task A_document_is_kept_once_under_its_hash()
    {
        var folder = new DataFolder(temporary.Path);
        var hash = Sample.Hash("文");
        await folder.KeepAsync(hash, "文"u8.ToArray(), CancellationToken.None);
        await folder.KeepAsync(hash, "另"u8.ToArray(), CancellationToken.None);

        Assert.Equal([Path.Combine(folder.Documents, hash)], Directory.GetFiles(folder.Documents));
        Assert.Equal("文", await File.ReadAllTextAsync(Path.Combine(folder.Documents, hash)));
    }

    [Fact]
    public async Task A_part_that_a_crash_left_behind_is_no_document_and_goes_after_a_while()
    {
        var folder = new DataFolder(temporary.Path);
        var hash = Sample.Hash("文");
        var left = Path.Combine(folder.Documents, hash + ".1.part");
        await File.WriteAllTextAsync(left, "half of something longer");

        await folder.KeepAsync(hash, "文"u8.ToArray(), CancellationToken.None);
        folder.RemoveParts(DateTime.UtcNow - TimeSpan.FromHours(1));
        Assert.True(File.Exists(left));
        folder.RemoveParts(DateTime.UtcNow + TimeSpan.FromHours(1));

        Assert.Equal([Path.Combine(folder.Documents, hash)], Directory.GetFiles(folder.Documents));
        Assert.Equal("文", await File.ReadAllTextAsync(Path.Combine(folder.Documents, hash)));
    }

    [Fact]
    public async Task Bytes_that_come_as_a_stream_are_named_by_their_content()
    {
        var folder = new DataFolder(temporary.Path);
        using var stream = new MemoryStream("文"u8.ToArray());

        var (hash, length) = await folder.KeepAsync(stream, 3, CancellationToken.None);
        folder.Sync();

        Assert.Equal((Sample.Hash("文"), 3L), (hash, length));
        Assert.Equal("文", await File.ReadAllTextAsync(folder.DocumentFile(hash)));
    }

    [Fact]
    public async Task More_bytes_than_are_taken_in_leave_nothing_behind()
    {
        var folder = new DataFolder(temporary.Path);
        using var stream = new MemoryStream("文字"u8.ToArray());

        await Assert.ThrowsAsync<DocumentTooLargeException>(() => folder.KeepAsync(stream, 5, CancellationToken.None));

        Assert.Empty(Directory.GetFiles(folder.Documents));
    }
}

// DuckDB keeps other processes off a file by a POSIX lock, which the system drops when the process closes any descriptor of the file:
// a copy, hash or backup with file APIs inside the writer's process opens the file to a second writer. So copies are made by a child.
using Dapper;

namespace DuckDB.NET.Bindings.Tests;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string file;

    public FileLockTests() => file = folder.File("writer.duckdb");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_process_cannot_open_the_writers_file()
    {
        using var writer = Database.Open(file);

        Assert.StartsWith("refused: ", await SecondProcess.OpenForWritingAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_can_open_the_file_once_the_writer_closed_it()
    {
        using (var writer = Database.Open(file))
            writer.Execute("create table t(a int)");

        Assert.Equal("opened", await SecondProcess.OpenForWritingAsync(file));
    }

    [Fact]
    public async Task Copying_by_a_child_process_keeps_the_lock_and_gives_a_whole_copy()
    {
        var copy = folder.File("copy.duckdb");
        using var writer = Database.Open(file);
        writer.Execute("create table t as select range as i from range(100000); checkpoint");
        await SecondProcess.CopyAsync(file, copy);

        Assert.StartsWith("refused: ", await SecondProcess.OpenForWritingAsync(file), StringComparison.Ordinal);
        using var reader = Database.Open(copy, "access_mode=read_only");
        Assert.Equal(100_000L, reader.ExecuteScalar("select count(*) from t"));
    }

    // The trap itself. When this fails, DuckDB or the system has closed it and copies may be made in process.
    [Fact]
    public async Task Reading_the_file_inside_the_writers_process_drops_its_lock()
    {
        using var writer = Database.Open(file);
        writer.Execute("create table t(a int); checkpoint");
        await File.ReadAllBytesAsync(file);

        Assert.Equal("opened", await SecondProcess.OpenForWritingAsync(file));
    }
}

// One file, several connections: what the warehouse's publishing of read-only files relies on.
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class FileAccessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string file;

    public FileAccessTests()
    {
        file = folder.File("数据.duckdb");
        using var writer = Database.Open(file);
        writer.Execute("create table t(name varchar); insert into t values ('北京')");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_one_connection_wrote_the_next_one_reads()
    {
        using var first = Database.Open(file);
        using var second = Database.Open(file);
        first.Execute("insert into t values ('上海')");

        Assert.Equal(["北京", "上海"], second.Query<string>("select name from t order by rowid"), StringComparer.Ordinal);
    }

    [Fact]
    public void Closing_one_of_two_connections_leaves_the_other_open()
    {
        using var first = Database.Open(file);
        using (var second = Database.Open(file))
            second.Execute("insert into t values ('上海')");

        Assert.Equal(2L, first.ExecuteScalar("select count(*) from t"));
    }

    [Fact]
    public void Read_only_connections_read_side_by_side_and_cannot_write()
    {
        using var first = Database.Open(file, "access_mode=read_only");
        using var second = Database.Open(file, "access_mode=read_only");

        Assert.Equal("北京", first.ExecuteScalar<string>("select name from t"));
        Assert.Equal("北京", second.ExecuteScalar<string>("select name from t"));
        foreach (var sql in new[] { "insert into t values ('x')", "delete from t", "drop table t", "create table u(a int)" })
            Assert.Equal(DuckDBErrorType.InvalidInput, Assert.Throws<DuckDBException>(() => first.Execute(sql)).ErrorType);
    }

    [Fact]
    public void Read_only_does_not_make_a_file()
    {
        using var connection = new DuckDBConnection($"Data Source={folder.File("none.duckdb")};access_mode=read_only");

        Assert.Contains("IO Error: ", Assert.Throws<DuckDBException>(connection.Open).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("none.duckdb")));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(folder.File("text.duckdb"), new string('x', 20_000));
        using var connection = new DuckDBConnection($"Data Source={folder.File("text.duckdb")}");

        Assert.Contains("IO Error: ", Assert.Throws<DuckDBException>(connection.Open).Message, StringComparison.Ordinal);
    }
}

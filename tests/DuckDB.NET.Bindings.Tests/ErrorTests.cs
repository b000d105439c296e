// Whatever DuckDB refuses arrives as a DuckDBException that says which kind of error it was, and leaves the connection usable.
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly DuckDBConnection db = Database.InMemory();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData("select name::int from t", DuckDBErrorType.Conversion)]
    [InlineData("select 9223372036854775807 + id from t", DuckDBErrorType.OutOfRange)]
    [InlineData("insert into t values (1, 'again')", DuckDBErrorType.Constraint)]
    [InlineData("insert into t values (2, null)", DuckDBErrorType.Constraint)]
    [InlineData("create table t(a int)", DuckDBErrorType.Catalog)]
    [InlineData("select error('说明')", DuckDBErrorType.InvalidInput)]
    [InlineData("copy t to '/nonexistent/file.csv'", DuckDBErrorType.IO)]
    public void An_error_while_running_says_its_kind_and_the_connection_goes_on(string sql, DuckDBErrorType kind)
    {
        Assert.Equal(kind, Refused(sql).ErrorType);
    }

    // DuckDB's C interface keeps only the text of these: ErrorType is no help, the first words are.
    [Theory]
    [InlineData("selec 1", "Parser Error: ")]
    [InlineData("select * from nosuch", "Catalog Error: ")]
    [InlineData("select nosuch from t", "Binder Error: ")]
    [InlineData("select * from read_csv('/nonexistent/file.csv')", "IO Error: ")]
    public void An_error_while_preparing_says_its_kind_in_the_message_only(string sql, string kind)
    {
        var error = Refused(sql);

        Assert.StartsWith(kind, error.Message, StringComparison.Ordinal);
        Assert.Equal(DuckDBErrorType.Invalid, error.ErrorType);
    }

    [Fact]
    public void The_message_comes_whole_and_in_its_script()
    {
        var error = Assert.Throws<DuckDBException>(() => db.ExecuteScalar("select $text::int", new { text = "一百二十" }));

        Assert.Contains("一百二十", error.Message, StringComparison.Ordinal);
    }

    // By SET after opening: in the connection string DuckDB takes both settings, reports them, and spills to .tmp all the same.
    [Theory]
    [InlineData("set max_temp_directory_size = '0B'")]
    [InlineData("set temp_directory = ''")]
    public void Too_little_memory_without_spilling_is_an_error_not_a_crash(string noSpilling)
    {
        using var small = Database.Open(":memory:", "memory_limit=50MB;threads=1");
        small.Execute(noSpilling);

        var error = Assert.Throws<DuckDBException>(() => small.Execute("create table big as select range, md5(range::varchar) from range(20000000)"));

        Assert.Equal(DuckDBErrorType.OutOfMemory, error.ErrorType);
        Assert.Equal(1, small.ExecuteScalar<int>("select 1"));
    }

    [Fact]
    public void A_parameter_without_value_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => db.ExecuteScalar("select $missing"));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_an_IO_error_in_the_message_only()
    {
        using var connection = new DuckDBConnection("Data Source=/nonexistent/x.duckdb");

        var error = Assert.Throws<DuckDBException>(connection.Open);

        Assert.Contains("IO Error: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(DuckDBErrorType.Invalid, error.ErrorType);
    }

    [Fact]
    public void Settings_in_the_connection_string_take_effect_and_unknown_ones_are_refused()
    {
        using var set = Database.Open(":memory:", "threads=1;default_order=DESC");
        Assert.Equal(1, set.ExecuteScalar<int>("select current_setting('threads')::int"));
        Assert.Equal([3, 2, 1], set.Query<int>("select v from (values (2), (3), (1)) t(v) order by v"));

        using var unknown = new DuckDBConnection("Data Source=:memory:;nonsense=1");
        Assert.Throws<InvalidOperationException>(unknown.Open);
    }

    private DuckDBException Refused(string sql)
    {
        db.Execute("create table t(id int primary key, name varchar not null); insert into t values (1, '北京')");
        var error = Assert.Throws<DuckDBException>(() => db.Query(sql).AsList());
        Assert.Equal("北京", db.ExecuteScalar<string>("select name from t"));
        return error;
    }
}

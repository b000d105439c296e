// A streamed result is made while it is read; without streaming the whole result is made first, in memory that no memory_limit counts.
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class StreamingTests : IDisposable
{
    private const int Rows = 2_000_000;

    private readonly DuckDBConnection db = Database.InMemory();
    private long made;

    public StreamingTests() => db.RegisterScalarFunction<long, long>("counted", value =>
    {
        Interlocked.Increment(ref made);
        return value;
    });

    public void Dispose() => db.Dispose();

    [Fact]
    public void A_streamed_result_is_made_as_it_is_read()
    {
        using var command = Query($"select counted(range) from range({Rows})", streaming: true);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.InRange(Interlocked.Read(ref made), 1, Rows / 2);

        var (count, sum) = (1L, reader.GetInt64(0));
        while (reader.Read())
            (count, sum) = (count + 1, sum + reader.GetInt64(0));
        Assert.Equal((Rows, Rows * (Rows - 1L) / 2), (count, sum));
    }

    [Fact]
    public void A_result_that_is_not_streamed_is_made_before_its_first_row()
    {
        using var command = Query($"select counted(range) from range({Rows})", streaming: false);
        using var reader = command.ExecuteReader();

        Assert.Equal(Rows, Interlocked.Read(ref made));
    }

    [Fact]
    public void A_stream_may_be_left_unread()
    {
        using (var command = Query("select range from range(1000000000000)", streaming: true))
        using (var reader = command.ExecuteReader())
            Assert.True(reader.Read());

        Assert.Equal(1, db.ExecuteScalar<int>("select 1"));
    }

    [Fact]
    public void An_error_in_the_middle_of_a_stream_surfaces_at_the_read_that_meets_it()
    {
        using var command = Query("select case when range < 1500000 then range else error('half way') end from range(2000000)", streaming: true);
        using var reader = command.ExecuteReader();
        var read = 0;

        var error = Assert.Throws<DuckDBException>(() =>
        {
            while (reader.Read())
                read++;
        });

        Assert.NotEqual(0, read);
        Assert.Equal(DuckDBErrorType.InvalidInput, error.ErrorType);
        Assert.Contains("half way", error.Message, StringComparison.Ordinal);
    }

    private DuckDBCommand Query(string sql, bool streaming)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = streaming;
        return command;
    }
}

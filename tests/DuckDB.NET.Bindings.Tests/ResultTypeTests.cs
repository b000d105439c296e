// Types that only the engine makes: what SQL can return and no parameter carries, each through the vectors the bindings describe.
using System.Numerics;
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class ResultTypeTests : IDisposable
{
    private readonly DuckDBConnection db = Database.InMemory();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Decimals_of_every_storage_width_are_read()
    {
        Assert.Equal(-99.9m, Read<decimal>("-99.9::decimal(4,1)"));
        Assert.Equal(1234567.89m, Read<decimal>("1234567.89::decimal(9,2)"));
        Assert.Equal(-123456789012.345678m, Read<decimal>("-123456789012.345678::decimal(18,6)"));
        Assert.Equal(79228162514264337593543.123456m, Read<decimal>("79228162514264337593543.123456::decimal(38,6)"));
    }

    [Fact]
    public void Sums_of_integers_are_hugeint()
    {
        Assert.Equal(2 * (BigInteger)long.MaxValue, Read<BigInteger>("(select sum(v) from (values (9223372036854775807), (9223372036854775807)) t(v))"));
    }

    [Fact]
    public void Enums_are_read_by_their_text()
    {
        Assert.Equal("地级市", Read<string>("'地级市'::enum('省', '地级市')"));
    }

    [Fact]
    public void Structs_maps_and_nested_lists_are_read()
    {
        var row = Assert.IsType<Dictionary<string, object>>(Read<object>("{'code': 11, 'name': '北京'}"));
        Assert.Equal(11, row["code"]);
        Assert.Equal("北京", row["name"]);

        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 2 }, Read<Dictionary<string, int>>("map {'a': 1, 'b': 2}"));
        Assert.Equal([[1], [], [2, 3]], Read<List<List<int>>>("[[1], [], [2, 3]]"));
        Assert.Equal([1, 2, 3], Read<List<int>>("array_value(1, 2, 3)"));
    }

    [Fact]
    public void A_list_holding_null_is_refused_as_a_list_of_plain_numbers()
    {
        Assert.ThrowsAny<Exception>(() => Read<List<int>>("[1, null]"));
    }

    [Fact]
    public void Timestamps_of_every_precision_are_read()
    {
        var second = new DateTime(2024, 2, 29, 1, 2, 3);

        Assert.Equal(second, Read<DateTime>("timestamp_s '2024-02-29 01:02:03'"));
        Assert.Equal(second.AddMilliseconds(123), Read<DateTime>("timestamp_ms '2024-02-29 01:02:03.123'"));
        Assert.Equal(second.AddTicks(1234567), Read<DateTime>("timestamp_ns '2024-02-29 01:02:03.123456789'"));
    }

    [Fact]
    public void A_time_with_zone_keeps_its_offset()
    {
        var east = Read<DateTimeOffset>("timetz '12:00:00.000001+08'");
        var west = Read<DateTimeOffset>("timetz '01:30:00-03:30'");

        Assert.Equal((new TimeSpan(0, 12, 0, 0, 0, 1), TimeSpan.FromHours(8)), (east.TimeOfDay, east.Offset));
        Assert.Equal((new TimeSpan(1, 30, 0), -new TimeSpan(3, 30, 0)), (west.TimeOfDay, west.Offset));
        Assert.Equal(new DuckDBTimeTz(new DuckDBTimeOnly(12, 0, 0), 29143), Read<DuckDBTimeTz>("timetz '12:00:00+08:05:43'"));
    }

    [Fact]
    public void Dates_beyond_the_calendar_of_DateOnly_are_read_as_parts()
    {
        Assert.Equal(new DuckDBDateOnly(-43, 3, 15), Read<DuckDBDateOnly>("date '0044-03-15 (BC)'"));
        Assert.True(Read<DuckDBDateOnly>("date 'infinity'").IsPositiveInfinity);
        Assert.True(Read<DuckDBDateOnly>("date '-infinity'").IsNegativeInfinity);
        Assert.True(Read<DuckDBTimestamp>("timestamp '-infinity'").IsNegativeInfinity);
    }

    [Fact]
    public void Names_and_types_of_columns_are_known_before_the_first_row()
    {
        using var command = db.CreateCommand();
        command.CommandText = "select 1 as 年份, 1.5::decimal(18,6) as \"value\", ['a'] as tags where false";
        using var reader = command.ExecuteReader();

        Assert.Equal(["年份", "value", "tags"], Enumerable.Range(0, reader.FieldCount).Select(reader.GetName), StringComparer.Ordinal);
        Assert.Equal([typeof(int), typeof(decimal), typeof(List<string>)], Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Several_statements_give_several_results()
    {
        using var results = db.QueryMultiple("create temp table z(a int); insert into z values (1), (2); select sum(a)::int from z; select 'end'");

        Assert.Equal(3, results.ReadSingle<int>());
        Assert.Equal("end", results.ReadSingle<string>());
    }

    private T Read<T>(string expression)
    {
        using var command = db.CreateCommand();
        command.CommandText = $"select {expression}";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }
}

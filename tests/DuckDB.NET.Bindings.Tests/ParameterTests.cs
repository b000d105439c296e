// Values on their way in and back: every parameter type the provider binds, at the limits where a wrong width or sign would show.
using System.Numerics;
using Dapper;
using DuckDB.NET.Data;

namespace DuckDB.NET.Bindings.Tests;

public sealed class ParameterTests : IDisposable
{
    private readonly DuckDBConnection db = Database.InMemory();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Integers_of_every_width_come_back_at_their_limits()
    {
        ComesBack("TINYINT", sbyte.MinValue, sbyte.MaxValue);
        ComesBack("SMALLINT", short.MinValue, short.MaxValue);
        ComesBack("INTEGER", int.MinValue, int.MaxValue);
        ComesBack("BIGINT", long.MinValue, long.MaxValue);
        ComesBack("UTINYINT", byte.MinValue, byte.MaxValue);
        ComesBack("USMALLINT", ushort.MinValue, ushort.MaxValue);
        ComesBack("UINTEGER", uint.MinValue, uint.MaxValue);
        ComesBack("UBIGINT", ulong.MinValue, ulong.MaxValue);
    }

    [Fact]
    public void Big_integers_take_the_narrowest_128_bit_type_and_come_back()
    {
        ComesBack("HUGEINT", (BigInteger)Int128.MinValue, BigInteger.MinusOne, BigInteger.Zero, (BigInteger)Int128.MaxValue);
        ComesBack("UHUGEINT", (BigInteger)Int128.MaxValue + 1, (BigInteger)UInt128.MaxValue);
        ComesBack("BIGNUM", (BigInteger)UInt128.MaxValue + 1, -BigInteger.Pow(10, 60));
    }

    [Fact]
    public void Floating_point_numbers_come_back_bit_for_bit()
    {
        ComesBack("FLOAT", float.Epsilon, float.MaxValue, float.NegativeInfinity, float.NaN);
        ComesBack("DOUBLE", double.Epsilon, Math.PI, double.PositiveInfinity, double.NaN);
    }

    [Fact]
    public void Decimals_come_back_with_all_their_digits()
    {
        ComesBack("DECIMAL(29,0)", decimal.MinValue, decimal.MaxValue);
        ComesBack("DECIMAL(29,28)", -0.0000000000000000000000000001m, 7.9228162514264337593543950335m);
        ComesBack("DECIMAL(17,4)", 1234567890123.4567m);
        ComesBack("DECIMAL(4,2)", -12.50m);
    }

    [Fact]
    public void Booleans_and_uuids_come_back()
    {
        ComesBack("BOOLEAN", true, false);
        ComesBack("UUID", Guid.Empty, Guid.AllBitsSet, Guid.Parse("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), Guid.Parse("ff1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
    }

    [Fact]
    public void Dates_and_times_come_back_to_the_microsecond()
    {
        ComesBack("DATE", DateOnly.MinValue, new DateOnly(1600, 1, 1), new DateOnly(2024, 2, 29), DateOnly.MaxValue);
        ComesBack("TIME", TimeOnly.MinValue, new TimeOnly(23, 59, 59, 999, 999));
        ComesBack("TIMESTAMP", DateTime.MinValue, DateTime.UnixEpoch.AddMicroseconds(-1), new DateTime(2024, 2, 29, 13, 14, 15, 123, 456));
        ComesBack("INTERVAL", TimeSpan.FromMinutes(-90), TimeSpan.FromDays(-400) - TimeSpan.FromMicroseconds(1), TimeSpan.FromDays(10_000));
        Assert.Equal("2 days 01:00:00", db.ExecuteScalar<string>("select span::varchar from (select $span as span)", new { span = TimeSpan.FromHours(49) }));
    }

    [Fact]
    public void A_time_with_an_offset_comes_back_as_the_same_moment()
    {
        var moment = new DateTimeOffset(2024, 1, 1, 0, 30, 0, TimeSpan.FromHours(8));

        ComesBack("TIMESTAMP WITH TIME ZONE", moment, DateTimeOffset.UnixEpoch);
        Assert.Equal(1704040200L, db.ExecuteScalar<long>("select epoch($moment)::bigint", new { moment }));
    }

    [Fact]
    public void Text_comes_back_whatever_its_script_and_length()
    {
        // 12 bytes is the longest text DuckDB keeps inline.
        ComesBack("VARCHAR", "", "it's", "国家统计局 — 人口", "a\0b", "👩‍🔬𠮷", "twelve bytes", "thirteen byte", new string('长', 3000));
    }

    [Fact]
    public void Bytes_come_back_even_none()
    {
        Assert.Equal("0001FF", db.ExecuteScalar<string>("select hex($bytes)", new { bytes = new byte[] { 0, 1, 255 } }));
        Assert.Equal(0, db.ExecuteScalar<int>("select octet_length($bytes)", new { bytes = Array.Empty<byte>() }));

        using var command = Command("select $v", new byte[] { 0, 1, 255 });
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        using var bytes = new MemoryStream();
        reader.GetStream(0).CopyTo(bytes);
        Assert.Equal([0, 1, 255], bytes.ToArray());
    }

    [Fact]
    public void Null_is_null_whatever_the_type()
    {
        Assert.True(db.ExecuteScalar<bool>("select $s is null and $n is null and $d is null", new { s = (string?)null, n = (int?)null, d = (decimal?)null }));
    }

    [Fact]
    public void Lists_come_back_with_their_nulls()
    {
        ListComesBack<int?>("INTEGER[]", [1, null, int.MaxValue]);
        ListComesBack<string?>("VARCHAR[]", ["统计", null, "a text of more than twelve bytes"]);
        ListComesBack<DateOnly>("DATE[]", [new DateOnly(2024, 2, 29), DateOnly.MaxValue]);
        ListComesBack<int?>("INTEGER[]", [null]);
    }

    [Fact]
    public void A_list_parameter_selects_rows()
    {
        using var command = Command("select count(*) from range(100) where list_contains($v, range)", new List<long> { 3, 5, 500 });

        Assert.Equal(2L, command.ExecuteScalar());
    }

    [Fact]
    public void Positional_parameters_are_taken_in_order()
    {
        using var command = db.CreateCommand();
        command.CommandText = "select ? || '-' || ?";
        command.Parameters.Add(new DuckDBParameter("first"));
        command.Parameters.Add(new DuckDBParameter("second"));

        Assert.Equal("first-second", command.ExecuteScalar());
    }

    [Fact]
    public void Dapper_binds_each_named_parameter_to_its_own_value_and_maps_rows()
    {
        db.Execute("create table t(id int primary key, name varchar, amount decimal(18,4), since date)");
        var rows = Enumerable.Range(0, 100).Select(i => new Row(i, i % 7 == 0 ? null : $"行{i}", i / 8m, new DateOnly(2000, 1, 1).AddDays(i))).ToList();

        Assert.Equal(100, db.Execute("insert into t values ($Id, $Name, $Amount, $Since)", rows));
        Assert.Equal(rows, db.Query<Row>("select * from t order by id"));
    }

    private DuckDBCommand Command(string sql, object? value)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new DuckDBParameter("v", value));
        return command;
    }

    private void ComesBack<T>(string type, params T[] values)
    {
        foreach (var value in values)
        {
            using var command = Command("select $v, typeof($v)", value);
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
            Assert.Equal(type, reader.GetString(1));
            Assert.Equal(value, reader.GetFieldValue<T>(0));
        }
    }

    private void ListComesBack<T>(string type, List<T> list)
    {
        using var command = Command("select $v, typeof($v)", list);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(type, reader.GetString(1));
        Assert.Equal(list, reader.GetFieldValue<List<T>>(0));
    }

    private sealed record Row(int Id, string? Name, decimal Amount, DateOnly Since);
}

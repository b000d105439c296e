// Functions written in C#: the calls by which DuckDB comes back into managed code, errors included.
using System.Numerics;
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class FunctionTests : IDisposable
{
    private readonly DuckDBConnection db = Database.InMemory();

    public void Dispose() => db.Dispose();

    [Fact]
    public void A_scalar_function_is_called_for_each_row()
    {
        db.RegisterScalarFunction<string, int>("runes", text => text.EnumerateRunes().Count());

        Assert.Equal([2, 0, 3], db.Query<int>("select runes(t) from (values (1, '𠮷野'), (2, ''), (3, 'abc')) v(i, t) order by i"));
    }

    [Fact]
    public void An_exception_in_a_function_is_the_error_of_the_statement()
    {
        db.RegisterScalarFunction<int, int>("half", n => n % 2 == 0 ? n / 2 : throw new InvalidOperationException($"{n} is odd"));

        var error = Assert.Throws<DuckDBException>(() => db.ExecuteScalar("select half(7)"));

        Assert.Contains("7 is odd", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, db.ExecuteScalar<int>("select half(8)"));
    }

    [Fact]
    public void A_table_function_yields_rows_made_from_its_parameters()
    {
        db.RegisterTableFunction(
            "countdown",
            parameters => new TableFunction(
                [new ColumnInfo("n", typeof(int)), new ColumnInfo("label", typeof(string))],
                Enumerable.Range(0, parameters[0].GetValue<int>()).Select(n => (n, label: parameters[1].GetValue<string>() + n)).ToList()),
            (item, writers, row) =>
            {
                var (n, label) = ((int, string))item!;
                writers[0].WriteValue(n, row);
                writers[1].WriteValue(label, row);
            },
            DuckDBType.Integer, DuckDBType.Varchar);

        Assert.Equal((12_497_500L, "第4999"), db.QuerySingle<(long, string)>("select sum(n)::bigint, max_by(label, n) from countdown(5000, '第')"));
    }

    [Fact]
    public void Parameters_of_a_table_function_are_read_by_their_type()
    {
        object?[] read = [];
        db.RegisterTableFunction(
            "takes",
            p =>
            {
                read =
                [
                    p[0].GetValue<bool>(), p[1].GetValue<sbyte>(), p[2].GetValue<short>(), p[3].GetValue<long>(), p[4].GetValue<byte>(),
                    p[5].GetValue<ushort>(), p[6].GetValue<uint>(), p[7].GetValue<ulong>(), p[8].GetValue<float>(), p[9].GetValue<double>(),
                    p[10].GetValue<BigInteger>(), p[11].GetValue<BigInteger>(), p[12].GetValue<DateOnly>(), p[13].GetValue<TimeOnly>(),
                    p[14].GetValue<DateTime>(), p[15].GetValue<TimeSpan>(), p[16].GetValue<Guid>(), p[17].GetValue<string?>(), p[18].GetValue<long?>(),
                ];
                return new TableFunction([new ColumnInfo("n", typeof(int))], new[] { 1 });
            },
            (item, writers, row) => writers[0].WriteValue((int)item!, row),
            DuckDBType.Boolean, DuckDBType.TinyInt, DuckDBType.SmallInt, DuckDBType.BigInt, DuckDBType.UnsignedTinyInt,
            DuckDBType.UnsignedSmallInt, DuckDBType.UnsignedInteger, DuckDBType.UnsignedBigInt, DuckDBType.Float, DuckDBType.Double,
            DuckDBType.HugeInt, DuckDBType.UnsignedHugeInt, DuckDBType.Date, DuckDBType.Time,
            DuckDBType.Timestamp, DuckDBType.Interval, DuckDBType.Uuid, DuckDBType.Varchar, DuckDBType.BigInt);

        db.Execute("""
            select * from takes(true, (-5)::tinyint, (-300)::smallint, -9223372036854775808, 200::utinyint,
                60000::usmallint, 4000000000::uinteger, 18446744073709551615::ubigint, 1.5::float, 3.5::double,
                -170141183460469231731687303715884105728, 340282366920938463463374607431768211455, date '2024-02-29', time '12:34:56.789012',
                timestamp '2024-02-29 01:02:03.456789', interval '-90 minutes', uuid '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', null::varchar, null::bigint)
            """);

        Assert.Equal(
            [
                true, (sbyte)-5, (short)-300, long.MinValue, (byte)200,
                (ushort)60000, 4000000000u, ulong.MaxValue, 1.5f, 3.5,
                (BigInteger)Int128.MinValue, (BigInteger)UInt128.MaxValue, new DateOnly(2024, 2, 29), new TimeOnly(12, 34, 56, 789, 12),
                new DateTime(2024, 2, 29, 1, 2, 3, 456, 789), TimeSpan.FromMinutes(-90), Guid.Parse("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), null, null,
            ],
            read);
    }

    [Fact]
    public void A_null_parameter_of_a_table_function_is_refused_as_a_plain_number()
    {
        db.RegisterTableFunction(
            "numbers",
            parameters => new TableFunction([new ColumnInfo("n", typeof(int))], Enumerable.Range(0, parameters[0].GetValue<int>())),
            (item, writers, row) => writers[0].WriteValue((int)item!, row),
            DuckDBType.Integer);

        Assert.Throws<DuckDBException>(() => db.Query("select * from numbers(null)"));
        Assert.Equal(3L, db.ExecuteScalar("select count(*) from numbers(3)"));
    }
}

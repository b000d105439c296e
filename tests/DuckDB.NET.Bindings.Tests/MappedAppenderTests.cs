// Bulk writing. The warehouse uses the mapped appender only, because it alone checks a column's type before it writes.
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Data.Mapping;
using DuckDB.NET.Native;
using FsCheck;
using FsCheck.Fluent;

namespace DuckDB.NET.Bindings.Tests;

public sealed class MappedAppenderTests : IDisposable
{
    private readonly DuckDBConnection db = Database.InMemory();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Rows_read_back_equal_whatever_their_values()
    {
        Prop.ForAll(Rows.ToArbitrary(), rows =>
        {
            db.Execute("create or replace table t(text varchar, amount decimal(18,6), n integer)");
            Append<Row, RowMap>(rows);
            return db.Query<Row>("select * from t order by rowid").SequenceEqual(rows);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Values_of_every_kind_arrive_in_their_columns()
    {
        db.Execute("""
            create table t(flag boolean, small smallint, big bigint, real double, text varchar, amount decimal(38,6),
                day date, moment timestamp, id uuid, bytes blob, missing integer, standard varchar default '默认')
            """);
        var row = new Wide(true, -7, long.MinValue, Math.E, "行", decimal.MaxValue, new DateOnly(2024, 2, 29),
            new DateTime(2024, 2, 29, 1, 2, 3, 4, 5), Guid.Parse("ff1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), [0, 255]);
        Append<Wide, WideMap>([row]);

        Assert.Equal(
            (row.Flag, row.Small, row.Big, row.Real, row.Text, row.Amount),
            db.QuerySingle<(bool, short, long, double, string, decimal)>("select flag, small, big, real, text, amount from t"));
        Assert.Equal(
            (row.Day, row.Moment, row.Id, "00FF", null, "默认"),
            db.QuerySingle<(DateOnly, DateTime, Guid, string, int?, string)>("select day, moment, id, hex(bytes), missing, standard from t"));
    }

    [Fact]
    public void More_rows_than_one_chunk_arrive_in_order()
    {
        db.Execute("create table t(text varchar, amount decimal(18,6), n integer)");
        var rows = Enumerable.Range(0, 5000).Select(i => new Row(i % 3 == 0 ? null : $"行{i}", i % 5 == 0 ? null : i / 8m, i)).ToList();
        Append<Row, RowMap>(rows);

        Assert.Equal(rows, db.Query<Row>("select * from t order by rowid"));
    }

    [Theory]
    [InlineData("n bigint")]
    [InlineData("n smallint")]
    [InlineData("n uinteger")]
    [InlineData("n decimal(18,6)")]
    [InlineData("n varchar")]
    [InlineData("n date")]
    [InlineData("n integer, m integer")]
    public void A_column_of_another_type_or_width_is_refused_before_anything_is_stored(string columns)
    {
        db.Execute($"create table t({columns})");

        Assert.Throws<InvalidOperationException>(() => Append<int, NumberMap>([1, 2]));
        Assert.Equal(0L, db.ExecuteScalar("select count(*) from t"));
    }

    [Theory]
    [InlineData("decimal(4,2)")]
    [InlineData("decimal(9,2)")]
    [InlineData("decimal(18,6)")]
    [InlineData("decimal(38,20)")]
    public void A_decimal_with_too_many_digits_is_refused(string type)
    {
        db.Execute($"create table t(v {type})");

        Assert.Throws<OverflowException>(() => Append<decimal, DecimalMap>([7_922_816_251_426_433_759m]));
        Assert.Throws<OverflowException>(() => Append<decimal, DecimalMap>([-7_922_816_251_426_433_759m]));
        Assert.Equal(0L, db.ExecuteScalar("select count(*) from t"));
    }

    [Fact]
    public void Digits_beyond_the_scale_are_cut_off_so_callers_round_first()
    {
        db.Execute("create table t(v decimal(18,6))");
        Append<decimal, DecimalMap>([1.9999999m, -1.9999999m]);

        Assert.Equal([1.999999m, -1.999999m], db.Query<decimal>("select v from t order by rowid"));
        Assert.Equal(2m, db.ExecuteScalar<decimal>("select 1.9999999::decimal(18,6)"));
    }

    [Theory]
    [InlineData("v decimal(18,6) primary key")]
    [InlineData("v decimal(18,6) check (v < 2)")]
    public void A_broken_constraint_is_an_error_at_close_and_stores_nothing(string column)
    {
        db.Execute($"create table t({column})");

        var error = Assert.Throws<DuckDBException>(() => Append<decimal, DecimalMap>([1m, 2m, 2m]));

        Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
        Assert.Equal(0L, db.ExecuteScalar("select count(*) from t"));
    }

    [Fact]
    public void Null_in_a_column_that_must_have_a_value_is_an_error_at_close()
    {
        db.Execute("create table t(text varchar, amount decimal(18,6), n integer not null)");

        var error = Assert.Throws<DuckDBException>(() => Append<Row, RowMap>([new Row("x", 1m, null)]));

        Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
    }

    [Fact]
    public void Rows_written_before_a_failure_are_flushed_by_dispose_and_gone_only_after_rollback()
    {
        db.Execute("create table t(v decimal(18,6))");
        using (var transaction = db.BeginTransaction())
        {
            Assert.Throws<OverflowException>(() => Append<decimal, DecimalMap>([1m, decimal.MaxValue]));
            Assert.Equal(1L, db.ExecuteScalar("select count(*) from t"));
            transaction.Rollback();
        }

        Assert.Equal(0L, db.ExecuteScalar("select count(*) from t"));
    }

    private static Gen<List<Row>> Rows
    {
        get
        {
            // Scalar values only: a lone surrogate has no UTF-8 form.
            var rune = Gen.OneOf(
                Gen.Choose(1, 0x7F), Gen.Choose(0x80, 0x7FF), Gen.Choose(0x4E00, 0x9FFF), Gen.Choose(0xE000, 0xFFFF), Gen.Choose(0x10000, 0x10FFFF));
            var anyText = rune.ArrayOf().Select(runes => string.Concat(runes.Select(r => new Rune(r).ToString())));
            var millionths = Gen.OneOf(Generators.Between(-999_999_999_999_999_999, 999_999_999_999_999_999), Generators.Between(-2_000_000L, 2_000_000L));
            var integer = Gen.OneOf(Generators.Between(int.MinValue, int.MaxValue), Gen.Elements(0, int.MinValue, int.MaxValue));
            var row =
                from text in anyText.OrNull()
                from amount in millionths.Select(m => m / 1_000_000m).OrMissing()
                from n in integer.OrMissing()
                select new Row(text, amount, n);
            return row.ListOf().Select(rows => rows.ToList());
        }
    }

    private void Append<T, TMap>(IEnumerable<T> rows) where TMap : DuckDBAppenderMap<T>, new()
    {
        using var appender = db.CreateAppender<T, TMap>("t");
        appender.AppendRecords(rows);
        appender.Close();
    }

    private sealed record Row(string? Text, decimal? Amount, int? N);

    private sealed class RowMap : DuckDBAppenderMap<Row>
    {
        public RowMap()
        {
            Map(r => r.Text);
            Map(r => r.Amount);
            Map(r => r.N);
        }
    }

    private sealed record Wide(bool Flag, short Small, long Big, double Real, string Text, decimal Amount, DateOnly Day, DateTime Moment, Guid Id, byte[] Bytes);

    private sealed class WideMap : DuckDBAppenderMap<Wide>
    {
        public WideMap()
        {
            Map(r => r.Flag);
            Map(r => r.Small);
            Map(r => r.Big);
            Map(r => r.Real);
            Map(r => r.Text);
            Map(r => r.Amount);
            Map(r => r.Day);
            Map(r => r.Moment);
            Map(r => r.Id);
            Map(r => r.Bytes);
            NullValue();
            DefaultValue();
        }
    }

    private sealed class NumberMap : DuckDBAppenderMap<int>
    {
        public NumberMap() => Map(n => n);
    }

    private sealed class DecimalMap : DuckDBAppenderMap<decimal>
    {
        public DecimalMap() => Map(n => n);
    }
}

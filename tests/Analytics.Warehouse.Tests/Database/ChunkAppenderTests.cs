// Rows appended by chunks come back as they were, over the edge of a chunk too; a table of other types takes none.
using Dapper;
using DuckDB.NET.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Warehouse.Tests.Database;

public sealed class ChunkAppenderTests
{
    private const string Table = "create or replace table main.rows (id integer, amount decimal(18, 6), kind enum ('own', 'level'), form smallint, marks utinyint[], whole bigint[])";

    private static readonly IReadOnlyList<StagedColumn<Row>> Columns =
    [
        StagedColumn<Row>.Of(row => row.Id), StagedColumn<Row>.OfNullable(row => row.Amount), StagedColumn<Row>.Of(row => row.Kind),
        StagedColumn<Row>.OfNullable(row => row.Form), StagedColumn<Row>.Of(row => row.Marks), StagedColumn<Row>.Of(row => row.Whole),
    ];

    private static readonly Gen<Row> Rows = Gen.Choose(0, 3).SelectMany(kind => Gen.Choose(0, 5), (kind, length) => (kind, length))
        .SelectMany(drawn => Gen.Choose(int.MinValue, int.MaxValue), (drawn, number) => new Row(
            number, drawn.kind == 0 ? null : number * 1000L, (byte)(drawn.kind & 1), drawn.kind == 3 ? null : (short)number,
            Enumerable.Range(0, drawn.length).Select(i => (byte)(number + i)).ToArray(), Enumerable.Range(0, drawn.kind).Select(i => (long)number * int.MaxValue - i).ToArray()));

    [Fact]
    public void Rows_come_back_as_they_were() => Prop.ForAll(
        Gen.Elements(0, 1, 63, 64, 65, 2047, 2048, 2049, 5000).SelectMany(count => Gen.ArrayOf(Rows, count)).ToArbitrary(), rows =>
        {
            using var duck = Open(Table);
            ChunkAppender.Append(duck, null, "rows", Columns, rows);
            var read = duck.Query<string>("select concat_ws('|', id, coalesce(cast(amount as varchar), '-'), kind, coalesce(form, 0), marks, whole) from rows order by rowid").ToList();
            Assert.Equal(rows.Select(Show), read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Theory]
    [InlineData("id integer", "id bigint")]
    [InlineData("amount decimal(18, 6)", "amount decimal(9, 2)")]
    [InlineData("amount decimal(18, 6)", "amount double")]
    [InlineData("form smallint", "form integer")]
    [InlineData("utinyint[]", "tinyint[]")]
    [InlineData("bigint[]", "bigint")]
    [InlineData(", whole bigint[]", "")]
    public void A_table_of_other_types_takes_nothing(string column, string other)
    {
        using var duck = Open(Table.Replace(column, other, StringComparison.Ordinal));

        Assert.Throws<InvalidOperationException>(() => ChunkAppender.Append(duck, null, "rows", Columns, [new Row(1, 2, 0, 3, [1], [2])]));
        Assert.Equal(0, duck.ExecuteScalar<long>("select count(*) from rows"));
    }

    [Fact]
    public void What_DuckDB_does_not_take_is_an_error_that_names_the_table()
    {
        using var duck = Open("create table other (id integer)");

        Assert.Contains("rows", Assert.Throws<AppendException>(() => ChunkAppender.Append(duck, null, "rows", Columns, [])).Message, StringComparison.Ordinal);
        duck.Execute(Table.Replace("id integer", "id integer check (id < 10)", StringComparison.Ordinal));
        Assert.Throws<AppendException>(() => ChunkAppender.Append(duck, null, "rows", Columns, [new Row(11, 2, 0, 3, [1], [2])]));
    }

    private static DuckDBConnection Open(string table)
    {
        var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        duck.Execute(table);
        return duck;
    }

    private static string Show(Row row) => FormattableString.Invariant(
        $"{row.Id}|{(row.Amount is { } amount ? (amount / 1_000_000m).ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture) : "-")}|{(row.Kind == 0 ? "own" : "level")}|{row.Form ?? 0}|[{string.Join(", ", row.Marks)}]|[{string.Join(", ", row.Whole)}]");

    private sealed record Row(int Id, long? Amount, byte Kind, short? Form, byte[] Marks, long[] Whole);
}

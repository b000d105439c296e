// Readers are given to people and pages: they may look at what is published, and at nothing else.
using Dapper;
using DuckDB.NET.Data;

namespace Analytics.Warehouse.Tests;

public sealed class PublishedWarehouseTests : IClassFixture<PublishedWarehouseTests.Shared>
{
    private readonly TestWarehouse warehouse;

    public PublishedWarehouseTests(Shared shared) => warehouse = shared.Warehouse;

    [Fact]
    public async Task Before_the_first_publication_a_reader_says_what_to_do()
    {
        using var temporary = new TemporaryFolder();
        using var reader = new PublishedWarehouse(new DataFolder(temporary.Path));

        var error = await Assert.ThrowsAsync<NothingPublishedException>(() => reader.RowsAsync("select 1"));

        Assert.Null(reader.Version);
        Assert.Contains("./run load", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("insert into report from report")]
    [InlineData("update report set year = 2000")]
    [InlineData("delete from report")]
    [InlineData("drop table report")]
    [InlineData("create table t (a integer)")]
    [InlineData("attach ':memory:' as other; create table other.t (a integer)")]
    [InlineData("attach 'other.duckdb'")]
    [InlineData("copy report to 'report.csv'")]
    [InlineData("export database 'out'")]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("select * from read_text('/etc/passwd')")]
    [InlineData("select * from '/etc/passwd'")]
    [InlineData("select * from glob('/etc/*')")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set enable_external_access = true")]
    [InlineData("set memory_limit = '100GB'")]
    [InlineData("set global threads = 64")]
    [InlineData("reset memory_limit")]
    [InlineData("pragma memory_limit = '100GB'")]
    [InlineData("set lock_configuration = false")]
    public async Task A_reader_cannot_write_attach_read_files_or_change_settings(string sql)
    {
        await Assert.ThrowsAsync<DuckDBException>(() => warehouse.RowsAsync(sql));

        Assert.Equal("1|2020", await warehouse.ValueAsync("select count(*), min(year) from report"));
    }

    [Fact]
    public async Task Further_readers_of_the_same_version_are_held_to_the_same_settings()
    {
        Assert.Equal("false|true", await warehouse.ValueAsync("select current_setting('enable_external_access')::varchar, current_setting('lock_configuration')::varchar"));
        Assert.Equal("false|true", await warehouse.ValueAsync("select current_setting('enable_external_access')::varchar, current_setting('lock_configuration')::varchar"));
    }

    [Fact]
    public async Task Wrong_SQL_is_answered_with_where_it_is_wrong()
    {
        var error = await Assert.ThrowsAsync<DuckDBException>(() => warehouse.RowsAsync("select nothing from report"));

        Assert.Contains("nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_is_answered_from_memory_until_the_next_version()
    {
        using var own = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        var first = await ExtentAsync(own);

        Assert.Same(first, await ExtentAsync(own));
        await own.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1"));
        Assert.Equal((1L, 2L), (first[0].Reports, (await ExtentAsync(own))[0].Reports));
    }

    [Fact]
    public async Task An_asker_who_has_gone_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new CompareQueries(warehouse.Reader).FindAgenciesAsync(Scope.Country, "x", 3, gone.Token));
    }

    [Fact]
    public async Task An_asker_who_goes_while_the_answer_is_sought_meets_no_error()
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        await duck.OpenAsync();
        using var going = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var question = new CommandDefinition("select count(*) from range(1000000) a (n), range(1000000) b (n) where a.n + b.n = 7", cancellationToken: going.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PublishedWarehouse.AnsweredAsync(() => Task.Run(() => duck.QueryAsync<long>(question)), going.Token));
    }

    [Fact]
    public async Task Many_readers_at_once_get_the_same_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => warehouse.ValueAsync($"select count(*) + {i} from dim_region")));

        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{Catalog.Catalog.Current.Regions.All.Count + i}"), answers);
    }

    private static Task<IReadOnlyList<Extent>> ExtentAsync(TestWarehouse own) =>
        own.Reader.QueryAsync<Extent>("queries/compare/Years", Scope.Country, new SqlParameters(), CancellationToken.None);

    /// <summary>One published report.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal TestWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync() => Warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}

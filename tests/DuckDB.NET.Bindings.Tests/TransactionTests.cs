// What a transaction keeps and what it gives up, on one connection and between two.
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class TransactionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DuckDBConnection db;

    public TransactionTests()
    {
        db = Database.Open(folder.File("t.duckdb"));
        db.Execute("create table t(id int, name varchar); insert into t values (1, 'old')");
    }

    public void Dispose()
    {
        db.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Commit_keeps_the_change()
    {
        using (var transaction = db.BeginTransaction())
        {
            db.Execute("update t set name = 'new'", transaction: transaction);
            transaction.Commit();
        }

        Assert.Equal("new", Name(db));
    }

    [Fact]
    public void Rollback_gives_it_up()
    {
        using (var transaction = db.BeginTransaction())
        {
            db.Execute("update t set name = 'new'", transaction: transaction);
            Assert.Equal("new", Name(db));
            transaction.Rollback();
        }

        Assert.Equal("old", Name(db));
    }

    [Fact]
    public void Dispose_without_commit_is_rollback()
    {
        using (var transaction = db.BeginTransaction())
            db.Execute("update t set name = 'new'; create table also_gone(a int)", transaction: transaction);

        Assert.Equal("old", Name(db));
        Assert.Equal(["t"], db.Query<string>("select table_name from duckdb_tables()"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_failed_statement_spoils_its_transaction_until_rollback()
    {
        using var transaction = db.BeginTransaction();
        db.Execute("create unique index one_name on t(name)", transaction: transaction);
        Assert.Throws<DuckDBException>(() => db.Execute("insert into t values (2, 'old')", transaction: transaction));

        Assert.Equal(DuckDBErrorType.Transaction, Assert.Throws<DuckDBException>(() => Name(db)).ErrorType);
        transaction.Rollback();
        Assert.Equal("old", Name(db));
    }

    [Fact]
    public void Two_connections_see_each_others_commits_only()
    {
        using var other = Database.Open(folder.File("t.duckdb"));
        using var transaction = other.BeginTransaction();
        other.Execute("update t set name = 'new'", transaction: transaction);

        Assert.Equal("old", Name(db));
        transaction.Commit();
        Assert.Equal("new", Name(db));
    }

    [Fact]
    public void Of_two_concurrent_updates_of_a_row_the_second_is_refused()
    {
        using var other = Database.Open(folder.File("t.duckdb"));
        using var transaction = other.BeginTransaction();
        other.Execute("update t set name = 'first'", transaction: transaction);

        var refused = Assert.Throws<DuckDBException>(() => db.Execute("update t set name = 'second'"));
        transaction.Commit();

        Assert.Equal(DuckDBErrorType.Transaction, refused.ErrorType);
        Assert.Equal("first", Name(db));
    }

    [Fact]
    public async Task Readers_on_other_threads_never_see_half_of_a_commit()
    {
        db.Execute("create table pair(a int, b int); insert into pair values (0, 0)");
        using var started = new CountdownEvent(3);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, started.InitialCount)
            .Select(_ => Task.Factory.StartNew(() => PairsSeen(started, done.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToList();
        started.Wait(CancellationToken.None);

        for (var i = 1; i <= 100; i++)
        {
            using var transaction = db.BeginTransaction();
            db.Execute("update pair set a = $i", new { i }, transaction);
            db.Execute("update pair set b = $i", new { i }, transaction);
            transaction.Commit();
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen =>
        {
            Assert.All(seen, pair => Assert.Equal(pair.A, pair.B));
            Assert.Superset(new HashSet<(int, int)> { (0, 0), (100, 100) }, seen);
        });
    }

    private HashSet<(int A, int B)> PairsSeen(CountdownEvent started, CancellationToken done)
    {
        using var reader = Database.Open(folder.File("t.duckdb"));
        HashSet<(int, int)> seen = [reader.QuerySingle<(int, int)>("select a, b from pair")];
        started.Signal();
        while (!done.IsCancellationRequested)
            seen.Add(reader.QuerySingle<(int, int)>("select a, b from pair"));
        seen.Add(reader.QuerySingle<(int, int)>("select a, b from pair"));
        return seen;
    }

    private static string? Name(DuckDBConnection connection) => connection.ExecuteScalar<string>("select name from t");
}

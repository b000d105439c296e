// A running query stops when its token says so; the endless query below would otherwise outlive the test run.
using Dapper;
using DuckDB.NET.Data;

namespace DuckDB.NET.Bindings.Tests;

public sealed class CancellationTests : IDisposable
{
    private const string Endless = "select count(*) from range(1000000000000) where range % 7 = 3";
    private static readonly TimeSpan SoonAfterStart = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DuckDBConnection db = Database.InMemory();

    public void Dispose() => db.Dispose();

    [Fact]
    public async Task A_token_stops_a_running_query_and_the_connection_goes_on()
    {
        using var cancellation = new CancellationTokenSource(SoonAfterStart);
        var query = Task.Run(() => db.QueryAsync<long>(new CommandDefinition(Endless, cancellationToken: cancellation.Token)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query.WaitAsync(Patience));
        Assert.Equal(1, db.ExecuteScalar<int>("select 1"));
    }

    [Fact]
    public async Task A_token_cancelled_before_the_start_runs_nothing()
    {
        db.Execute("create table t(a int)");
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            db.ExecuteAsync(new CommandDefinition("insert into t values (1)", cancellationToken: cancellation.Token)));
        Assert.Equal(0L, db.ExecuteScalar("select count(*) from t"));
    }

    [Fact]
    public async Task A_cancelled_statement_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource(SoonAfterStart);
        var create = Task.Run(() => db.ExecuteAsync(new CommandDefinition($"create table t as {Endless}", cancellationToken: cancellation.Token)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => create.WaitAsync(Patience));
        Assert.Equal(0L, db.ExecuteScalar("select count(*) from duckdb_tables()"));
    }

    [Fact]
    public async Task Cancel_from_another_thread_stops_a_synchronous_query()
    {
        using var command = db.CreateCommand();
        command.CommandText = Endless;
        using var timer = new Timer(_ => command.Cancel(), null, SoonAfterStart, SoonAfterStart);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(command.ExecuteScalar).WaitAsync(Patience));
    }
}

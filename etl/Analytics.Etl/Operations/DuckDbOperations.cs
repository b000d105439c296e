// Operations tables in a small DuckDB file: one process, one connection, short turns.
using System.Data.Common;
using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Etl.Operations;

internal sealed class DuckDbOperations : OperationsDatabase
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string path;
    private readonly DuckDBConnection connection;

    public DuckDbOperations(string path)
    {
        this.path = path;
        connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path }.ConnectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = Sql.Text("settings/Operations");
        settings.ExecuteNonQuery();
    }

    public override bool IsShared => false;

    public override string Place => path;

    protected override string Dialect => "duckdb";

    protected override char Marker => '$';

    public override ValueTask DisposeAsync()
    {
        connection.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    public override async Task<bool> CopyAsync(string target, CancellationToken cancellation) => await WithAsync(
        async _ =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql.Text("load/Checkpoint");
            await command.ExecuteNonQueryAsync(cancellation);
            if (await FileCopy.MakeAsync(path, target, cancellation) is { } error)
                throw new BackupException($"The operations tables could not be copied to {target} ({error}). Nothing was changed; make room, and try again.");
            return true;
        }, cancellation);

    protected override async Task<T> WithAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => work(connection), cancellation);
        }
        catch (DuckDBException) when (cancellation.IsCancellationRequested)
        {
            // Interrupted, because somebody asked to stop.
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    protected override DbParameter Parameter(string name, object? value) => new DuckDBParameter(name, value);
}

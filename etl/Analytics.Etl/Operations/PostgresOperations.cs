// Operations tables in PostgreSQL, shared by the owner of the warehouse and any number of workers.
using System.Data.Common;
using Analytics.Warehouse;
using Npgsql;

namespace Analytics.Etl.Operations;

internal sealed class PostgresOperations(string connection) : OperationsDatabase
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    public override bool IsShared => true;

    public override string Place
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);
            return $"PostgreSQL at {settings.Host}, database {settings.Database}";
        }
    }

    protected override string Dialect => "postgres";

    protected override char Marker => '@';

    public override async Task TellAsync(CancellationToken cancellation)
    {
        await using var tell = source.CreateCommand(Sql.Text("signals/Tell"));
        await tell.ExecuteNonQueryAsync(cancellation);
    }

    public override async Task ListenAsync(Func<Task> heard, CancellationToken cancellation)
    {
        await using var opened = await source.OpenConnectionAsync(cancellation);
        await using (var listen = new NpgsqlCommand(Sql.Text("signals/Listen"), opened)) await listen.ExecuteNonQueryAsync(cancellation);
        while (true)
        {
            await opened.WaitAsync(cancellation);
            await heard();
        }
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    protected override async Task<T> WithAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        await using var opened = await source.OpenConnectionAsync(cancellation);
        return await work(opened);
    }

    protected override DbParameter Parameter(string name, object? value) => new NpgsqlParameter(name, value ?? DBNull.Value);
}

// One PostgreSQL server for all tests that need one; each has a database of its own in it.
using System.Globalization;
using Analytics.Testing;
using Npgsql;

namespace Analytics.Etl.Tests.Operations;

public sealed class SharedPostgres : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("analytics-postgres-").FullName;
    private readonly Lazy<PostgresServer> server;
    private int databases;

    public SharedPostgres() => server = new(() => PostgresServer.Start(place) ?? throw new InvalidOperationException(PostgresServer.Lacking));

    /// <summary>The connection string of an empty database.</summary>
    public async Task<string> CreateAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"trial{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(server.Value.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number of our own
        command.CommandText = $"create database {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server.Value.ConnectionString) { Database = name, MaxPoolSize = 8 }.ConnectionString;
    }

    public void Dispose()
    {
        if (server.IsValueCreated) server.Value.Dispose();
        Directory.Delete(place, recursive: true);
    }
}

[CollectionDefinition(nameof(SharedPostgres))]
public sealed class SharedPostgresTests : ICollectionFixture<SharedPostgres>;

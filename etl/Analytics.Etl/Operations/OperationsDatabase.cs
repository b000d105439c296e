// The operations tables: what was taken in and what became of it. A DuckDB file for one machine, PostgreSQL for several.
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Warehouse;
using Dapper;

namespace Analytics.Etl.Operations;

/// <summary>The operations tables were written by a newer program.</summary>
public sealed class OperationsMismatchException(string message) : IOException(message);

/// <summary>Runs the statements of <c>sql/operations</c>. Safe for use by many threads.</summary>
/// <remarks>Statements are the same for both databases, but for those that a folder of the dialect has of its own.</remarks>
public abstract partial class OperationsDatabase : IAsyncDisposable
{
    private const string Folder = "operations/";
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);

    static OperationsDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Whether several processes may share it.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Where it is, for messages; without a password.</summary>
    public abstract string Place { get; }

    /// <summary>duckdb or postgres.</summary>
    protected abstract string Dialect { get; }

    /// <summary>What a parameter's name begins with.</summary>
    protected abstract char Marker { get; }

    /// <summary>Opens the operations tables, brought up to date.</summary>
    /// <param name="folder">Has the file where no server is named.</param>
    /// <param name="connection">A PostgreSQL connection string; null for the file.</param>
    /// <exception cref="OperationsMismatchException">Written by a newer program.</exception>
    /// <exception cref="IOException">They cannot be opened.</exception>
    public static async Task<OperationsDatabase> OpenAsync(DataFolder folder, string? connection, TimeProvider clock, CancellationToken cancellation)
    {
        OperationsDatabase database = connection is null ? new DuckDbOperations(folder.Operations) : new PostgresOperations(connection);
        try
        {
            await database.MigrateAsync(clock, cancellation);
            return database;
        }
        catch (Exception e)
        {
            await database.DisposeAsync();
            if (e is DbException) throw new IOException($"The operations tables in {database.Place} could not be opened: {e.Message}", e);
            throw;
        }
    }

    /// <summary>Copies the tables into a file, as they are at one moment.</summary>
    /// <returns>False where they are in a server, which has backups of its own.</returns>
    /// <exception cref="BackupException">It could not be written.</exception>
    public virtual Task<bool> CopyAsync(string target, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Runs a statement.</summary>
    /// <param name="statement">Name of its file.</param>
    /// <param name="parameters">By name, without marker.</param>
    /// <returns>Rows changed, where the database says so.</returns>
    public Task<int> ExecuteAsync(string statement, Values? parameters, CancellationToken cancellation) =>
        WithAsync(connection => connection.ExecuteAsync(Command(statement, parameters, cancellation)), cancellation);

    /// <summary>Runs a statement and reads its rows.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string statement, Values? parameters, CancellationToken cancellation) =>
        WithAsync<IReadOnlyList<T>>(async connection => (await connection.QueryAsync<T>(Command(statement, parameters, cancellation))).AsList(), cancellation);

    /// <summary>Runs statements, all of them or none.</summary>
    public Task TransactAsync(IEnumerable<(string Statement, Values Parameters)> work, CancellationToken cancellation) =>
        WithAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                foreach (var (statement, parameters) in work) await connection.ExecuteAsync(Command(statement, parameters, cancellation));
                await transaction.CommitAsync(cancellation);
                return true;
            }, cancellation);

    /// <summary>Has the processes that listen look at once. Nobody does where no other process shares the tables.</summary>
    public virtual Task TellAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Listens until cancelled.</summary>
    /// <param name="heard">Called for what this or another process tells.</param>
    /// <exception cref="DbException">The server does not answer any more.</exception>
    public virtual Task ListenAsync(Func<Task> heard, CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Runs work on a connection of its own for the time.</summary>
    protected abstract Task<T> WithAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation);

    /// <summary>A parameter of the database's own kind.</summary>
    protected abstract DbParameter Parameter(string name, object? value);

    private CommandDefinition Command(string statement, Values? parameters, CancellationToken cancellation) =>
        new(Text(statement), parameters is null ? null : new Named(this, parameters), cancellationToken: cancellation);

    private string Text(string statement) => texts.GetOrAdd(statement, name =>
    {
        var own = $"{Folder}{Dialect}/{name}";
        return ParameterName().Replace(Sql.Text(Sql.In($"{Folder}{Dialect}").Contains(own, StringComparer.Ordinal) ? own : Folder + name), match => Marker + match.Groups["name"].Value);
    });

    private sealed record Applied(string Name, string Sha256);

    private Task MigrateAsync(TimeProvider clock, CancellationToken cancellation) => WithAsync(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            // What both databases have, then what this one has besides.
            var known = Sql.In(Folder + "schema").Concat(Sql.In($"{Folder}{Dialect}/schema")).ToDictionary(path => path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal);
            var applied = (await connection.QueryAsync<Applied>(Command("MigrationState", null, cancellation))).Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal);
            if (applied.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
                throw new OperationsMismatchException($"The operations tables in {Place} have the migration {unknown}, which this program does not know: they were written by a newer version. Start that version.");
            foreach (var name in known.Keys.Where(name => !applied.Contains(name)).Order(StringComparer.Ordinal))
            {
                await connection.ExecuteAsync(new CommandDefinition(Sql.Text(known[name]), cancellationToken: cancellation));
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Text(known[name]))));
                await connection.ExecuteAsync(Command("MigrationApplied", new Values { ["name"] = name, ["sha256"] = hash, ["applied_at"] = Stamp(clock.GetUtcNow()) }, cancellation));
            }
            await transaction.CommitAsync(cancellation);
            return true;
        }, cancellation);

    /// <summary>A time as the tables keep it: UTC, without a zone.</summary>
    internal static DateTime Stamp(DateTimeOffset time) => DateTime.SpecifyKind(time.UtcDateTime, DateTimeKind.Unspecified);

    [GeneratedRegex(@"\$(?<name>[a-z_0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterName();

    // Lists go over whole; Dapper would unfold them.
    private sealed class Named(OperationsDatabase database, Values values) : SqlMapper.IDynamicParameters
    {
        public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
        {
            foreach (var (name, value) in values) command.Parameters.Add(database.Parameter(name, value));
        }
    }
}

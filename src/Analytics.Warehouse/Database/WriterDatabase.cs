// The one connection that writes. Calls queue up behind each other; each runs off the caller's thread.
using Dapper;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.Warehouse;

/// <summary>The writer's file could not be written; what was acknowledged before is safe.</summary>
public sealed class WarehouseWriteException(string message, Exception inner) : IOException(message, inner);

/// <summary>The writer's file, open for as long as this lives. Safe for use by many threads.</summary>
internal sealed class WriterDatabase : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private DuckDBConnection? connection;

    public WriterDatabase(string path)
    {
        Path = path;
        connection = Open();
    }

    public string Path { get; }

    /// <summary>Runs work on the connection when its turn comes.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting or between statements.</exception>
    /// <exception cref="WarehouseWriteException">The file could not be written, as on a full disk.</exception>
    public async Task<T> RunAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            connection ??= Open();
            return await Task.Run(() => work(new Session(connection, cancellation)), cancellation);
        }
        catch (DuckDBException e) when (e.ErrorType == DuckDBErrorType.Interrupt && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("Interrupted, because somebody asked to stop.", e, cancellation);
        }
        catch (Exception e) when (TypeOf(e) is DuckDBErrorType.Fatal or DuckDBErrorType.IO)
        {
            // A database that met such an error answers nothing any more. The next call opens it anew, from its log.
            connection?.Dispose();
            connection = null;
            throw new WarehouseWriteException($"The warehouse {Path} could not be written ({e.Message}). What was loaded before is safe; free some disk space and try again.", e);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The same inside one transaction: all of it or nothing.</summary>
    public Task<T> TransactAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        RunAsync(session => session.TransactAsync(() => work(session)), cancellation);

    public void Dispose()
    {
        connection?.Dispose();
        turn.Dispose();
    }

    private static DuckDBErrorType? TypeOf(Exception e) => e switch
    {
        DuckDBException error => error.ErrorType,
        AppendException error => error.Type,
        _ => null,
    };

    private DuckDBConnection Open()
    {
        var opened = DuckDb.OpenWriter(Path);
        opened.Execute(Sql.Text("settings/Writer"));
        return opened;
    }

    /// <summary>What work may do with the connection.</summary>
    internal sealed class Session(DuckDBConnection connection, CancellationToken cancellation)
    {
        /// <summary>Runs work inside one transaction: all of it or nothing.</summary>
        public async Task<T> TransactAsync<T>(Func<Task<T>> work)
        {
            using var transaction = connection.BeginTransaction();
            var result = await work();
            transaction.Commit();
            return result;
        }

        /// <summary>Runs the statements of an SQL file.</summary>
        public Task ExecuteAsync(string path, SqlParameters? parameters = null) => ExecuteTextAsync(Sql.Text(path), parameters);

        public Task ExecuteTextAsync(string text, SqlParameters? parameters = null) =>
            connection.ExecuteAsync(new CommandDefinition(text, parameters, cancellationToken: cancellation));

        public async Task<IReadOnlyList<T>> QueryAsync<T>(string path, SqlParameters? parameters = null) =>
            (await connection.QueryAsync<T>(new CommandDefinition(Sql.Text(path), parameters, cancellationToken: cancellation))).AsList();

        /// <summary>Appends records to a table of the staging database whose columns are the record's parameters in order.
        /// Only the mapped appender checks widths.</summary>
        public void Stage<T>(string table, IEnumerable<T> rows)
            where T : class
        {
            using var appender = connection.CreateAppender<T, RecordColumns<T>>("staging", "main", table);
            appender.AppendRecords(rows);
            appender.Close();
        }

        /// <summary>Appends rows of numbers and lists of numbers to a table of the staging database.</summary>
        /// <exception cref="InvalidOperationException">The table has other columns.</exception>
        public void Stage<T>(string table, IReadOnlyList<StagedColumn<T>> columns, T[] rows) =>
            ChunkAppender.Append(connection, "staging", table, columns, rows);

        /// <summary>The same to a table of the warehouse.</summary>
        /// <exception cref="InvalidOperationException">The table has other columns.</exception>
        public void Append<T>(string table, IReadOnlyList<StagedColumn<T>> columns, T[] rows) => ChunkAppender.Append(connection, null, table, columns, rows);
    }
}

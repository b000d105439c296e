// Appends rows to a table by chunks of columns.
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using NativeAppender = DuckDB.NET.Native.DuckDBAppender;

namespace Analytics.Warehouse;

/// <summary>DuckDB did not take what was appended.</summary>
internal sealed class AppendException(string table, DuckDBErrorType type) : Exception($"DuckDB took no rows for the table {table} ({type}).")
{
    public DuckDBErrorType Type { get; } = type;
}

/// <summary>Appends rows by chunks.</summary>
internal static class ChunkAppender
{
    // As many rows as a processor keeps at hand while their columns are written one after the other.
    private const int Block = 64;

    /// <param name="connection">In whose transaction.</param>
    /// <param name="catalog">The database; null for the connection's own.</param>
    /// <param name="table">Its table.</param>
    /// <param name="columns">Of the table, all of them.</param>
    /// <param name="rows">What to append.</param>
    /// <exception cref="InvalidOperationException">The table has other columns than the rows.</exception>
    /// <exception cref="AppendException">DuckDB did not take them, as on a full disk.</exception>
    public static void Append<TRow>(DuckDBConnection connection, string? catalog, string table, IReadOnlyList<StagedColumn<TRow>> columns, ReadOnlySpan<TRow> rows)
    {
        var created = NativeMethods.Appender.DuckDBAppenderCreateExt(connection.NativeConnection, catalog, "main", table, out var appender);
        using (appender)
        {
            Check(created, appender, table);
            var types = TypesOf(appender);
            try
            {
                if (types.Count != columns.Count || !types.Zip(columns).All(pair => pair.Second.Fits(pair.First)))
                    throw new InvalidOperationException($"The columns of the table {table} are not those of its rows.");
                using var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(types.ConvertAll(type => type.DangerousGetHandle()).ToArray(), (ulong)types.Count);
                var most = (int)NativeMethods.Helpers.DuckDBVectorSize();
                for (var at = 0; at < rows.Length; at += most) Append(appender, chunk, table, columns, rows[at..Math.Min(at + most, rows.Length)]);
            }
            finally
            {
                foreach (var type in types) type.Dispose();
            }
            Check(NativeMethods.Appender.DuckDBAppenderClose(appender), appender, table);
        }
    }

    private static void Append<TRow>(NativeAppender appender, DuckDBDataChunk chunk, string table, IReadOnlyList<StagedColumn<TRow>> columns, ReadOnlySpan<TRow> rows)
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        var vectors = new IntPtr[columns.Count];
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i);
            columns[i].Open(vectors[i], rows);
        }
        for (var at = 0; at < rows.Length; at += Block)
        {
            for (var i = 0; i < vectors.Length; i++) columns[i].Write(vectors[i], at, rows[at..Math.Min(at + Block, rows.Length)]);
        }
        _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows.Length);
        Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk), appender, table);
    }

    private static List<DuckDBLogicalType> TypesOf(NativeAppender appender)
    {
        var count = NativeMethods.Appender.DuckDBAppenderColumnCount(appender);
        var types = new List<DuckDBLogicalType>();
        for (ulong column = 0; column < count; column++) types.Add(NativeMethods.Appender.DuckDBAppenderColumnType(appender, column));
        return types;
    }

    private static void Check(DuckDBState state, NativeAppender appender, string table)
    {
        if (state.IsSuccess()) return;
        using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
        throw new AppendException(table, NativeMethods.ErrorData.DuckDBErrorDataErrorType(error));
    }
}

// Opening DuckDB files: one writer, any number of read-only readers, and an anchor that keeps a file open.
using Dapper;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Connections to DuckDB files. Settings belong to the file for as long as the process has it open: the first
/// opener decides them, so each file is opened in one way only.</summary>
internal static class DuckDb
{
    // Dapper's settings are the process's, so they are made before the first connection.
    static DuckDb()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
    }

    public static DuckDBConnection OpenWriter(string path) => Open(new DuckDBConnectionStringBuilder { DataSource = path });

    /// <summary>Opens a published file for the first time in this process: read-only, without access to other files,
    /// its settings made and locked. Keep it open; <see cref="OpenReader"/> gives further connections.</summary>
    public static DuckDBConnection OpenAnchor(string path)
    {
        var anchor = OpenReader(path);
        // Limits on spilling have no effect in the connection string.
        anchor.Execute(Sql.Text("settings/Reader"));
        return anchor;
    }

    /// <summary>A further connection to a file that an anchor holds.</summary>
    public static DuckDBConnection OpenReader(string path) => Open(new DuckDBConnectionStringBuilder
    {
        DataSource = path,
        AccessMode = DuckDBAccessMode.ReadOnly,
        EnableExternalAccess = false,
    });

    private static DuckDBConnection Open(DuckDBConnectionStringBuilder settings)
    {
        var connection = new DuckDBConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly date ? date : DateOnly.FromDateTime((DateTime)value);

        public override void SetValue(System.Data.IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
    }
}

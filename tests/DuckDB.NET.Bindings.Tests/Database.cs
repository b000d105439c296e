// The two kinds of database the tests open: one in memory for each test, and files in a folder that goes with the test.
using DuckDB.NET.Data;

namespace DuckDB.NET.Bindings.Tests;

internal static class Database
{
    public static DuckDBConnection InMemory() => Open(":memory:");

    public static DuckDBConnection Open(string source, string settings = "")
    {
        var connection = new DuckDBConnection($"Data Source={source};{settings}");
        connection.Open();
        return connection;
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("duckdb-bindings-tests-").FullName;

    public string File(string name) => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}

// What the tests cannot do in their own process: open a database file that they hold open, and end with everything left open.
using DuckDB.NET.Data;

return args switch
{
    ["open-for-writing", var file] => OpenForWriting(file),
    ["end-with-everything-open"] => EndWithEverythingOpen(),
    _ => 64,
};

static int OpenForWriting(string file)
{
    using var connection = new DuckDBConnection($"Data Source={file}");
    try
    {
        connection.Open();
    }
    catch (DuckDBException e) when (e.Message.Contains("Could not set lock on file", StringComparison.Ordinal))
    {
        Console.WriteLine($"refused: {e.Message}");
        return 0;
    }

    Console.WriteLine("opened");
    return 0;
}

static int EndWithEverythingOpen()
{
    var connection = Open();
    using (var create = connection.CreateCommand())
    {
        create.CommandText = "create table t as select range as i from range(1000000)";
        create.ExecuteNonQuery();
    }

    var query = connection.CreateCommand();
    query.CommandText = "select * from t";
    query.UseStreamingMode = true;
    query.ExecuteReader().Read();
    connection.CreateAppender("t").CreateRow().AppendValue(1L).EndRow();

    using var started = new ManualResetEventSlim();
    new Thread(() =>
    {
        var endless = Open().CreateCommand();
        endless.CommandText = "select count(*) from range(1000000000000) where range % 7 = 3";
        started.Set();
        endless.ExecuteScalar();
    })
    { IsBackground = true }.Start();
    started.Wait();
    Thread.Sleep(100); // the query has no sign of life to wait for

    Console.WriteLine("leaving");
    return 0;
}

static DuckDBConnection Open()
{
    var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    return connection;
}

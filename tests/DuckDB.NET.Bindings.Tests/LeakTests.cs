// Nothing here is disposed, on purpose: finalizers run in any order, and a native call on freed memory would end the process.
using System.Runtime.CompilerServices;
using DuckDB.NET.Data;

namespace DuckDB.NET.Bindings.Tests;

public sealed class LeakTests
{
    [Fact]
    public void Forgotten_objects_are_collected_without_a_crash()
    {
        using var survivor = Database.InMemory();
        var forgotten = Enumerable.Range(0, 30).SelectMany(_ => Forget()).ToList();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.All(forgotten, reference => Assert.False(reference.IsAlive));
        using var command = survivor.CreateCommand();
        command.CommandText = "select sum(range)::bigint from range(100000)";
        Assert.Equal(4_999_950_000L, command.ExecuteScalar());
    }

    [Fact]
    public async Task A_process_may_end_with_everything_open()
    {
        Assert.Equal("leaving", await SecondProcess.EndWithEverythingOpenAsync());
    }

    // Not inlined, so that no local of the test keeps anything alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Forget()
    {
        var connection = Database.InMemory();
        var create = connection.CreateCommand();
        create.CommandText = "create table t as select range as i, 'a text of more than twelve bytes' as text from range(10000)";
        create.ExecuteNonQuery();

        var query = connection.CreateCommand();
        query.CommandText = "select * from t where i <> $i";
        query.UseStreamingMode = true;
        query.Parameters.Add(new DuckDBParameter("i", 5L));
        var reader = query.ExecuteReader();
        reader.Read();

        var appender = connection.CreateAppender("t");
        appender.CreateRow().AppendValue(1L).AppendValue("unfinished").EndRow();
        var transaction = Database.InMemory().BeginTransaction();

        return [new(connection), new(query), new(reader), new(appender), new(transaction)];
    }
}

// Opening the operations tables: brought up to date once, refused when a newer program wrote them, the same statements for both databases.
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.Etl.Tests.Operations;

[Collection(nameof(SharedPostgres))]
public sealed class OperationsDatabaseTests(SharedPostgres postgres)
{
    private const string Folder = "operations/";

    [Theory, OnDuckDb, OnPostgres]
    public async Task Opened_again_nothing_is_lost_and_nothing_is_applied_twice(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var run = await trial.Store.AddRunAsync(RunOrigin.Command, "一", null, default);
        if (!trial.Database.IsShared) await trial.Database.DisposeAsync();

        await using var again = await OperationsDatabase.OpenAsync(trial.Folder, trial.Connection, trial.Clock, default);
        Assert.Equal(RunState.Open, await new OperationsStore(again, trial.Clock).StateOfAsync(run, default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Tables_of_a_newer_program_are_refused_with_what_to_do(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await trial.Database.ExecuteAsync("MigrationApplied", new Values { ["name"] = "2999-01-01_01_Later", ["sha256"] = "", ["applied_at"] = OperationsDatabase.Stamp(trial.Clock.GetUtcNow()) }, default);
        if (!trial.Database.IsShared) await trial.Database.DisposeAsync();

        var refused = await Assert.ThrowsAsync<OperationsMismatchException>(() => OperationsDatabase.OpenAsync(trial.Folder, trial.Connection, trial.Clock, default));
        Assert.Contains("2999-01-01_01_Later", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Start that version", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnPostgres]
    public async Task Nodes_that_start_at_once_bring_the_tables_up_to_date_once(string kind)
    {
        Assert.Equal("postgres", kind);
        var connection = await postgres.CreateAsync();
        var place = Directory.CreateTempSubdirectory("analytics-operations-").FullName;
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OperationsDatabase.OpenAsync(new DataFolder(place), connection, TimeProvider.System, default))));
        Assert.All(opened, database => Assert.True(database.IsShared));
        foreach (var database in opened) await database.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }

    [Theory, OnPostgres]
    public async Task A_server_that_is_not_there_is_named_without_the_password(string kind)
    {
        Assert.Equal("postgres", kind);
        var place = Directory.CreateTempSubdirectory("analytics-operations-").FullName;
        var failed = await Assert.ThrowsAsync<IOException>(() => OperationsDatabase.OpenAsync(new DataFolder(place), $"Host={place};Username=u;Password=geheim;Database=jobs", TimeProvider.System, default));
        Assert.Contains($"PostgreSQL at {place}, database jobs", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", failed.Message, StringComparison.Ordinal);
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public void Statements_of_one_dialect_have_their_like_in_the_other()
    {
        Assert.Equal(Names("duckdb"), Names("postgres"));
        // One of its own stands in the place of the shared one, never beside it.
        Assert.Empty(Names("duckdb").Intersect(Sql.In(Folder.TrimEnd('/')).Select(name => name[Folder.Length..])));

        static List<string> Names(string dialect) => Sql.In(Folder + dialect).Select(name => name[(Folder.Length + dialect.Length + 1)..])
            .Where(name => !name.StartsWith("schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
    }
}

// Several processes read for one warehouse: PostgreSQL between them, documents in a folder that all see.
using Analytics.Etl.Operations;
using Analytics.Testing;
using Analytics.Warehouse;

namespace Analytics.Acceptance.Jobs;

[Collection(nameof(Undisturbed))]
public sealed class ClusterTests(Undisturbed undisturbed)
{
    [PostgresFact]
    public async Task Workers_share_the_reading_and_one_that_is_killed_loses_nothing()
    {
        using var place = new DataFolderForTest();
        using var postgres = PostgresServer.Start(place.Path)!;
        var (data, shared) = (Path.Combine(place.Path, "data"), Path.Combine(place.Path, "shared"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ANALYTICS_OPERATIONS"] = postgres.ConnectionString, ["ANALYTICS_DOCUMENTS"] = shared };
        await using var tables = await OperationsDatabase.OpenAsync(new DataFolder(data, shared), postgres.ConnectionString, TimeProvider.System, default);
        var store = new OperationsStore(tables, TimeProvider.System);
        await using (var server = await ProgramUnderTest.ServeAsync(data, withSamples: false, environment))
        {
            await using var killed = await ProgramUnderTest.WorkAsync(environment);
            await using var other = await ProgramUnderTest.WorkAsync(environment);
            undisturbed.PutInto(data);

            // How fast each reads is for the machine to say, and the owner hears of a new batch first: each takes its part.
            IReadOnlyList<NodeRow> shares = [];
            await Undisturbed.UntilAsync(async () =>
            {
                shares = await NodesAsync();
                return shares.All(node => node.ExtractedSince + node.InHand > 0) || await undisturbed.IsVisibleAsync(data);
            }, () => server.Log);
            Assert.Equal(["owner", "worker", "worker"], shares.Select(node => node.Role));
            Assert.All(shares, node => Assert.NotEqual(0, node.ExtractedSince + node.InHand));
            await killed.KillAsync();

            await Undisturbed.UntilAsync(async () => await undisturbed.IsVisibleAsync(data) && (await store.RunsAsync("active", 1, 0, default)).Count == 0, () => server.Log + other.Log);
            await other.StopAsync();
            await server.StopAsync();
        }
        await undisturbed.AssertSameAsync(data, postgres.ConnectionString, shared);

        Task<IReadOnlyList<NodeRow>> NodesAsync() => store.NodesAsync(default);
    }

    [Fact]
    public async Task A_worker_that_is_told_nothing_says_what_it_needs()
    {
        var outcome = await ProgramUnderTest.RunAsync("worker");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("ANALYTICS_OPERATIONS", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("ANALYTICS_DOCUMENTS", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>Skipped, and says so, where PostgreSQL is not installed.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PostgresFactAttribute : FactAttribute
    {
        public PostgresFactAttribute() => Skip = PostgresServer.Lacking;
    }
}

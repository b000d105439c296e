// Several processes read for one warehouse: PostgreSQL between them, documents in a folder that all see.
using Analytics.Etl.Operations;
using Analytics.Testing;
using Analytics.Warehouse;
using Xunit.Abstractions;

namespace Analytics.Acceptance.Jobs;

[Collection(nameof(Undisturbed))]
public sealed class ClusterTests(Undisturbed undisturbed, ITestOutputHelper output)
{
    // Of three nodes; how fast each reads is for the machine to say.
    private const double FairShare = 0.2;

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
            await Undisturbed.UntilAsync(async () => (await NodesAsync()).Count == 3, () => server.Log);
            undisturbed.PutInto(data);

            await Undisturbed.UntilAsync(async () => (await NodesAsync()).Sum(node => node.ExtractedSince) >= undisturbed.Given.Files.Count / 2, () => server.Log);
            var dealt = await DealtAsync();
            var nodes = await NodesAsync();
            Say("half way", nodes, dealt);
            Assert.Equal(["owner", "worker", "worker"], nodes.Select(node => node.Role));
            Assert.All(nodes, node => Assert.InRange(dealt.GetValueOrDefault(node.Node), FairShare * dealt.Values.Sum(), dealt.Values.Sum()));
            await killed.KillAsync();

            await Undisturbed.UntilAsync(async () => await undisturbed.IsVisibleAsync(data) && (await store.RunsAsync("active", 1, 0, default)).Count == 0, () => server.Log + other.Log);
            Say("in the end", nodes, await DealtAsync());
            await other.StopAsync();
            await server.StopAsync();
        }
        await undisturbed.AssertSameAsync(data, postgres.ConnectionString, shared);

        Task<IReadOnlyList<NodeRow>> NodesAsync() => store.NodesAsync(default);

        // Documents that each node has read or has in hand.
        async Task<Dictionary<string, int>> DealtAsync()
        {
            var rows = new List<DocumentRow>();
            foreach (var run in await store.RunsAsync("", int.MaxValue, 0, default)) rows.AddRange(await store.DocumentsAsync(run.RunId, null, int.MaxValue, 0, default));
            return rows.Where(row => row.Node is not null).CountBy(row => row.Node!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        }

        void Say(string when, IReadOnlyList<NodeRow> nodes, Dictionary<string, int> dealt) =>
            output.WriteLine($"{when}: {string.Join(", ", nodes.Select(node => $"{node.Role} {dealt.GetValueOrDefault(node.Node)} (read {node.ExtractedSince})"))}");
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

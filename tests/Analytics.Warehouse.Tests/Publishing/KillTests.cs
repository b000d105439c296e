// kill -9 at random points of load, checkpoint and publish: every start succeeds, no report is half there, nothing that
// was acknowledged is lost. ANALYTICS_KILLS says how often; ./test --nightly sets it.
using System.Diagnostics;
using System.Globalization;
using KillTarget;
using Xunit.Abstractions;

namespace Analytics.Warehouse.Tests;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 20;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_there()
    {
        using var place = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(place);
        var kills = int.Parse(Environment.GetEnvironmentVariable("ANALYTICS_KILLS") ?? $"{Kills}", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var last = new Progress(0, 0, 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            last = await RunAndKillAsync(folder, last.Loaded + 1, TimeSpan.FromMilliseconds(random.Next(1200))) is { Loaded: > 0 } done ? done : last;
            last = last with { Loaded = await CheckAsync(folder, last, kill) };
        }
        Assert.True(last.Loaded > 0, "The program was killed before it loaded anything.");
    }

    /// <summary>What the killed program said.</summary>
    private sealed record Progress(int Loaded, int Published, int Version);

    private static async Task<Progress> RunAndKillAsync(DataFolder folder, int first, TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Batches).Assembly.Location, folder.Root, first.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var program = Process.Start(start)!;
        Assert.Equal("ready", await program.StandardOutput.ReadLineAsync());
        await Task.Delay(after);
        program.Kill();
        var progress = new Progress(0, 0, 0);
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            // A line that was cut by the kill acknowledges nothing.
            if (words is ["loaded", var loaded]) progress = progress with { Loaded = int.Parse(loaded, CultureInfo.InvariantCulture) };
            if (words is ["published", var published, var version])
                progress = progress with { Published = int.Parse(published, CultureInfo.InvariantCulture), Version = int.Parse(version, CultureInfo.InvariantCulture) };
        }
        await program.WaitForExitAsync();
        return progress;
    }

    // Returns the last batch that is there.
    private static async Task<int> CheckAsync(DataFolder folder, Progress acknowledged, int kill)
    {
        if (acknowledged.Version > 0)
        {
            using var before = new PublishedWarehouse(folder);
            Assert.True(before.Version >= acknowledged.Version, $"Kill {kill}: version {acknowledged.Version} was published, readers see {before.Version}.");
            Assert.Equal([$"{acknowledged.Published * Batches.Reports}"], await before.RowsAsync($"select count(*) from report where report_id <= {acknowledged.Published * Batches.Reports}"));
        }
        using var writer = await TestWarehouse.OpenWriterAsync(folder);
        Assert.All(await writer.CheckAsync(CancellationToken.None), check => Assert.True(check.Failing.Count == 0, $"Kill {kill}: {check.Name} {string.Join(';', check.Failing.Take(3))}"));
        var known = await writer.KnownAsync(Enumerable.Range(1, acknowledged.Loaded + 1).SelectMany(Batches.Hashes), CancellationToken.None);
        Assert.All(known, document => Assert.True(document.IsLoaded));
        Assert.Equal(0, known.Count % Batches.Reports);
        var loaded = known.Count / Batches.Reports;
        Assert.True(loaded >= acknowledged.Loaded, $"Kill {kill}: {acknowledged.Loaded} batches were acknowledged, {loaded} are there.");
        await writer.PublishAsync(CancellationToken.None);
        using var reader = new PublishedWarehouse(folder);
        Assert.Equal(
            [$"{loaded * Batches.Reports}|{loaded * Batches.Reports * Batches.Values}|{loaded * Batches.Reports * Batches.Values}"],
            await reader.RowsAsync("select (select count(*) from report), (select count(*) from cell), (select count(*) from observation join dim_metric using (metric_id) where not is_derived)"));
        return loaded;
    }
}

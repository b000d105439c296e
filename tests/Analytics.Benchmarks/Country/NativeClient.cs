// The same statements on the same file through DuckDB's own client for Node, to see what our provider costs.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Warehouse;

namespace Analytics.Benchmarks.Country;

internal static class NativeClient
{
    private const double MostRatio = 1.1;
    private const int Rounds = 60;
    private static readonly string[] Statements = ["Matrix", "Trend", "Ranking", "Profile"];

    /// <summary>Compares medians, statement by statement; the two take turns, and the better of two turns counts.</summary>
    public static async Task CompareAsync(DataFolder folder)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Country", "native", "ask.mjs");
        if (!Directory.Exists(Path.Combine(AppContext.BaseDirectory, "Country", "native", "node_modules")))
        {
            Sheet.Say($"DuckDB's client for Node is not installed (npm install --no-save in tests/Analytics.Benchmarks/Country/native, then build): not compared.");
            return;
        }
        using var warehouse = new PublishedWarehouse(folder);
        foreach (var statement in Statements)
        {
            var rounds = statement == "Matrix" ? Rounds / 6 : Rounds;
            var (ours, theirs) = (double.MaxValue, double.MaxValue);
            for (var turn = 0; turn < 2; turn++)
            {
                theirs = Math.Min(theirs, await AskNodeAsync(script, folder.PublishedFile(folder.CurrentVersion()!.Value), Texts.Of(statement), rounds));
                ours = Math.Min(ours, await AskHereAsync(warehouse, Texts.Of(statement), rounds));
            }
            Sheet.Row($"{statement}: ours {ours:0.0} ms, native client {theirs:0.0} ms, ratio", ours / theirs, MostRatio, isMost: true);
        }
    }

    private static async Task<double> AskHereAsync(PublishedWarehouse warehouse, string sql, int rounds)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds + 3; i++)
        {
            var watch = Stopwatch.StartNew();
            await warehouse.ReadAsync(sql, Texts.ToEndAsync, CancellationToken.None);
            if (i >= 3) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Sheet.Quantile(times, 0.5);
    }

    private static async Task<double> AskNodeAsync(string script, string file, string sql, int rounds)
    {
        var start = new ProcessStartInfo("node", [script, file, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        await node.StandardInput.WriteAsync(sql);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return JsonSerializer.Deserialize<double[]>(output) is { Length: > 0 } times ? Sheet.Quantile(times, 0.5) : throw new InvalidOperationException("node printed no times.");
    }
}

// Many people on the compare page at once, each choosing anew every few seconds, before the real program with a made-up country.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Benchmarks.Country;
using Analytics.Benchmarks.Reading;
using Analytics.Catalog;
using Analytics.Synthetic;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Circuits;

/// <summary>Prints how long a change of choice takes and what a circuit costs.</summary>
internal static partial class CircuitsBenchmark
{
    /// <summary>The argument that runs it; after it the number of circuits, of seconds, of agencies and of years.</summary>
    public const string Argument = "circuits";

    private const int FirstYear = 2019;
    private const int BatchReports = 2000;
    private const int Warming = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var (circuits, seconds) = (Number(arguments, 0, 200), Number(arguments, 1, 180));
        var (agencies, years) = (Number(arguments, 2, 12_000), Number(arguments, 3, 10));
        var place = Directory.CreateTempSubdirectory("analytics-circuits-");
        try
        {
            var data = Path.Combine(place.FullName, "data");
            var known = await FillAsync(new DataFolder(data), agencies, years);
            Sheet.Say($"{circuits} circuits on /compare for {seconds} s; a made-up country of {agencies} agencies, {years} years. {Environment.ProcessorCount} cores, load {Processes.Load()}.");
            using var server = Start(data);
            try
            {
                await MeasureAsync(server, await AddressAsync(server), known, circuits, TimeSpan.FromSeconds(seconds));
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static int Number(IReadOnlyList<string> arguments, int at, int usual) => arguments.Count > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : usual;

    // Agencies to choose from: code, and the name by which one sees that it is shown.
    private static async Task<IReadOnlyList<AgencyEntry>> FillAsync(DataFolder folder, int agencies, int years)
    {
        var data = new SyntheticData(CatalogData.Current, new SyntheticPlan(1, agencies, new ReportYear(FirstYear), new ReportYear(FirstYear + years - 1)));
        using (var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, CancellationToken.None))
        {
            foreach (var batch in data.Reports().Chunk(BatchReports)) await writer.LoadAsync(batch, CancellationToken.None);
            await writer.PublishAsync(CancellationToken.None);
        }
        using var reader = new PublishedWarehouse(folder);
        return await new CompareQueries(reader).FindAgenciesAsync(Scope.Country, "", agencies, CancellationToken.None);
    }

    private static async Task MeasureAsync(Process server, Uri site, IReadOnlyList<AgencyEntry> known, int count, TimeSpan time)
    {
        using var browser = new HttpClient();
        // What the first visitors make the server load is not theirs.
        for (var i = 0; i < Warming; i++)
        {
            await using var visitor = await OpenAsync(browser, site, known, new Random(-i - 1));
        }
        var before = await LiveHeap.OfAsync(server.Id);
        var times = new ConcurrentBag<double>();
        var errors = new ConcurrentBag<string>();
        var open = new ConcurrentBag<Circuit>();
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
        {
            var dice = new Random(i);
            await Task.Delay(Pause * dice.NextDouble());
            try
            {
                var circuit = await OpenAsync(browser, site, known, dice);
                open.Add(circuit);
                while (Stopwatch.GetTimestamp() < until)
                {
                    await Task.Delay(Pause);
                    var (path, shown) = Choose(known, dice);
                    var watch = Stopwatch.GetTimestamp();
                    await circuit.GoAsync(new Uri(site, path), shown);
                    times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
                }
                if (circuit.Error is { } error) errors.Add(error);
            }
            catch (Exception e) when (e is TimeoutException or InvalidOperationException or HttpRequestException or OperationCanceledException)
            {
                errors.Add(e.Message);
            }
        }));
        var after = await LiveHeap.OfAsync(server.Id);
        var all = times.ToList();
        foreach (var error in errors.Distinct(StringComparer.Ordinal).Take(3)) Sheet.Say($"    {error}");
        Sheet.Say($"{all.Count} changes of choice by {open.Count} circuits; p50 {Sheet.Quantile(all, 0.5):0.0} ms, p99 {Sheet.Quantile(all, 0.99):0.0} ms, slowest {all.Max():0} ms; load {Processes.Load()}.");
        Sheet.Row("a change of choice, from the request to the rendered batch, p95 ms", Sheet.Quantile(all, 0.95), 300, isMost: true);
        Sheet.Row("errors", errors.Count, 0, isMost: true);
        Sheet.Row("live heap of the server a circuit after a collection, MB", (after - before) / 1e6 / open.Count, 1, isMost: true);
        foreach (var circuit in open) await circuit.DisposeAsync();
    }

    private static Task<Circuit> OpenAsync(HttpClient browser, Uri site, IReadOnlyList<AgencyEntry> known, Random dice)
    {
        var (path, shown) = Choose(known, dice);
        return Circuit.OpenAsync(browser, site, path, shown);
    }

    // Two to five agencies and one of the metrics that people ask for; the last name is what must come to be seen.
    private static (string Path, string Shown) Choose(IReadOnlyList<AgencyEntry> known, Random dice)
    {
        string[] metrics = ["requests.received.total", "licensing.decisions", "disclosure_rate", "requests.closed.total", "procurement.amount_wan"];
        var chosen = dice.GetItems([.. known], dice.Next(2, 6)).DistinctBy(agency => agency.Code).ToList();
        return ($"compare?e={string.Join(',', chosen.Select(agency => Uri.EscapeDataString(agency.Code)))}&m={metrics[dice.Next(metrics.Length)]}", chosen[^1].ShortName);
    }

    // The real program, as it was built beside this one.
    private static Process Start(string data)
    {
        var program = typeof(CircuitsBenchmark).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(entry => entry.Key == "Program").Value!;
        return Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--urls", "http://127.0.0.1:0", "--data", data]) { RedirectStandardError = true, UseShellExecute = false })!;
    }

    private static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is not { Success: true } match) continue;
            _ = Task.Run(server.StandardError.ReadToEndAsync);
            return new Uri(match.Value + "/");
        }
        throw new InvalidOperationException("The program ended before it served.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}

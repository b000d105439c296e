// The warehouse at the size of the country: how fast it is filled, corrected and asked, and how it stands beside PostgreSQL
// and DuckDB's own client on the same facts. Everything in it is made up.
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Benchmarks.Reading;
using Analytics.Catalog;
using Analytics.Synthetic;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Country;

/// <summary>Prints figures and whether they meet the targets.</summary>
internal static class CountryBenchmark
{
    /// <summary>The argument that runs it; after it the number of agencies, of years, and <c>alone</c> to leave the peers out.</summary>
    public const string Argument = "country";

    // The forms that are made up begin here.
    private const int FirstYear = 2019;
    private const int BatchReports = 10_000;
    private const int BatchesInMemory = 6;
    private const int UnderWay = 3;
    private const int Corrections = 5;
    private static readonly CatalogData Catalog = CatalogData.Current;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var agencies = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 12_000;
        var years = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 10;
        var place = Directory.CreateTempSubdirectory("analytics-country-");
        try
        {
            var folder = new DataFolder(Path.Combine(place.FullName, "data"));
            var data = new SyntheticData(Catalog, new SyntheticPlan(1, agencies, new ReportYear(FirstYear), new ReportYear(FirstYear + years - 1)));
            Sheet.Say($"A made-up country: {agencies} agencies, {years} years. {Environment.ProcessorCount} cores, load {Processes.Load()}.");
            var observations = await FillAsync(folder, data);
            var questions = new Questions(folder, FirstYear, FirstYear + years - 1);
            await questions.AskAsync(observations);
            if (!arguments.Contains("alone", StringComparer.Ordinal))
            {
                await NativeClient.CompareAsync(folder);
                await Postgres.CompareAsync(folder, place.FullName);
            }
            Sheet.Say($"Most memory of this process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB; load {Processes.Load()}.");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    // Making the reports is not measured, and nothing is written meanwhile; of those in memory two batches are prepared while
    // another is written.
    private static async Task<long> FillAsync(DataFolder folder, SyntheticData data)
    {
        using var writer = await WarehouseWriter.OpenAsync(folder, Catalog, TimeProvider.System, CancellationToken.None);
        var watch = new Stopwatch();
        var observations = 0L;
        LoadItem? some = null;
        foreach (var inMemory in data.Reports().Chunk(BatchReports).Chunk(BatchesInMemory))
        {
            some ??= inMemory[0].First(item => item.Report is { Scope: ReportScope.Own });
            observations += inMemory.Sum(batch => batch.Sum(item => item.Report?.Values.Count ?? 0));
            watch.Start();
            var underWay = new Queue<Task>();
            foreach (var batch in inMemory)
            {
                underWay.Enqueue(writer.LoadAsync(batch, CancellationToken.None));
                if (underWay.Count == UnderWay) await underWay.Dequeue();
            }
            await Task.WhenAll(underWay);
            watch.Stop();
        }
        var loaded = watch.Elapsed.TotalSeconds;
        watch.Start();
        await writer.PublishAsync(CancellationToken.None);
        watch.Stop();
        Sheet.Say($"Loaded {observations / 1e6:0.0} M observations in {loaded:0.0} s, published in {watch.Elapsed.TotalSeconds - loaded:0.0} s; file {Megabytes(folder):0} MB.");
        Sheet.Row("reports in memory to published, M observations/s", observations / 1e6 / watch.Elapsed.TotalSeconds, 1, isMost: false);
        await CorrectAsync(folder, writer, some!);
        return observations;
    }

    // One report comes again with another figure; a reader that asks all the time sees it.
    private static async Task CorrectAsync(DataFolder folder, WarehouseWriter writer, LoadItem item)
    {
        var times = new List<double>();
        for (var round = 1; round <= Corrections; round++)
        {
            var report = item.Report!;
            var (at, value) = report.Values.Index().First(entry => entry.Item.Metric.Value == "licensing.decisions");
            var values = report.Values.ToList();
            values[at] = value with { Value = 900_000 + round, State = ValueState.Number, Cell = value.Cell with { Text = $"{900_000 + round}" } };
            await writer.LoadAsync([item with { Sha256 = Hash(round), Published = new DateOnly(2040, 1, round), Report = report with { Values = values } }], CancellationToken.None);
            var watch = Stopwatch.StartNew();
            await writer.PublishAsync(CancellationToken.None);
            using var reader = new PublishedWarehouse(folder);
            var shown = await new CompareQueries(reader).ValuesAsync(
                Scope.Country, [$"{report.Agency.Region}.{report.Agency.Office}"], [value.Metric], report.Year.Value, report.Year.Value, CancellationToken.None);
            times.Add(watch.Elapsed.TotalSeconds);
            if (shown.Single().Value != 900_000 + round) throw new InvalidOperationException("The corrected report is not what readers see.");
        }
        Sheet.Row("one corrected report, committed to seen by a reader, s (worst of 5)", times.Max(), 2, isMost: true);
    }

    private static double Megabytes(DataFolder folder) => new FileInfo(folder.PublishedFile(folder.CurrentVersion()!.Value)).Length / 1e6;

    private static string Hash(int round) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"correction {round}")));
}

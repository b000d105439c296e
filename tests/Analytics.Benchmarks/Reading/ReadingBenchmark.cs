// How many documents a second become checked facts on the way that the product takes: files, the pool of workers, reports.
using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Reading;

namespace Analytics.Benchmarks.Reading;

/// <summary>Prints figures and whether they meet the targets. What a busy machine spoils, the figure by processor time tells.</summary>
internal static class ReadingBenchmark
{
    /// <summary>The argument that runs it.</summary>
    public const string Argument = "reading";

    private const double WarmUpSeconds = 5;
    private const double MostMemory = 400;
    private const double LeastOverAlone = 50;
    private const double LeastOverBatch = 10;
    private const int AloneFiles = 5;
    private const int BatchFiles = 40;

    private sealed record Speed(double PerSecond, double PerProcessorSecond);

    /// <param name="kinds">Names of those to measure; all where empty.</param>
    public static async Task RunAsync(IReadOnlyList<string> kinds)
    {
        using var documents = new BenchmarkDocuments();
        await using var intake = new DocumentIntake("dotnet", [typeof(ReadingBenchmark).Assembly.Location, ReadingWorker.Argument]);
        Print($"Documents to checked facts, {Environment.ProcessorCount} cores, warm. Read are {documents.Source}. Load {Processes.Load()}.");
        Print($"");
        Print($"{"",-22}{"docs/s",10}{"by CPU*",10}{"target",10}{"worker MB",12}{"load",7}");
        foreach (var kind in DocumentKind.All.Where(kind => kinds.Count == 0 || kinds.Contains(kind.Name, StringComparer.Ordinal)))
        {
            var files = documents.Originals(kind);
            if (files.Count == 0) continue;
            var (printed, scanned) = await PartedAsync(intake, files);
            if (printed.Count > 0) Row(kind.Name, await MeasureAsync(intake, documents, kind, printed), kind.Target);
            if (scanned.Count > 0) Row(kind.Name + ", scanned", await OnceAsync(intake, scanned), null);
            if (kind.Name == "docx" && printed.Count > 0) await CompareAsync(intake, documents, kind, printed);
        }
        var peak = Processes.WorkerPeak();
        Print($"");
        Print($"Most memory of a worker: {peak:0} MB, allowed {MostMemory:0}: {Verdict(peak, MostMemory, isMost: true)}");
        Print($"* What two quiet cores would give: documents per second of processor time of all processes, times two.");
    }

    // Scans are told by what comes out.
    private static async Task<(List<string> Printed, List<string> Scanned)> PartedAsync(DocumentIntake intake, IReadOnlyList<string> files)
    {
        var reports = await intake.ExtractAsync(files).ToListAsync();
        var parts = files.Zip(reports).ToLookup(pair => pair.Second.Facts.Any(fact => fact.Source.IsOcr), pair => pair.First);
        return (parts[false].ToList(), parts[true].ToList());
    }

    private static async Task<Speed> MeasureAsync(DocumentIntake intake, BenchmarkDocuments documents, DocumentKind kind, IReadOnlyList<string> files)
    {
        var others = documents.Copies(kind, files, Math.Max(files.Count, kind.Count / 4), 1);
        var warmUp = Stopwatch.StartNew();
        while (warmUp.Elapsed.TotalSeconds < WarmUpSeconds) await OnceAsync(intake, others);
        return await OnceAsync(intake, documents.Copies(kind, files, kind.Count, 0));
    }

    private static async Task<Speed> OnceAsync(DocumentIntake intake, IReadOnlyList<string> files)
    {
        var used = Processes.ProcessorSeconds();
        var watch = Stopwatch.StartNew();
        var count = 0;
        await foreach (var report in intake.ExtractAsync(files)) count += report.File.Length > 0 ? 1 : 0;
        watch.Stop();
        return new Speed(count / watch.Elapsed.TotalSeconds, count / (Processes.ProcessorSeconds() - used));
    }

    // Measured before and after LibreOffice; the slower counts.
    private static async Task CompareAsync(DocumentIntake intake, BenchmarkDocuments documents, DocumentKind kind, IReadOnlyList<string> files)
    {
        using var office = LibreOfficeText.Start(files[0]);
        var before = await OnceAsync(intake, documents.Copies(kind, files, kind.Count, 0));
        var (alone, together) = (office?.Alone(files.Take(AloneFiles).ToList()), office?.Together(documents.Copies(kind, files, BatchFiles, 0)));
        if (alone is not { } single || together is not { } batch)
        {
            Print($"  LibreOffice is not installed, or does not read these documents: not compared.");
            return;
        }
        var after = await OnceAsync(intake, documents.Copies(kind, files, kind.Count, 0));
        var speed = Math.Min(before.PerSecond, after.PerSecond);
        Print($"  LibreOffice to text, one start a file:  {1000 * single,7:0} ms; ours {1000 / speed:0.0} ms, {single * speed:0} times faster, target {LeastOverAlone:0}: {Verdict(single * speed, LeastOverAlone)}");
        Print($"  LibreOffice to text, {BatchFiles} files a start: {1000 * batch,7:0} ms a file; {batch * speed:0.0} times faster, target {LeastOverBatch:0}: {Verdict(batch * speed, LeastOverBatch)}");
    }

    private static void Row(string name, Speed speed, double? target) => Print(
        $"{name,-22}{speed.PerSecond,10:0.0}{2 * speed.PerProcessorSecond,10:0.0}{target,10:0}{Processes.WorkerPeak(),12:0}{Processes.Load(),7}  {(target is { } least ? Verdict(speed.PerSecond, least) : "")}");

    private static string Verdict(double value, double target, bool isMost = false) => (isMost ? value < target : value >= target) ? "PASS" : "BELOW";

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

// Documents through the jobs, from the folder they lie in to what readers see, beside the bare extractor on the same
// documents. All of them are made up, and some are made to break readers.
using System.Diagnostics;
using System.Globalization;
using Analytics.Benchmarks.Country;
using Analytics.Benchmarks.Reading;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Testing;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Jobs;

/// <summary>Prints how fast the jobs are, and whether all ended as it must.</summary>
internal static class JobsBenchmark
{
    /// <summary>The argument that runs it; after it the number of documents.</summary>
    public const string Argument = "jobs";

    private const int Warming = 50;
    private const int Rounds = 2;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 5000;
        var place = Directory.CreateTempSubdirectory("analytics-jobs-");
        try
        {
            var documents = MadeUpDocuments.Write(Path.Combine(place.FullName, "documents"), count);
            var (files, good) = (documents.Files, documents.Good.Count);
            Sheet.Say($"{files.Count} made-up documents, {files.Count - good} of them hostile. {Environment.ProcessorCount} cores, load {Processes.Load()}.");
            await using var intake = new DocumentIntake("dotnet", [typeof(JobsBenchmark).Assembly.Location, ReadingWorker.Argument]);
            await BareAsync(intake, files.Take(Warming).ToList());
            var (bare, jobs) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                bare = Math.Min(bare, await BareAsync(intake, files));
                jobs = Math.Min(jobs, await JobsAsync(Path.Combine(place.FullName, $"data{round}"), intake, files, good));
            }
            Sheet.Say($"Bare extractor {bare:0.0} s, {files.Count / bare:0} documents/s; jobs {jobs:0.0} s, {files.Count / jobs:0} documents/s; load {Processes.Load()}.");
            Sheet.Row("throughput of the jobs, of the bare extractor's", bare / jobs, 0.8, isMost: false);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task<double> BareAsync(DocumentIntake intake, IReadOnlyList<string> files)
    {
        var (watch, before, own) = (Stopwatch.StartNew(), Processes.ProcessorSeconds(), Own());
        await foreach (var _ in intake.ExtractAsync(files))
        {
            // Read, and not kept.
        }
        Sheet.Say($"    bare: {watch.Elapsed.TotalSeconds:0.0} s, {Processes.ProcessorSeconds() - before:0.0} s of processors, {Own() - own:0.0} of them outside the workers");
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> JobsAsync(string path, DocumentIntake intake, IReadOnlyList<string> files, int good)
    {
        var folder = new DataFolder(path);
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, CancellationToken.None);
        await using var tables = await OperationsDatabase.OpenAsync(folder, null, TimeProvider.System, CancellationToken.None);
        await using var jobs = await JobHost.StartAsync(folder, writer, intake, tables, null, new JobSettings(), CancellationToken.None);
        var (watch, before, own) = (Stopwatch.StartNew(), Processes.ProcessorSeconds(), Own());
        var run = await jobs.Center.SubmitAsync(RunOrigin.Command, "benchmark", null, files, CancellationToken.None);
        var submitted = watch.Elapsed.TotalSeconds;
        var finished = await jobs.Center.WaitAsync(run, null, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        Sheet.Say($"    received in {submitted:0.0} s, finished in {seconds:0.0} s, {Processes.ProcessorSeconds() - before:0.0} s of processors, {Own() - own:0.0} of them outside the workers: {finished.Run.Loaded} loaded, {finished.Run.Known} known, {finished.Run.Quarantined} quarantined");
        if (finished.Run.Loaded + finished.Documents.Count(document => document.Status == DocumentState.Known && document.Facts > 0) != good || finished.Run.Failed > 0)
            throw new InvalidOperationException($"{good} good documents, {finished.Run.Loaded} loaded.");
        return seconds;
    }

    // Of this process alone: taking in, tables, loading, publishing.
    private static double Own() => Environment.CpuUsage.TotalTime.TotalSeconds;
}

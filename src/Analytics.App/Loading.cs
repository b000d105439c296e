// Taking documents in by command: here, or in the process that owns the folder.
using System.Globalization;
using Analytics.App.Commands;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Spectre.Console;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App;

/// <summary>What became of a list of addresses.</summary>
/// <param name="Finished">Null where no address of it could be taken.</param>
/// <param name="Errors">What is wrong with the list, row by row.</param>
internal sealed record Fetched(FinishedRun? Finished, IReadOnlyList<string> Errors);

internal static class Loading
{
    /// <summary>Takes files in and waits until they have come to an end.</summary>
    /// <exception cref="IOException">What was loaded could not be published.</exception>
    public static async Task<FinishedRun> RunAsync(JobCenter jobs, IReadOnlyList<string> files, IProgress<int>? progress, CancellationToken cancellation)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"命令行：{(files is [var one] ? Path.GetFileName(one) : $"{files.Count} 份文件")}");
        var run = await jobs.SubmitAsync(RunOrigin.Command, title, Environment.UserName, files, cancellation);
        return await jobs.WaitAsync(run, progress, cancellation);
    }

    /// <summary>Fetches the documents of a list of addresses and waits until they have come to an end.</summary>
    public static async Task<Fetched> FetchAsync(JobCenter jobs, string list, CancellationToken cancellation)
    {
        var (run, errors) = await jobs.FetchAsync(await File.ReadAllBytesAsync(list, cancellation), Path.GetFileName(list), Environment.UserName, cancellation);
        return new Fetched(run is null ? null : await jobs.WaitAsync(run, null, cancellation), errors);
    }

    /// <summary>Does work with the jobs going in this process, which takes the data folder for the time.</summary>
    public static async Task<T> HereAsync<T>(DataFolder folder, Func<JobCenter, Task<T>> work, CancellationToken cancellation)
    {
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        await using var tables = await OperationsDatabase.OpenAsync(folder, Cluster.Operations, TimeProvider.System, cancellation);
        await using var intake = await Intake.StartAsync();
        await using var jobs = await JobHost.StartAsync(folder, writer, intake, tables, Cluster.Operations, new JobSettings(), cancellation);
        var result = await work(jobs.Center);
        // What a process before was killed in the middle of is taken up too, and would end unfinished with this one.
        foreach (var other in await jobs.Store.RunsAsync("active", int.MaxValue, 0, cancellation)) await jobs.Center.WaitAsync(other.RunId, null, cancellation);
        return result;
    }

    /// <summary>Prints what became of each document.</summary>
    /// <returns>Exit status.</returns>
    public static async Task<int> PrintAsync(FinishedRun finished, DataFolder folder)
    {
        await using var output = Output.Standard();
        var table = new Table().Border(TableBorder.Simple).AddColumns("file", "outcome", "agency", "year", "facts", "errors", "warnings");
        var documents = finished.Documents.Where(document => document.Status != DocumentState.Unpacked).ToList();
        foreach (var document in documents)
        {
            table.AddRow(
                new Text(document.Name), new Text(document.State), new Text(document.Agency ?? ""),
                new Text(document.Year?.ToString(CultureInfo.InvariantCulture) ?? ""), Number(document.Facts), Number(document.Errors), Number(document.Warnings));
        }
        Output.Write(output, table);
        foreach (var document in documents.Where(document => document.Reason is not null && document.Status != DocumentState.Known))
            await output.WriteLineAsync($"{document.Name}: {document.Reason}");
        var counts = documents.CountBy(document => document.Status).ToDictionary();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{counts.GetValueOrDefault(DocumentState.Loaded)} loaded, {counts.GetValueOrDefault(DocumentState.Known)} known already, {counts.GetValueOrDefault(DocumentState.Quarantined)} quarantined; published version {finished.Run.PublishedVersion ?? folder.CurrentVersion() ?? 0}"));
        if (finished.Run.Status == RunState.Failed || counts.ContainsKey(DocumentState.Failed))
        {
            await Console.Error.WriteLineAsync("Some documents could not be taken in for no fault of theirs. Load them again, or try them again on the page /jobs.");
            return ExitCodes.Failed;
        }
        return counts.ContainsKey(DocumentState.Quarantined) ? ExitCodes.Quarantined : 0;
    }

    private static Text Number(int value) => new(value == 0 ? "" : value.ToString(CultureInfo.InvariantCulture));
}

// `load PATH...`: takes documents into the warehouse and publishes.
using System.CommandLine;
using Analytics.Etl;
using Analytics.Warehouse;
using Spectre.Console;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class LoadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents or folders.", Arity = ArgumentArity.OneOrMore };
        var data = DataOption.Create();
        var command = new Command("load", "Take documents into the warehouse: keep, extract, check, load, publish. Loading the same again changes nothing.") { paths, data };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetRequiredValue(paths), arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string data, CancellationToken cancellation)
    {
        if (DocumentFiles.Missing(paths) is { Count: > 0 } missing)
        {
            await Console.Error.WriteLineAsync($"No such file or folder: {string.Join(", ", missing)}");
            return ExitCodes.WrongArguments;
        }
        var files = DocumentFiles.Find(paths).Select(Path.GetFullPath).ToList();
        var folder = new DataFolder(data);
        if (await OwnerSocket.AskAsync<LoadRunResult>(folder, new OwnerRequest("load", files), cancellation) is { } answer)
        {
            await Print(answer);
            return answer.Documents.Any(document => document.Outcome == LoadOutcome.Quarantined) ? ExitCodes.Quarantined : 0;
        }
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        await using var intake = await Intake.StartAsync();
        var result = await Progress.ShowAsync("loading", files.Count,
            progress => new LoadRun(folder, writer, intake, CatalogData.Current).RunAsync(files, progress, cancellation));
        await Print(result);
        return result.Documents.Any(document => document.Outcome == LoadOutcome.Quarantined) ? ExitCodes.Quarantined : 0;
    }

    private static async Task Print(LoadRunResult result)
    {
        await using var output = Output.Standard();
        var table = new Table().Border(TableBorder.Simple).AddColumns("file", "outcome", "agency", "year", "facts", "errors", "warnings");
        foreach (var document in result.Documents)
        {
            table.AddRow(
                new Text(document.Name), new Text(document.Outcome.ToString().ToLowerInvariant()), new Text(document.Agency ?? ""),
                new Text(document.Year?.ToString() ?? ""), Number(document.Facts), Number(document.Errors), Number(document.Warnings));
        }
        Output.Write(output, table);
        foreach (var document in result.Documents.Where(document => document.Reason is not null))
            await output.WriteLineAsync($"{document.Name}: {document.Reason}");
        var counts = result.Documents.CountBy(document => document.Outcome).ToDictionary();
        await output.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{counts.GetValueOrDefault(LoadOutcome.Loaded)} loaded, {counts.GetValueOrDefault(LoadOutcome.Known)} known already, {counts.GetValueOrDefault(LoadOutcome.Quarantined)} quarantined; published version {result.Version}"));
    }

    private static Text Number(int value) => new(value == 0 ? "" : value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

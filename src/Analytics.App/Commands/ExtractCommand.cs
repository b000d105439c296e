// `extract PATH...`: reads documents and prints what it found; no warehouse involved.
using System.CommandLine;
using Analytics.Etl;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents or folders.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "json: one object per document and line; table: for people.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "table");
        var command = new Command("extract", "Read documents and print what was found. Exit status 3 when some were quarantined.") { paths, format };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetRequiredValue(paths), arguments.GetRequiredValue(format), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string format, CancellationToken cancellation)
    {
        if (DocumentFiles.Missing(paths) is { Count: > 0 } missing)
        {
            await Console.Error.WriteLineAsync($"No such file or folder: {string.Join(", ", missing)}");
            return ExitCodes.WrongArguments;
        }
        var catalog = CatalogData.Current;
        var quarantined = 0;
        await using var intake = await Intake.StartAsync();
        await using var output = Output.Standard();
        await foreach (var report in intake.ExtractAsync(DocumentFiles.Find(paths), cancellation))
        {
            if (report.IsQuarantined) quarantined++;
            await output.WriteLineAsync(format == "json" ? ReportJson.Write(report, catalog) : ReportText.Write(report, catalog));
        }
        return quarantined > 0 ? ExitCodes.Quarantined : 0;
    }
}

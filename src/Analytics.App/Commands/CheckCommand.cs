// `check`: the warehouse's own integrity checks, with what each covered, and the rules over years and between reports anew.
using System.CommandLine;
using System.Globalization;
using Analytics.Warehouse;
using Spectre.Console;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class CheckCommand
{
    private const int ShownRows = 5;

    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("check", "Run the warehouse's integrity checks, then the rules over years and between reports for all reports, and publish. Exit status 1 when a check is broken; nothing is published then.") { data };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancellation)
    {
        var folder = Cluster.Folder(data);
        var looked = await OwnerSocket.AskAsync<Checked>(folder, new OwnerRequest("check", []), cancellation);
        if (looked is null)
        {
            using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
            looked = await WarehouseWork.CheckAsync(writer, cancellation);
        }
        return await PrintAsync(looked);
    }

    private static async Task<int> PrintAsync(Checked looked)
    {
        await using var output = Output.Standard();
        var table = new Table().Border(TableBorder.Simple).AddColumns("check", "covered", "failing", "outcome");
        foreach (var result in looked.Checks)
        {
            table.AddRow(
                new Text(result.Name), new Text(result.Covered.ToString(CultureInfo.InvariantCulture)),
                new Text(result.Failing.Count.ToString(CultureInfo.InvariantCulture)), new Text(result.Failing.Count == 0 ? "passed" : "broken"));
        }
        Output.Write(output, table);
        foreach (var result in looked.Checks.Where(result => result.Failing.Count > 0))
        {
            foreach (var row in result.Failing.Take(ShownRows)) await output.WriteLineAsync($"{result.Name}: {row}");
            if (result.Failing.Count > ShownRows) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Name}: and {result.Failing.Count - ShownRows} more rows"));
        }
        if (looked.Version is not { } version)
        {
            await Console.Error.WriteLineAsync("The warehouse is damaged. Restore a backup, or load the documents into a new data folder: they are all in documents/.");
            return ExitCodes.Failed;
        }
        var rules = new Table().Border(TableBorder.Simple).AddColumns("rule", "breaches", "reports", "");
        foreach (var rule in looked.Rules)
        {
            rules.AddRow(
                new Text(rule.Rule), new Text(rule.Breaches.ToString(CultureInfo.InvariantCulture)),
                new Text(rule.Reports.ToString(CultureInfo.InvariantCulture)), new Text(CatalogData.Current.Rule(rule.Rule).MessageZh));
        }
        Output.Write(output, rules);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"All checks passed. The rules were run for all reports; published version {version}"));
        return 0;
    }
}

// `load PATH...`: takes documents into the warehouse and publishes.
using System.CommandLine;
using Analytics.Etl;
using Analytics.Etl.Jobs;

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
        var folder = Cluster.Folder(data);
        var finished = await OwnerSocket.AskAsync<FinishedRun>(folder, new OwnerRequest("load", files), cancellation)
            ?? await Progress.ShowAsync("loading", files.Count, progress =>
                Loading.HereAsync(folder, jobs => Loading.RunAsync(jobs, files, progress, cancellation), cancellation));
        return await Loading.PrintAsync(finished, folder);
    }
}

// `fetch LIST.csv`: documents from addresses, fetched politely and taken in.
using System.CommandLine;

namespace Analytics.App.Commands;

internal static class FetchCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("LIST") { Description = "A CSV file with the columns agency, year and url." };
        var data = DataOption.Create();
        var command = new Command("fetch", "Fetch the documents of listed addresses and take them in. Hosts that may be asked are listed in DATA/hosts.txt; robots.txt is honoured, one request per host at a time.") { list, data };
        command.SetAction((arguments, cancellation) => RunAsync(Path.GetFullPath(arguments.GetRequiredValue(list)), arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string list, string data, CancellationToken cancellation)
    {
        if (!File.Exists(list))
        {
            await Console.Error.WriteLineAsync($"No such file: {list}");
            return ExitCodes.WrongArguments;
        }
        var folder = Cluster.Folder(data);
        var fetched = await OwnerSocket.AskAsync<Fetched>(folder, new OwnerRequest("fetch", [list]), cancellation)
            ?? await Loading.HereAsync(folder, jobs => Loading.FetchAsync(jobs, list, cancellation), cancellation);
        foreach (var error in fetched.Errors) await Console.Error.WriteLineAsync(error);
        return fetched.Finished is null ? ExitCodes.WrongArguments : await Loading.PrintAsync(fetched.Finished, folder);
    }
}

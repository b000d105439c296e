// `publish`: the newest state to readers, or back to an earlier version.
using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Analytics.App.Commands;

internal static class PublishCommand
{
    public static Command Create()
    {
        var version = new Option<int?>("--version") { Description = "Take readers back to this version, until the next publication." };
        var list = new Option<bool>("--list") { Description = "List the versions there are." };
        var data = DataOption.Create();
        var command = new Command("publish", "Publish the newest state, or go back to an earlier version.") { version, list, data };
        command.SetAction((arguments, cancellation) => arguments.GetValue(list)
            ? ListAsync(arguments.GetRequiredValue(data))
            : RunAsync(arguments.GetValue(version), arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int? version, string data, CancellationToken cancellation)
    {
        var request = new OwnerRequest("publish", version is { } number ? [number.ToString(CultureInfo.InvariantCulture)] : []);
        var done = await WarehouseWork.PublishAnywhereAsync(request, Cluster.Folder(data), cancellation);
        await using var output = Output.Standard();
        await output.WriteLineAsync(done.Text);
        return 0;
    }

    private static async Task<int> ListAsync(string data)
    {
        var folder = Cluster.Folder(data);
        await using var output = Output.Standard();
        var table = new Table().Border(TableBorder.Simple).AddColumns("version", "published", "size", "");
        foreach (var version in folder.PublishedVersions().Order())
        {
            var file = new FileInfo(folder.PublishedFile(version));
            table.AddRow(
                version.ToString(CultureInfo.InvariantCulture), file.LastWriteTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1e6:0.0} MB"),
                string.Join(", ", new[] { version == folder.CurrentVersion() ? "current" : null, File.Exists(folder.PinOf(version)) ? "pinned" : null }.OfType<string>()));
        }
        Output.Write(output, table);
        return 0;
    }
}

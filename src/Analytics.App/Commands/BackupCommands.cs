// `backup FILE` and `restore FILE`: a consistent copy of a data folder, and back from it.
using System.CommandLine;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class BackupCommands
{
    public static Command CreateBackup()
    {
        var file = new Argument<string>("FILE") { Description = "A compressed tar file to write." };
        var data = DataOption.Create();
        var command = new Command("backup", "Write the warehouse, every document, the runs, saved views and letters into one file; works while the dashboards are being served.") { file, data };
        command.SetAction(async (arguments, cancellation) =>
        {
            var done = await WarehouseWork.BackUpAnywhereAsync(Path.GetFullPath(arguments.GetRequiredValue(file)), Cluster.Folder(arguments.GetRequiredValue(data)), cancellation);
            await using var output = Output.Standard();
            await output.WriteLineAsync(done.Text);
            return 0;
        });
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "What backup wrote." };
        var data = DataOption.Create();
        var command = new Command("restore", "Fill an empty data folder from a backup and publish it.") { file, data };
        command.SetAction(async (arguments, cancellation) =>
        {
            var folder = Cluster.Folder(arguments.GetRequiredValue(data));
            var version = await WarehouseWriter.RestoreAsync(folder, arguments.GetRequiredValue(file), CatalogData.Current, TimeProvider.System, cancellation);
            await using var output = Output.Standard();
            await output.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{folder.Root} is as it was backed up; published version {version}."));
            return 0;
        });
        return command;
    }
}

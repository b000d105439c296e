// The commands of the program. Composition only.
using System.CommandLine;
using Analytics.App.Commands;
using Analytics.Warehouse;

namespace Analytics.App;

internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>Exit status.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Open warehouse and dashboard of 政府信息公开工作年度报告 (annual reports on government information disclosure).");
        root.Add(ExtractCommand.Create());
        root.Add(LoadCommand.Create());
        root.Add(FetchCommand.Create());
        root.Add(QueryCommand.Create());
        root.Add(PublishCommand.Create());
        root.Add(BackupCommands.CreateBackup());
        root.Add(BackupCommands.CreateRestore());
        root.Add(CheckCommand.Create());
        root.Add(ServeCommand.Create());
        root.Add(WorkerCommand.Create());
        root.Add(SynthCommand.Create());
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is DataFolderInUseException or SchemaMismatchException or PublishException or NothingPublishedException
            or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Failed;
        }
    }
}

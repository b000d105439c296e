// The program `analytics`: commands and the web host. Composition only.
using System.CommandLine;
using Analytics.App;
using Analytics.App.Commands;
using Analytics.Warehouse;

var root = new RootCommand("Open warehouse and dashboard of 政府信息公开工作年度报告 (annual reports on government information disclosure).");
root.Add(ExtractCommand.Create());
root.Add(LoadCommand.Create());
root.Add(QueryCommand.Create());
root.Add(ServeCommand.Create());
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is DataFolderInUseException or SchemaMismatchException or PublishException or NothingPublishedException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCodes.Failed;
}
catch (OperationCanceledException)
{
    return ExitCodes.Failed;
}

// `worker`: a further machine that reads documents for the owner of the warehouse.
using System.CommandLine;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.App.Commands;

internal static class WorkerCommand
{
    public static Command Create()
    {
        var command = new Command("worker", $"Read documents for a warehouse that another process owns. {Cluster.OperationsVariable} names the PostgreSQL database they share, {Cluster.DocumentsVariable} the folder of documents.");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (Cluster.Operations is not { } connection || Cluster.Documents is not { } documents)
        {
            await Console.Error.WriteLineAsync($"A worker needs {Cluster.OperationsVariable} (a PostgreSQL connection string) and {Cluster.DocumentsVariable} (a folder that all nodes see), the same as the process that serves. The README says how to set up a cluster.");
            return ExitCodes.WrongArguments;
        }
        var folder = DataFolder.OfWorker(documents);
        await using var tables = await OperationsDatabase.OpenAsync(folder, connection, TimeProvider.System, cancellation);
        await using var intake = Intake.Create();
        if (intake.Isolation is { } isolation) await Console.Error.WriteLineAsync($"Documents are read in processes of their own; {isolation.Text}.");
        await using var jobs = await JobHost.StartAsync(folder, null, intake, tables, connection, new JobSettings(), cancellation);
        await Console.Error.WriteLineAsync($"Reading documents of {documents} for the jobs in {tables.Place}. Ctrl+C stops it; what it has in hand, others take up.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
        return 0;
    }
}

// Hears from other processes that there is something to do, so that a batch is taken up by whom it was dealt to as soon as it is dealt,
// and what was read is loaded as soon as it is read; besides, everybody looks every second.
using System.Data.Common;
using Analytics.Etl.Operations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Jobs;

internal sealed class Listener(OperationsDatabase operations, Schedulers schedulers, JobSignal signal, TimeProvider clock, ILogger<Listener> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await operations.ListenAsync(HeardAsync, stoppingToken);
            }
            catch (DbException e)
            {
                log.LogWarning(e, "Nothing is heard from other processes; trying again");
                await Task.Delay(Again, clock, stoppingToken);
            }
        }

        async Task HeardAsync()
        {
            await schedulers.LookAsync(stoppingToken);
            signal.Raise();
        }
    }
}

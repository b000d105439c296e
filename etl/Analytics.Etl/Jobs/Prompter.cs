// Has what is due looked for as soon as something changes here; besides, it is looked for every second. At the start, ends what a
// process before has left open.
using Analytics.Etl.Operations;
using Microsoft.Extensions.Hosting;

namespace Analytics.Etl.Jobs;

internal sealed class Prompter(OperationsStore store, RunLog log, JobSignal signal, Schedulers schedulers, JobSchedules schedules, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>Whoever was adding to a run ended with its process; what was taken in goes on. Before anybody here opens one.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await store.RunsAsync("open", int.MaxValue, 0, cancellationToken))
        {
            await store.CloseRunAsync(run.RunId, cancellationToken);
            log.Warn(run.RunId, "收件时程序中断：已收下的文件照常处理，其余文件请重新提交。");
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schedules.ApplyAsync(stoppingToken);
        while (true)
        {
            await signal.WaitAsync(Rest, stoppingToken);
            await schedulers.RunNowAsync(JobNames.Conduct, stoppingToken);
            // While much happens, looking for what is due must not cost more than doing it.
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}

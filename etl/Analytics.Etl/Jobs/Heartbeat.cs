// Tells the others that this node lives.
using Analytics.Etl.Operations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Jobs;

internal sealed class Heartbeat(OperationsStore store, NodeIdentity node, TimeProvider clock, ILogger<Heartbeat> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>The first sign of life comes before anything is taken up.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.GoneAsync(node, cancellationToken);
        await store.SeenAsync(node, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await store.GoneAsync(node, CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.SeenAsync(node, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The operations tables do not answer; trying again");
            }
        }
    }
}

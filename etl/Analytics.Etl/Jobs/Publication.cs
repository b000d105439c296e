// Publishes what was loaded, and tells the runs that waited for it.
using System.Globalization;
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.Etl.Jobs;

/// <summary>Publishes, one at a time.</summary>
internal sealed class Publication(
    WarehouseWriter writer, OperationsStore store, PublishRequests requests, RunLog log, JobSignal signal, JobSettings settings, TimeProvider clock)
{
    private DateTimeOffset last = clock.GetUtcNow();

    /// <summary>Publishes where a long run has not been published for a while.</summary>
    public async Task IfDueAsync(CancellationToken cancellation)
    {
        if (clock.GetUtcNow() - last >= settings.PublishAtLeast) await PublishAsync(cancellation);
    }

    /// <summary>What was decided before this process began is not seen yet where marts are out of date.</summary>
    public async Task RememberAsync(CancellationToken cancellation)
    {
        if (await writer.IsWaitingAsync(cancellation)) requests.Ask();
    }

    /// <summary>Publishes where a run or a person waits for it.</summary>
    /// <exception cref="PublishException">The version before goes on serving; what was loaded is safe.</exception>
    public async Task ForRunsAsync(CancellationToken cancellation)
    {
        if (requests.IsDue || (await store.PublishingAsync(cancellation)).Count > 0) await PublishAsync(cancellation);
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        var runs = await store.PublishingAsync(cancellation);
        requests.Begin();
        try
        {
            var version = await writer.PublishAsync(cancellation);
            last = clock.GetUtcNow();
            await store.PublishedAsync(runs, version, cancellation);
            foreach (var run in runs) log.Info(run, string.Create(CultureInfo.InvariantCulture, $"已发布版本 {version}，运行结束。"));
        }
        catch (PublishException e)
        {
            requests.Ask();
            await store.NotPublishedAsync(e.Message, cancellation);
            foreach (var run in runs) log.Error(run, e.Message);
            throw;
        }
        finally
        {
            signal.Raise();
        }
    }
}

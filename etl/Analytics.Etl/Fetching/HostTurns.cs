// One request at a time to each host, with a rest between two; some hosts at a time.
using System.Collections.Concurrent;

namespace Analytics.Etl.Fetching;

/// <summary>Who may ask a host next. Safe for use by many threads.</summary>
internal sealed class HostTurns(int hosts, TimeSpan longestWait, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Host> byName = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(hosts);

    /// <summary>Waits for the turn at a host; it ends when it is disposed.</summary>
    /// <param name="name">As <see cref="HostList.Name"/> gives it.</param>
    /// <param name="pause">Least time since the request before.</param>
    public async Task<Turn> TakeAsync(string name, TimeSpan pause, CancellationToken cancellation)
    {
        var host = byName.GetOrAdd(name, _ => new Host());
        await host.Queue.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            var rest = host.RestUntil - now;
            // Nobody waits here for a host that wants to be left alone for long: whoever asks is told.
            if (rest > longestWait) return new Turn(this, host, rest, false);
            var next = host.LastEnd + pause > host.RestUntil ? host.LastEnd + pause : host.RestUntil;
            if (next > now) await Task.Delay(next - now, time, cancellation);
            await places.WaitAsync(cancellation);
            return new Turn(this, host, TimeSpan.Zero, true);
        }
        catch
        {
            host.Queue.Release();
            throw;
        }
    }

    public void Dispose()
    {
        places.Dispose();
        foreach (var host in byName.Values) host.Queue.Dispose();
    }

    internal sealed class Host
    {
        public SemaphoreSlim Queue { get; } = new(1);

        public DateTimeOffset LastEnd { get; set; }

        public DateTimeOffset RestUntil { get; set; }
    }

    /// <summary>The turn at a host.</summary>
    /// <param name="rest">How long the host wants to be left alone.</param>
    /// <param name="mayAsk">False where that is too long to wait here.</param>
    internal sealed class Turn(HostTurns turns, Host host, TimeSpan rest, bool mayAsk) : IDisposable
    {
        public bool MayAsk => mayAsk;

        public TimeSpan Rest => rest;

        /// <summary>The host asked to be left alone.</summary>
        public void RestFor(TimeSpan asked) => host.RestUntil = turns.Now + asked;

        public void Dispose()
        {
            if (mayAsk)
            {
                host.LastEnd = turns.Now;
                turns.places.Release();
            }
            host.Queue.Release();
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}

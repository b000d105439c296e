// Time that passes when it is waited for: pauses cost a test nothing, and are seen by those who look at the clock.
namespace Analytics.Etl.Tests.Fetching;

internal sealed class PassingTime : TimeProvider
{
    private readonly Lock guard = new();
    private DateTimeOffset now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard) return now;
    }

    public void Pass(TimeSpan time)
    {
        lock (guard) now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) Pass(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Done();
    }

    private sealed class Done : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

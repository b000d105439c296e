// Wakes whoever waits for something to happen in this process; what other processes do is seen a little later.
namespace Analytics.Etl.Jobs;

/// <summary>Says that something changed.</summary>
public sealed class JobSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Something changed: whoever waits looks.</summary>
    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Returns at the next change, at the latest after a time.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancellation)
    {
        var one = Volatile.Read(ref next).Task;
        await Task.WhenAny(one, Task.Delay(most, cancellation));
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

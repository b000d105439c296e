// A request on its way through the pool: ends exactly once, whoever is first among worker, caller and disposal.
namespace Analytics.Sandbox;

/// <summary>Waits, then is begun by one seat, or is cancelled before.</summary>
internal sealed class SandboxJob
{
    private readonly TaskCompletionSource<SandboxResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private int _isTaken;

    internal SandboxJob(ReadOnlyMemory<byte> request, TimeSpan timeLimit, CancellationToken cancellation)
    {
        Request = request;
        TimeLimit = timeLimit;
        _cancellation = cancellation;
        _registration = cancellation.UnsafeRegister(static job => ((SandboxJob)job!).CancelWhileWaiting(), this);
    }

    internal ReadOnlyMemory<byte> Request { get; private set; }

    internal TimeSpan TimeLimit { get; }

    internal Task<SandboxResult> Result => _result.Task;

    internal bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>False if it was cancelled while it waited.</summary>
    internal bool TryBegin() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    internal void Complete(SandboxResult result)
    {
        _registration.Unregister();
        _result.TrySetResult(result);
    }

    internal void Complete(Exception fault)
    {
        _registration.Unregister();
        _result.TrySetException(fault);
    }

    /// <summary>Ends without an answer: cancelled, or else the pool is being disposed.</summary>
    internal void Abandon()
    {
        _registration.Unregister();
        if (IsCancelled)
            _result.TrySetCanceled(_cancellation);
        else
            _result.TrySetException(new ObjectDisposedException(nameof(SandboxPool)));
    }

    private void CancelWhileWaiting()
    {
        if (!TryBegin())
            return; // its seat looks at the token
        Request = default; // may stay in the queue for a while
        _result.TrySetCanceled(_cancellation);
    }
}

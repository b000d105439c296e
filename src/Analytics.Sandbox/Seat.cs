// A place in the pool: one thread that has one worker at a time, and replaces it.
namespace Analytics.Sandbox;

/// <summary>Serves jobs until the pool has no more.</summary>
/// <param name="next">The next job for this seat; null when there is none now: then <see cref="Give"/> brings it.</param>
/// <param name="start">Starts a worker, as <see cref="WorkerProcess.Start"/>.</param>
/// <param name="isPoolEnding">Whether to let everything drop.</param>
internal sealed class Seat(
    Func<Seat, SandboxJob?> next,
    Func<Func<bool>, (WorkerProcess? Worker, SandboxResult.Failed? Failure)> start,
    Func<bool> isPoolEnding,
    Action left)
{
    private readonly object _letterbox = new();
    private bool _hasLetter;
    private SandboxJob? _given;
    private SandboxJob? _current;
    private WorkerProcess? _worker;

    internal void Start() => new Thread(Serve) { IsBackground = true, Name = "sandbox" }.Start();

    /// <summary>Brings an idle seat a job; null ends it.</summary>
    internal void Give(SandboxJob? job)
    {
        lock (_letterbox)
        {
            _given = job;
            _hasLetter = true;
            Monitor.Pulse(_letterbox);
        }
    }

    private SandboxJob? WaitForJob()
    {
        lock (_letterbox)
        {
            while (!_hasLetter)
                Monitor.Wait(_letterbox);
            _hasLetter = false;
            return _given;
        }
    }

    private void Serve()
    {
        var job = next(this) ?? WaitForJob();
        while (job is not null)
        {
            var finish = job.TryBegin() ? Work(job) : null;
            // Free before the caller hears of it: whose next request comes at once then meets this worker, not a new one.
            var following = next(this);
            finish?.Invoke();
            if (_worker is { IsUsable: false })
            {
                _worker.Dispose(); // only now: its folder may be large
                _worker = null;
            }

            job = following ?? WaitForJob();
        }

        _worker?.Dispose();
        left();
    }

    /// <summary>Does the job, and returns how to tell its caller.</summary>
    private Action Work(SandboxJob job)
    {
        _current = job;
        try
        {
            return Answer(job) is { } result ? () => job.Complete(result) : job.Abandon;
        }
#pragma warning disable CA1031 // it is the caller's to see, and the pool goes on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _worker?.Kill();
            return () => job.Complete(fault);
        }
    }

    private SandboxResult? Answer(SandboxJob job)
    {
        SandboxResult.Failed? failure = null;
        if (_worker is null)
            (_worker, failure) = start(IsInterrupted);
        return _worker is null ? failure : _worker.Exchange(job.Request, job.TimeLimit);
    }

    private bool IsInterrupted() => isPoolEnding() || _current!.IsCancelled;
}

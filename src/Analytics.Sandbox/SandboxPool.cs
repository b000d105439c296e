// Foreign bytes are read by processes that may crash, hang or swell: this hands requests to them and outlives them all.
namespace Analytics.Sandbox;

/// <summary>
/// A pool of long-lived child processes. Requests beyond the number of workers wait in line. A request that ends its
/// worker costs that request only. Linux only.
/// </summary>
public sealed class SandboxPool : IAsyncDisposable, IDisposable
{
    private readonly Lock _gate = new();
    private readonly SandboxOptions _options;
    private readonly PrivateFolder _folder;
    private readonly Queue<SandboxJob> _waiting = new();
    private readonly Stack<Seat> _idle = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seats;
    private long _starts;
    private volatile bool _isDisposed;

    /// <summary>Makes the pool; workers are started with the first requests.</summary>
    /// <exception cref="ArgumentException">A limit or number is not positive.</exception>
    /// <exception cref="PlatformNotSupportedException">Not on Linux.</exception>
    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    public SandboxPool(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Workers < 1 || options.RequestsPerWorker < 1 || options.OutputLimit < 0 || options.MemoryLimit <= 0 || options.HeapLimit <= 0
            || options.TimeLimit <= TimeSpan.Zero || options.StartLimit <= TimeSpan.Zero)
        {
            throw new ArgumentException("Limits and numbers must be positive.", nameof(options));
        }

        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Sandbox workers need Linux.");

        _options = options;
        Isolation = options.IsolateNetwork ? SandboxIsolation.Best : SandboxIsolation.SessionOnly;
        _folder = PrivateFolder.Create(options.TemporaryFolder);
    }

    /// <summary>Whether workers have a network, and why if they do.</summary>
    public SandboxIsolation Isolation { get; }

    /// <summary>Workers started so far, replacements included.</summary>
    public long Starts => Interlocked.Read(ref _starts);

    /// <summary>Has a worker answer a request. The bytes must not change until then.</summary>
    /// <param name="cancellation">A running request ends together with its worker, within about 0.1 s.</param>
    /// <exception cref="OperationCanceledException">Cancelled before it was answered.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed before it was answered.</exception>
    public Task<SandboxResult> RunAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation = default) =>
        RunAsync(request, _options.TimeLimit, cancellation);

    /// <inheritdoc cref="RunAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    /// <param name="timeLimit">For this request, in place of <see cref="SandboxOptions.TimeLimit"/>.</param>
    public Task<SandboxResult> RunAsync(ReadOnlyMemory<byte> request, TimeSpan timeLimit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeLimit, TimeSpan.Zero);
        var job = new SandboxJob(request, timeLimit, cancellation);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // The seat that worked last is warm; another worker is started only when all are busy.
            if (_idle.TryPop(out var seat))
            {
                seat.Give(job);
                return job.Result;
            }

            _waiting.Enqueue(job);
            if (_seats < _options.Workers)
            {
                _seats++;
                new Seat(NextFor, StartWorker, () => _isDisposed, Leave).Start();
            }
        }

        return job.Result;
    }

    /// <summary>Ends all workers, and all requests with <see cref="ObjectDisposedException"/>.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                while (_waiting.TryDequeue(out var job))
                    job.Abandon();
                while (_idle.TryPop(out var seat))
                    seat.Give(null);
                EndIfLast();
            }
        }

        return new ValueTask(_ended.Task);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => _ = DisposeAsync().AsTask().Wait(Timeout.Infinite);

    private SandboxJob? NextFor(Seat seat)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                seat.Give(null);
                return null;
            }

            if (_waiting.TryDequeue(out var job))
                return job;
            _idle.Push(seat);
            return null;
        }
    }

    private (WorkerProcess? Worker, SandboxResult.Failed? Failure) StartWorker(Func<bool> isInterrupted)
    {
        Interlocked.Increment(ref _starts);
        try
        {
            return WorkerProcess.Start(_options, Isolation, _folder.CreateInside(), isInterrupted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new SandboxResult.Failed(SandboxFailure.StartFailed, e.Message, ""));
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _seats--;
            EndIfLast();
        }
    }

    private void EndIfLast()
    {
        if (_seats > 0 || !_isDisposed)
            return;
        _folder.Dispose();
        _ended.TrySetResult();
    }
}

// One living worker: starts it, exchanges a request for a response under all limits on one thread, and ends it.
using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;

namespace Analytics.Sandbox;

/// <summary>
/// Used by one thread. All waiting is one poll on the three pipes that wakes up for the next limit to look at, so an idle
/// worker costs nothing, and no thread can be stuck in a read that nobody ends.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LookMilliseconds = 100;
    private const int CloseLookMilliseconds = 10;
    private const int HeavyCheckEvery = 64;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);

    private readonly SandboxOptions _options;
    private readonly Process _process;
    private readonly ProcessKey _key;
    private readonly ProcessTree _tree;
    private readonly WorkerPipes _pipes;
    private readonly string _folder;
    private readonly Func<bool> _isInterrupted;
    private long _requests;
    private bool _isTreeDead;

    private WorkerProcess(SandboxOptions options, Process process, string folder, Func<bool> isInterrupted)
    {
        _options = options;
        _process = process;
        _folder = folder;
        _isInterrupted = isInterrupted;
        // Already gone: then no row can match, and its session is found by number.
        _key = ProcessTable.Read(process.Id)?.Key ?? new ProcessKey(process.Id, 0);
        _tree = new ProcessTree(_key);
        _pipes = new WorkerPipes(
            ((PipeStream)process.StandardInput.BaseStream).SafePipeHandle,
            ((PipeStream)process.StandardOutput.BaseStream).SafePipeHandle,
            ((PipeStream)process.StandardError.BaseStream).SafePipeHandle,
            options.OutputLimit);
    }

    /// <summary>False once a request went wrong or the worker has served its time: it is to be replaced.</summary>
    internal bool IsUsable { get; private set; }

    /// <summary>Starts a worker and waits until it is ready.</summary>
    /// <param name="isInterrupted">Asked ten times a second; true ends the waiting.</param>
    /// <returns>The worker, or why there is none; neither when interrupted.</returns>
    internal static (WorkerProcess? Worker, SandboxResult.Failed? Failure) Start(
        SandboxOptions options, SandboxIsolation isolation, string folder, Func<bool> isInterrupted)
    {
        IReadOnlyList<string> words = [.. isolation.Wrapper, options.FileName, .. options.Arguments];
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, options, folder);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            PrivateFolder.Delete(folder);
            return (null, new SandboxResult.Failed(SandboxFailure.StartFailed, $"{words[0]}: {e.Message}", ""));
        }

        var worker = new WorkerProcess(options, process, folder, isInterrupted);
        var failure = worker.Wait(options.StartLimit);
        if (failure is null && worker._pipes is { HasAnswer: true, Answer: { Kind: FrameKind.Ready, Id: 0 } })
        {
            worker.IsUsable = true;
            return (worker, null);
        }

        if (failure is null && worker._pipes.HasAnswer || failure?.Reason is SandboxFailure.OutputTooLarge)
            failure = worker.Fail(SandboxFailure.StartFailed, "it wrote to standard output before the protocol began");
        worker.Dispose();
        return (null, failure is null ? null : failure with { Reason = SandboxFailure.StartFailed });
    }

    /// <summary>Has one request answered.</summary>
    /// <returns>Null when interrupted.</returns>
    internal SandboxResult? Exchange(ReadOnlyMemory<byte> request, TimeSpan timeLimit)
    {
        IsUsable = false;
        _requests++;
        _pipes.Send(new Frame(request.Length, _requests, FrameKind.Request), request);
        var failure = Wait(timeLimit);
        if (failure is not null || !_pipes.HasAnswer)
        {
            Kill();
            return failure;
        }

        var (head, payload) = (_pipes.Answer, _pipes.Payload);
        if (head.Id != _requests || !_pipes.IsSent || head.Kind is not (FrameKind.Completed or FrameKind.Refused or FrameKind.OutOfMemory))
            return Fail(SandboxFailure.Crashed, "it answered what it was not asked");
        if (head.Kind is FrameKind.OutOfMemory)
            return Fail(SandboxFailure.OutOfMemory, $"its heap reached the limit of {_options.HeapLimit ?? _options.MemoryLimit:N0} bytes");

        IsUsable = _requests < _options.RequestsPerWorker && !IsHeavy();
        if (head.Kind is FrameKind.Completed)
            return new SandboxResult.Completed(payload);
        var text = Encoding.UTF8.GetString(payload);
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? Fail(SandboxFailure.Crashed, "its refusal has no reason") : new SandboxResult.Refused(text[(line + 1)..], text[..line]);
    }

    public void Dispose()
    {
        Kill();
        _process.StandardInput.BaseStream.Dispose();
        _process.StandardOutput.Dispose();
        _process.StandardError.Dispose();
        _process.Dispose();
        PrivateFolder.Delete(_folder);
    }

    /// <summary>Serves the pipes until an answer is whole or a limit is broken.</summary>
    /// <returns>Null also when interrupted; then there is no answer.</returns>
    private SandboxResult.Failed? Wait(TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        var nextLook = (double)LookMilliseconds;
        while (true)
        {
            var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            switch (_pipes.Advance((int)Math.Clamp(Math.Ceiling(Math.Min(nextLook, limit.TotalMilliseconds) - elapsed), 0, LookMilliseconds)))
            {
                case PipeState.Answered:
                    return null;
                case PipeState.TooLarge:
                    return Fail(SandboxFailure.OutputTooLarge, $"its response is longer than {_options.OutputLimit:N0} bytes");
                case PipeState.Ended:
                    return FailAsDead();
                default:
                    break;
            }

            elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (elapsed >= limit.TotalMilliseconds)
                return Fail(SandboxFailure.TimedOut, $"not done after {limit.TotalSeconds:0.###} s");
            if (elapsed < nextLook)
                continue;
            if (_isInterrupted())
                return null;
            if (_process.HasExited)
                return _pipes.Advance(0) is PipeState.Answered ? null : FailAsDead(); // a child of it holds the pipe open
            var resident = _tree.Resident(CloseLookMilliseconds / 2);
            if (resident > _options.MemoryLimit)
                return Fail(SandboxFailure.OutOfMemory, $"{resident:N0} bytes resident, allowed are {_options.MemoryLimit:N0}");
            nextLook = elapsed + (resident > _options.MemoryLimit / 2 ? CloseLookMilliseconds : LookMilliseconds);
        }
    }

    /// <summary>The worker ended by itself, or closed its output, which is the same to us.</summary>
    private SandboxResult.Failed FailAsDead()
    {
        _process.WaitForExit(LookMilliseconds);
        var how = !_process.HasExited ? "it closed its output"
            : _process.ExitCode > 128 ? $"it was ended by signal {_process.ExitCode - 128}"
            : $"it ended with exit code {_process.ExitCode}";
        var failure = Fail(SandboxFailure.Crashed, how);
        // .NET's words when the heap limit is met where no handler can catch it.
        return failure.LastWords.Contains("Out of memory.", StringComparison.Ordinal) || failure.LastWords.Contains("OutOfMemoryException", StringComparison.Ordinal)
            ? failure with { Reason = SandboxFailure.OutOfMemory }
            : failure;
    }

    private SandboxResult.Failed Fail(SandboxFailure reason, string message)
    {
        IsUsable = false;
        Kill();
        _pipes.DrainWords();
        return new SandboxResult.Failed(reason, message, _pipes.Words);
    }

    /// <summary>Ends it with everything it started; what it printed can still be read.</summary>
    internal void Kill()
    {
        IsUsable = false;
        if (_isTreeDead)
            return;
        _isTreeDead = true;
        _tree.Kill();
        _process.WaitForExit(EndPatience);
    }

    /// <summary>Replaced before it grows so far that an innocent request is blamed.</summary>
    private bool IsHeavy() =>
        _requests % HeavyCheckEvery == 0 && ProcessTable.Read(_key.Id) is { } row && row.Resident > _options.MemoryLimit / 2;

    private static void SetEnvironment(IDictionary<string, string?> variables, SandboxOptions options, string folder)
    {
        foreach (var name in variables.Keys.Where(name => name is not ("PATH" or "LANG") && !name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList())
            variables.Remove(name);
        variables.TryAdd("LANG", "C.UTF-8");
        variables["DOTNET_EnableDiagnostics"] = "0"; // no debugger's door, no pipes in the temporary folder
        variables.Remove("DOTNET_GCHeapHardLimit");
        if (options.HeapLimit is { } limit)
            variables["DOTNET_GCHeapHardLimit"] = $"0x{limit:x}"; // always read as hexadecimal
        foreach (var (name, value) in options.Variables)
            variables[name] = value;
        variables["HOME"] = folder;
        variables["TMPDIR"] = folder;
    }
}

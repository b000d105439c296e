// What became of a request: an answer, a refusal by the handler, or a worker that had to be replaced.
namespace Analytics.Sandbox;

/// <summary>Outcome of one request; one of the three records inside.</summary>
public abstract record SandboxResult
{
    private SandboxResult()
    {
    }

    /// <summary>The handler's answer.</summary>
    public sealed record Completed(ReadOnlyMemory<byte> Response) : SandboxResult;

    /// <summary>The handler threw; the worker lives on.</summary>
    /// <param name="Message">The exception's message, at most 4,000 characters.</param>
    /// <param name="ExceptionType">Its type's full name, by which a reasoned refusal is told from a fault of the handler.</param>
    public sealed record Refused(string Message, string ExceptionType) : SandboxResult;

    /// <summary>The request ended its worker, which was killed with everything it had started.</summary>
    /// <param name="Reason">Which limit it broke.</param>
    /// <param name="Message">The same in words and figures, for a log.</param>
    /// <param name="LastWords">The end of what the worker wrote to standard error during this request, at most 4,000 bytes.</param>
    public sealed record Failed(SandboxFailure Reason, string Message, string LastWords) : SandboxResult;
}

/// <summary>Why a worker was replaced in the middle of a request.</summary>
public enum SandboxFailure
{
    /// <summary>Not done within <see cref="SandboxOptions.TimeLimit"/>.</summary>
    TimedOut,

    /// <summary>The tree of processes passed <see cref="SandboxOptions.MemoryLimit"/>, or the heap <see cref="SandboxOptions.HeapLimit"/>.</summary>
    OutOfMemory,

    /// <summary>The worker ended, or did not keep to the protocol.</summary>
    Crashed,

    /// <summary>The response is longer than <see cref="SandboxOptions.OutputLimit"/>.</summary>
    OutputTooLarge,

    /// <summary>No worker could be started; the request was not seen by any.</summary>
    StartFailed,
}

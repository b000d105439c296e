// The child process in which foreign bytes are read and understood.
using Analytics.Sandbox;

namespace Analytics.Etl.Reading;

/// <summary>What the program does when <see cref="DocumentIntake"/> starts it as a worker.</summary>
public static class ReadingWorker
{
    /// <summary>The argument that makes the program a worker.</summary>
    public const string Argument = "sandbox-worker";

    /// <summary>Does what it is asked for until the process that started it ends. Nothing may be printed before.</summary>
    public static Task RunAsync() => SandboxWorker.RunAsync((request, _) => Task.FromResult(ReadingRequests.Answer(request)));
}

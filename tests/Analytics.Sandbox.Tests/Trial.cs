// How every test here starts a pool, speaks to the trial worker, and looks at what is left of its processes.
using System.Diagnostics;
using System.Text;

namespace Analytics.Sandbox.Tests;

internal static class Trial
{
    internal static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "TrialWorker.dll");

    /// <summary>One worker and short limits.</summary>
    internal static SandboxOptions Options { get; } = new()
    {
        FileName = "dotnet",
        Arguments = [Program],
        Workers = 1,
        TimeLimit = TimeSpan.FromSeconds(10),
    };

    internal static Task<SandboxResult> Ask(this SandboxPool pool, string request, CancellationToken cancellation = default) =>
        pool.RunAsync(Encoding.UTF8.GetBytes(request), cancellation);

    /// <summary>The answer's text; fails the test when there is none.</summary>
    internal static async Task<string> Answer(this SandboxPool pool, string request) => Text(await pool.Ask(request));

    internal static string Text(SandboxResult result) => Encoding.UTF8.GetString(Assert.IsType<SandboxResult.Completed>(result).Response.Span);

    internal static async Task<SandboxResult.Failed> Fails(this SandboxPool pool, SandboxFailure reason, string request)
    {
        var failed = Assert.IsType<SandboxResult.Failed>(await pool.Ask(request));
        Assert.True(failed.Reason == reason, failed.ToString());
        return failed;
    }

    /// <summary>Whether there is such a process; one that is dead and not yet reaped counts, for a worker is ours to reap.</summary>
    internal static bool Exists(int process) => ProcessTable.Read(process) is not null;

    /// <summary>Whether such a process still does something. Orphans are reaped by the system when it pleases.</summary>
    internal static bool Lives(int process) => ProcessTable.Read(process) is { IsDead: false };

    /// <summary>Polls until it is so.</summary>
    internal static async Task Until(Func<bool> isSo, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10), $"not within 10 s: {what}");
            await Task.Delay(5);
        }
    }
}

/// <summary>A folder for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("sandbox-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

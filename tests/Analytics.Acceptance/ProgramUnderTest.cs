// Runs the real program as a user would: a process of its own, a data folder of its own.
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Acceptance;

/// <summary>Starts commands of the built program.</summary>
internal static partial class ProgramUnderTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Root { get; } = Metadata("Root");

    /// <summary>The program itself.</summary>
    public static string Dll { get; } = Metadata("Program");

    /// <summary>What a command printed and how it ended.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Error);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' did not end. It printed: {await error}", e);
        }
        return new Outcome(process.ExitCode, await output, await error);
    }

    /// <summary>Starts `serve` on a free port and waits for the address it prints.</summary>
    public static async Task<Server> ServeAsync(string data, bool withSamples = true)
    {
        var process = Start(withSamples ? ["serve", "--samples", "--urls", "http://127.0.0.1:0", "--data", data] : ["serve", "--urls", "http://127.0.0.1:0", "--data", data]);
        var log = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log) log.AppendLine(line.Data);
            if (line.Data is not null && Address().Match(line.Data) is { Success: true } match) address.TrySetResult(new Uri(match.Value));
            else if (line.Data is null) address.TrySetException(new InvalidOperationException($"serve ended before it was ready: {log}"));
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new Server(process, await address.Task.WaitAsync(Patience), log);
    }

    private static Process Start(string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [Dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(info) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    private static string Metadata(string key) => typeof(ProgramUnderTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    /// <summary>A running `serve`.</summary>
    internal sealed class Server(Process process, Uri address, StringBuilder log) : IAsyncDisposable
    {
        public Uri Address => address;

        public string Log
        {
            get
            {
                lock (log) return log.ToString();
            }
        }

        /// <summary>Ends it at once, as a power cut would: SIGKILL.</summary>
        public async Task KillAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited) await KillAsync();
            process.Dispose();
        }
    }
}

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
    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(Patience, arguments);

    /// <inheritdoc cref="RunAsync(string[])"/>
    /// <param name="most">How long it may take.</param>
    public static async Task<Outcome> RunAsync(TimeSpan most, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(most);
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
    public static async Task<Server> ServeAsync(string data, bool withSamples = true, IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] arguments = ["serve", "--urls", "http://127.0.0.1:0", "--data", data];
        var (process, log, address) = await StartAsync(withSamples ? [.. arguments, "--samples"] : arguments, environment, Address());
        return new Server(process, new Uri(address), log);
    }

    /// <summary>Starts `worker` and waits until it reads.</summary>
    public static async Task<Running> WorkAsync(IReadOnlyDictionary<string, string> environment)
    {
        var (process, log, _) = await StartAsync(["worker"], environment, Reading());
        return new Running(process, log);
    }

    /// <summary>Starts a command and waits for nothing.</summary>
    public static Running Begin(params string[] arguments)
    {
        var process = Start(arguments);
        return new Running(process, Listen(process, _ => { }));
    }

    // Waits for what the command prints when it is ready.
    private static async Task<(Process Process, StringBuilder Log, string Text)> StartAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment, Regex ready)
    {
        var process = Start(arguments, environment);
        var said = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = Listen(process, line =>
        {
            if (line is null) said.TrySetResult(null);
            else if (ready.Match(line) is { Success: true } match) said.TrySetResult(match.Value);
        });
        return (process, log, await said.Task.WaitAsync(Patience) ?? throw new InvalidOperationException($"{arguments[0]} ended before it was ready: {log}"));
    }

    private static StringBuilder Listen(Process process, Action<string?> heard)
    {
        var log = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log) log.AppendLine(line.Data);
            heard(line.Data);
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return log;
    }

    private static Process Start(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var info = new ProcessStartInfo("dotnet", [Dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) info.Environment[name] = value;
        return Process.Start(info) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    private static string Metadata(string key) => typeof(ProgramUnderTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("Ctrl\\+C stops it", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();

    /// <summary>A command that goes on until it is ended.</summary>
    internal class Running(Process process, StringBuilder log) : IAsyncDisposable
    {
        public string Log
        {
            get
            {
                lock (log) return log.ToString();
            }
        }

        public bool HasExited => process.HasExited;

        /// <summary>Ends it at once with all processes it started, as a power cut would: SIGKILL.</summary>
        public async Task KillAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        /// <summary>Asks it to end, and waits until it has.</summary>
        public async Task StopAsync()
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
        }

        public async ValueTask DisposeAsync()
        {
            // What a page shows as "an error" is told here only.
            if (Log.Contains("Exception", StringComparison.Ordinal)) await Console.Error.WriteLineAsync(Log);
            if (!process.HasExited) await KillAsync();
            process.Dispose();
        }
    }

    /// <summary>A running `serve`.</summary>
    internal sealed class Server(Process process, Uri address, StringBuilder log) : Running(process, log)
    {
        public Uri Address => address;
    }
}

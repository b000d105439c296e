// Starts the program of the folder SecondProcess, and other programs, and says what they said.
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Bindings.Tests;

internal static class SecondProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // The host that runs this process's runtime: PATH may know none or another.
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>"opened", or "refused: " and DuckDB's reason.</summary>
    public static Task<string> OpenForWritingAsync(string file) => OwnAsync("open-for-writing", file);

    public static Task<string> EndWithEverythingOpenAsync() => OwnAsync("end-with-everything-open");

    public static Task CopyAsync(string from, string to) => RunAsync("cp", from, to);

    private static Task<string> OwnAsync(params string[] arguments) =>
        RunAsync(Dotnet, [Path.Combine(AppContext.BaseDirectory, "SecondProcess.dll"), .. arguments]);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}");
            return (await output).Trim();
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}

// The handler of the trial worker: "verb argument" in, text out.
using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace TrialWorker;

internal static class Misdeeds
{
    private static readonly List<byte[]> Kept = [];

    internal static async Task<ReadOnlyMemory<byte>> Answer(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        if (request.Span.StartsWith("echo "u8))
            return request[5..];
        var text = Encoding.UTF8.GetString(request.Span);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (verb, argument) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
        return Encoding.UTF8.GetBytes(await Do(verb, argument, cancellation));
    }

    private static async Task<string> Do(string verb, string argument, CancellationToken cancellation)
    {
        switch (verb)
        {
            case "hang":
                if (argument.Length > 0)
                    await File.WriteAllTextAsync(argument, "begun", cancellation);
                while (true)
                    Thread.SpinWait(1000);
            case "sleep":
                await Task.Delay(int.Parse(argument, CultureInfo.InvariantCulture), cancellation);
                return "slept";
            case "hog":
                while (true)
                    Fill(8 << 20);
            case "hog-heap":
                while (true)
                    Kept.Add(new byte[8 << 20]);
            case "hog-heap-elsewhere":
                new Thread(() =>
                {
                    while (true)
                        Kept.Add(new byte[8 << 20]);
                }).Start();
                await Task.Delay(Timeout.Infinite, cancellation);
                return "";
            case "keep":
                Fill(int.Parse(argument, CultureInfo.InvariantCulture));
                return "kept";
            case "child":
                return await Child(argument, cancellation);
            case "spawn":
                // Own session, and orphaned at once: as hard to find as a child can be.
                return $"{Environment.ProcessId} {await Child("setsid sleep 300 >/dev/null 2>&1 & echo $!", cancellation)}".Trim();
            case "fail-fast":
                Environment.FailFast("the worker ends itself");
                return "";
            case "overflow":
                return Overflow(1).ToString(CultureInfo.InvariantCulture);
            case "exit":
                Environment.Exit(int.Parse(argument, CultureInfo.InvariantCulture));
                return "";
            case "large":
                return new string('x', int.Parse(argument, CultureInfo.InvariantCulture));
            case "say":
                await Console.Error.WriteAsync(argument);
                return "said";
            case "say-and-exit":
                await Console.Error.WriteAsync(argument);
                Environment.Exit(1);
                return "";
            case "flood":
                var line = new string('!', 10_000);
                for (var i = 0; i < 1000; i++)
                    await Console.Error.WriteLineAsync(line);
                return "flooded";
            case "print":
                Console.WriteLine(argument);
                await using (var raw = Console.OpenStandardOutput())
                    raw.Write(Encoding.UTF8.GetBytes(argument));
                await Child($"echo {argument} >&0; exec echo {argument}", cancellation, redirect: false);
                return "printed";
            case "throw":
                throw new InvalidDataException(argument);
            case "environment":
                return string.Join('\n', Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => $"{e.Key}={e.Value}").Order(StringComparer.Ordinal));
            case "folder":
                await File.WriteAllTextAsync("left-behind", "x", cancellation);
                return Environment.CurrentDirectory;
            case "descriptors":
                return string.Join('\n', Directory.GetFileSystemEntries("/proc/self/fd").Where(File.Exists).Select(f => File.ResolveLinkTarget(f, false)?.FullName));
            case "process":
                return Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            case "connect":
                using (var client = new TcpClient())
                    await client.ConnectAsync("127.0.0.1", int.Parse(argument, CultureInfo.InvariantCulture), cancellation);
                return "connected";
            default:
                throw new ArgumentException($"unknown verb {verb}", nameof(verb));
        }
    }

    private static async Task<string> Child(string command, CancellationToken cancellation, bool redirect = true)
    {
        using var child = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { UseShellExecute = false, RedirectStandardOutput = redirect })!;
        var said = redirect ? await child.StandardOutput.ReadToEndAsync(cancellation) : "";
        await child.WaitForExitAsync(cancellation);
        return said;
    }

    /// <summary>Memory outside the managed heap, touched.</summary>
    private static unsafe void Fill(int bytes) => NativeMemory.Fill(NativeMemory.Alloc((nuint)bytes), (nuint)bytes, 1);

    private static int Overflow(int depth) => Overflow(depth + 1) + depth;
}

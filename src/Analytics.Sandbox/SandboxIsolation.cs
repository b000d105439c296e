// Finds out, once, by which command a worker is started so that it has no network and a session of its own.
using System.ComponentModel;
using System.Diagnostics;

namespace Analytics.Sandbox;

/// <summary>What keeps a worker from the network.</summary>
public enum SandboxNetwork
{
    /// <summary>A network namespace of its own with no interface up, not even loopback.</summary>
    None,

    /// <summary>Nothing: it reaches what this process reaches.</summary>
    AsTheHost,
}

/// <summary>How workers are kept apart from the machine.</summary>
/// <param name="Network">Whether they have one.</param>
/// <param name="Text">The same for a log, with the reason where the system does not allow better.</param>
public sealed record SandboxIsolation(SandboxNetwork Network, string Text)
{
    // Best first: a user namespace takes from root what it could use to get back to the machine's network. Not every
    // unshare knows to keep the user, and not every system allows user namespaces.
    private static readonly string[][] NetworkCommands =
    [
        ["unshare", "--user", "--map-current-user", "--net", "--"],
        ["unshare", "--net", "--map-root-user", "--"],
        ["unshare", "--net", "--"],
    ];

    private static readonly Lazy<SandboxIsolation> Found = new(() => Probe(NetworkCommands));

    /// <summary>Words to put before the worker's command line.</summary>
    internal IReadOnlyList<string> Wrapper { get; private init; } = [];

    /// <summary>What this system allows; tried once in a process.</summary>
    internal static SandboxIsolation Best => Found.Value;

    /// <summary>A session of its own, and nothing else: by choice.</summary>
    internal static SandboxIsolation SessionOnly { get; } =
        new(SandboxNetwork.AsTheHost, "workers have the network of this process, as configured") { Wrapper = ["setsid"] };

    /// <summary>The first of the commands that runs.</summary>
    internal static SandboxIsolation Probe(IEnumerable<string[]> commands)
    {
        var reason = "no command to try";
        foreach (var command in commands)
        {
            string[] wrapper = ["setsid", .. command];
            if (Try(wrapper) is not { } refusal)
            {
                return new SandboxIsolation(SandboxNetwork.None, $"workers have no network ({string.Join(' ', command[..^1])})") { Wrapper = wrapper };
            }

            reason = refusal;
        }

        return SessionOnly with
        {
            Text = $"workers have the network of this process: the system allows no network namespace ({reason})",
        };
    }

    /// <summary>Null if `true` runs behind these words, else why it does not.</summary>
    private static string? Try(string[] wrapper)
    {
        var start = new ProcessStartInfo(wrapper[0], [.. wrapper[1..], "true"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}

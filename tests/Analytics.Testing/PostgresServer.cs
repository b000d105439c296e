// A PostgreSQL server of a test's or benchmark's own, with its data in a folder that goes afterwards.
using System.Diagnostics;

namespace Analytics.Testing;

/// <summary>A running server that listens on a socket in its folder only.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Binaries = "/usr/lib/postgresql";
    private readonly string folder;
    private readonly string binaries;

    private PostgresServer(string folder, string binaries)
    {
        this.folder = folder;
        this.binaries = binaries;
    }

    /// <summary>Why there is none; null where it is installed.</summary>
    public static string? Lacking => Directory.Exists(Binaries) ? null : "PostgreSQL is not installed (package postgresql).";

    /// <summary>Of the database that every server has.</summary>
    public string ConnectionString => $"Host={folder};Username=postgres;Database=postgres;Command Timeout=0";

    /// <summary>Starts a server below a folder; null where none is installed.</summary>
    /// <param name="settings">Of the server, as in <c>-c work_mem=256MB</c>.</param>
    public static PostgresServer? Start(string place, string settings = "")
    {
        if (Lacking is not null) return null;
        var newest = Directory.EnumerateDirectories(Binaries).OrderByDescending(path => path, StringComparer.Ordinal).First();
        var server = new PostgresServer(Path.Combine(place, "postgres"), Path.Combine(newest, "bin"));
        Directory.CreateDirectory(server.folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(place, (UnixFileMode)0b111_101_101);
        if (Environment.IsPrivilegedProcess) Run("chown", ["postgres", server.folder]);
        server.AsServer("initdb", "-D", server.folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        // The machine does not fail here, so nothing waits for the disk.
        server.AsServer("pg_ctl", "-D", server.folder + "/data", "-w", "-l", server.folder + "/log", "-o",
            $"-k {server.folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off {settings}", "start");
        return server;
    }

    /// <inheritdoc/>
    public void Dispose() => AsServer("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");

    // PostgreSQL does not run as root.
    private void AsServer(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", Path.Combine(binaries, program), .. arguments]);
        else Run(Path.Combine(binaries, program), arguments);
    }

    // The server outlives the command that starts it and would hold its output open.
    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { UseShellExecute = false, WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

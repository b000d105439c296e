// Copies a file that this process has open in DuckDB.
using System.Diagnostics;

namespace Analytics.Warehouse;

/// <summary>Copies of databases. Opening one with file APIs in its own process would drop DuckDB's lock when closed, so a
/// child copies it; nobody may write meanwhile.</summary>
public static class FileCopy
{
    /// <summary>Copies a file; the target is replaced, and removed where that fails.</summary>
    /// <returns>What went wrong, null where nothing did.</returns>
    public static async Task<string?> MakeAsync(string from, string to, CancellationToken cancellation)
    {
        using var copy = Process.Start(new ProcessStartInfo("cp", ["--reflink=auto", "--", from, to]) { RedirectStandardError = true, UseShellExecute = false })
            ?? throw new IOException("The program 'cp' could not be started.");
        var error = await copy.StandardError.ReadToEndAsync(cancellation);
        await copy.WaitForExitAsync(cancellation);
        if (copy.ExitCode == 0) return null;
        File.Delete(to);
        return error.Trim();
    }
}

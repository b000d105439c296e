// A disk that fills up while a version is being published: the version before goes on serving, and the message says why.
using System.Diagnostics;

namespace Analytics.Acceptance;

public sealed class FullDiskTests
{
    // A small file system of its own, in a namespace of its own: one report, then no room for a second version, then room.
    private const string Script = """
        set -u
        mount -t tmpfs -o size=200m tmpfs "$1" || exit 90
        shift
        data=$1/data
        mkdir "$data"
        dotnet "$2" load "$3/xinzhou-jyj-2020.txt" --data "$data" || exit 91
        echo "--- full"
        size=$(stat -c %s "$data/warehouse.duckdb")
        free=$(($(df --output=avail -B1 "$1" | tail -1) - size / 2))
        head -c "$free" /dev/zero >"$1/filler"
        dotnet "$2" load "$3/chaoyang-jw-2020.html" --data "$data"
        echo "status $?"
        dotnet "$2" query 'select count(*) as n from report' --format csv --data "$data"
        ls "$data/published"
        echo "--- room"
        rm "$1/filler"
        dotnet "$2" publish --data "$data"
        dotnet "$2" query 'select count(*) as n from report' --format csv --data "$data"
        """;

    [NamespaceFact]
    public async Task The_version_before_goes_on_serving_and_the_next_try_succeeds()
    {
        using var mount = new DataFolderForTest();
        var start = new ProcessStartInfo("unshare", ["-rm", "bash", "-c", Script, "bash", mount.Path, mount.Path, ProgramUnderTest.Dll, Path.Combine(ProgramUnderTest.Root, "etl", "samples")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync();
        var parts = (await shell.StandardOutput.ReadToEndAsync()).Replace("\r", "", StringComparison.Ordinal).Split("--- ");
        await shell.WaitForExitAsync();

        Assert.True(parts.Length == 3, await error);
        Assert.Contains("published version 1", parts[0], StringComparison.Ordinal);
        Assert.Contains("status 1", parts[1], StringComparison.Ordinal);
        Assert.Contains("n\n1\n", parts[1], StringComparison.Ordinal);
        Assert.DoesNotContain(".part", parts[1], StringComparison.Ordinal);
        Assert.Contains("The version published before goes on serving; free some disk space", await error, StringComparison.Ordinal);
        Assert.Contains("Published version 2.", parts[2], StringComparison.Ordinal);
        Assert.Contains("n\n2\n", parts[2], StringComparison.Ordinal);
    }

    /// <summary>Runs where a small file system can be mounted.</summary>
    private sealed class NamespaceFactAttribute : FactAttribute
    {
        public NamespaceFactAttribute()
        {
            using var trial = Process.Start(new ProcessStartInfo("unshare", ["-rm", "true"]) { RedirectStandardError = true, UseShellExecute = false });
            trial!.WaitForExit();
            if (trial.ExitCode != 0) Skip = "This system does not let a process mount a file system of its own (unshare -rm).";
        }
    }
}

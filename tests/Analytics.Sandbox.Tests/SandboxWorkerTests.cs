// A worker does not outlive the program that started it, nor does what it started.
using System.Diagnostics;

namespace Analytics.Sandbox.Tests;

public sealed class SandboxWorkerTests
{
    [Fact]
    public async Task When_the_program_is_killed_its_busy_worker_ends_and_the_next_pool_sweeps_up()
    {
        using var folder = new TestFolder();
        using var owner = Process.Start(new ProcessStartInfo("dotnet", [Trial.Program, "own-a-pool", folder.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var processes = (await owner.StandardOutput.ReadLineAsync())!.Split(' ').Select(int.Parse).ToList();
        Assert.Equal(2, processes.Count);

        await using (new SandboxPool(Trial.Options with { TemporaryFolder = folder.Path }))
            Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path, "analytics-sandbox-*").Length / 2); // the living one's is left alone

        owner.Kill();
        await Trial.Until(() => !Trial.Lives(processes[0]), "worker ended");
        await Trial.Until(() => !Trial.Lives(processes[1]), "its child ended");
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(folder.Path));

        await using (new SandboxPool(Trial.Options with { TemporaryFolder = folder.Path }))
        {
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}

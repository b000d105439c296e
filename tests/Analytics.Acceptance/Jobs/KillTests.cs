// The program is killed at random moments while documents go through it; started again it goes on, and in the end all is as if
// nothing had happened. ANALYTICS_JOB_KILLS says how often; ./test --nightly sets it.
using System.Globalization;

namespace Analytics.Acceptance.Jobs;

[Collection(nameof(Undisturbed))]
public sealed class KillTests(Undisturbed undisturbed)
{
    private const int Kills = 3;
    private const int ShortestLife = 200;
    private const int LongestLife = 4000;
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("ANALYTICS_JOB_KILLS") ?? $"{Kills}", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Documents_of_the_inbox_are_loaded_once_however_often_the_program_is_killed()
    {
        using var data = new DataFolderForTest();
        for (var kill = 0; kill < Times; kill++)
        {
            await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
            if (kill == 0) undisturbed.PutInto(data.Path);
            await Undisturbed.UntilAsync(() => Task.FromResult(Directory.EnumerateFiles(Path.Combine(data.Path, "documents")).Any()), () => server.Log);
            await Task.Delay(Random.Shared.Next(ShortestLife, LongestLife));
            await server.KillAsync();
        }
        do
        {
            await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
            await Undisturbed.UntilAsync(() => undisturbed.IsVisibleAsync(data.Path), () => server.Log);
            await server.StopAsync();
        }
        while (!await Undisturbed.IsFinishedAsync(data.Path, null));
        await undisturbed.AssertSameAsync(data.Path, null, null);
    }

    [Fact]
    public async Task A_folder_is_loaded_once_however_often_the_command_is_killed()
    {
        using var data = new DataFolderForTest();
        for (var kill = 0; kill < Times; kill++)
        {
            await using var load = ProgramUnderTest.Begin("load", undisturbed.Folder, "--data", data.Path);
            await Task.Delay(Random.Shared.Next(LongestLife / 4, LongestLife * 2));
            await load.KillAsync();
        }
        var outcome = await ProgramUnderTest.RunAsync(Undisturbed.Patience, "load", undisturbed.Folder, "--data", data.Path);
        Assert.True(outcome.ExitCode is 0 or 3, outcome.Error);
        Assert.True(await Undisturbed.IsFinishedAsync(data.Path, null));
        await undisturbed.AssertSameAsync(data.Path, null, null);
    }
}

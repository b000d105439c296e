// Files dropped into the inbox are taken in once they have come to rest, and stay there until they are.
using Analytics.Etl.Reading;

namespace Analytics.Etl.Tests.Jobs;

public sealed class InboxTests : IAsyncLifetime
{
    private const string Source = """{ "source": "https://example.gov.cn/1" }""";
    private readonly DocumentIntake reading = Engine.Reading((request, _) => Task.FromResult(request));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await reading.DisposeAsync();

    [Fact]
    public async Task Files_are_taken_in_with_what_lies_beside_them_and_then_removed()
    {
        await using var engine = await Engine.StartAsync(reading);
        var file = Path.Combine(engine.Folder.Inbox, "2020", "a.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file + ".source.json", Source);
        await File.WriteAllTextAsync(file, Given.Text);
        await File.WriteAllTextAsync(Path.Combine(engine.Folder.Inbox, "notice.txt"), Given.Notice);

        await Engine.UntilAsync(async () => (await engine.Store.RunsAsync("", 10, 0, default)) is { Count: > 0 } runs && runs.Sum(run => run.Loaded + run.Quarantined) == 2 && runs.All(run => !run.IsActive));

        Assert.Empty(Directory.EnumerateFiles(engine.Folder.Inbox, "*", SearchOption.AllDirectories));
        Assert.Equal(["https://example.gov.cn/1"], await engine.AskAsync("select source from document where report_id is not null"));
        Assert.All(await engine.Store.RunsAsync("", 10, 0, default), run => Assert.Equal("inbox", run.Origin));
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_left_alone()
    {
        await using var engine = await Engine.StartAsync(reading, Engine.Quick with { InboxRest = TimeSpan.FromHours(1) });
        var growing = Path.Combine(engine.Folder.Inbox, "growing.txt");
        var waiting = Path.Combine(engine.Folder.Inbox, "waiting.txt");
        var old = Path.Combine(engine.Folder.Inbox, "old.txt");
        await File.WriteAllTextAsync(growing, Given.Text[..100]);
        foreach (var file in new[] { waiting, old })
        {
            await File.WriteAllTextAsync(file, file == old ? Given.Text : Given.Notice);
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-2));
        }
        // What belongs beside it is being written.
        await File.WriteAllTextAsync(waiting + ".source.json", "{");

        await engine.Schedules.RunNowAsync("inbox", default);
        await Engine.UntilAsync(async () => (await engine.Store.RunsAsync("succeeded", 10, 0, default)).Count > 0);

        Assert.Equal([growing, waiting, waiting + ".source.json"], Directory.EnumerateFiles(engine.Folder.Inbox).Order(StringComparer.Ordinal));
        Assert.Equal(1, Assert.Single(await engine.Store.RunsAsync("", 10, 0, default)).Loaded);
    }

    [Fact]
    public async Task A_file_that_could_not_be_kept_stays_in_the_inbox()
    {
        await using var engine = await Engine.StartAsync(reading, Engine.Quick with { InboxRest = TimeSpan.Zero, InboxAgain = TimeSpan.Zero });
        // No room for documents: a file in the place of their folder.
        Directory.Delete(engine.Folder.Documents, recursive: true);
        await File.WriteAllTextAsync(engine.Folder.Documents, "");
        var file = Path.Combine(engine.Folder.Inbox, "a.txt");
        await File.WriteAllTextAsync(file, Given.Text);

        await Engine.UntilAsync(async () => (await engine.Store.RunsAsync("failed", 10, 0, default)).Count > 1);
        Assert.True(File.Exists(file));

        File.Delete(engine.Folder.Documents);
        Directory.CreateDirectory(engine.Folder.Documents);
        await Engine.UntilAsync(async () => (await engine.Store.RunsAsync("succeeded", 10, 0, default)).Any(run => run.Loaded == 1));
        Assert.False(File.Exists(file));
        Assert.Empty(await engine.Store.RunsAsync("open", 10, 0, default));
    }
}

// Made-up documents, and what they come to where nothing disturbs the program: what every other way must come to as well.
using System.Globalization;
using Analytics.Documents;
using Analytics.Etl.Operations;
using Analytics.Testing;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Acceptance.Jobs;

/// <summary>Shared by the tests of a collection. ANALYTICS_JOB_DOCUMENTS says how many documents.</summary>
public sealed class Undisturbed : IAsyncLifetime
{
    private const int Documents = 500;
    private readonly DataFolderForTest place = new();
    private string hash = "";

    /// <summary>Generous: machines are busy.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(20);

    public MadeUpDocuments Given { get; private set; } = new([], []);

    /// <summary>The folder they lie in.</summary>
    public string Folder => Path.Combine(place.Path, "documents");

    /// <summary>How many contents there are: some of the hostile ones are alike.</summary>
    public int Contents { get; private set; }

    public async Task InitializeAsync()
    {
        Given = MadeUpDocuments.Write(Folder, int.Parse(Environment.GetEnvironmentVariable("ANALYTICS_JOB_DOCUMENTS") ?? $"{Documents}", CultureInfo.InvariantCulture));
        Contents = Given.Files.Select(Sha256).Distinct(StringComparer.Ordinal).Count();
        var data = Path.Combine(place.Path, "data");
        var outcome = await ProgramUnderTest.RunAsync(Patience, "load", Folder, "--data", data);
        Assert.True(outcome.ExitCode == 3, outcome.Error + outcome.Output);
        using var writer = await WarehouseWriter.OpenAsync(new DataFolder(data), CatalogData.Current, TimeProvider.System, default);
        hash = await writer.ContentHashAsync(default);
    }

    public Task DisposeAsync()
    {
        place.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Puts the documents into an inbox, as if they had lain there for a while.</summary>
    public void PutInto(string data)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(data, "inbox")).FullName;
        foreach (var file in Given.Files)
        {
            var part = Path.Combine(inbox, "." + Path.GetFileName(file));
            File.Copy(file, part);
            File.SetLastWriteTimeUtc(part, DateTime.UtcNow.AddHours(-1));
            File.Move(part, Path.Combine(inbox, Path.GetFileName(file)));
        }
    }

    /// <summary>Whether readers see what became of every document.</summary>
    public async Task<bool> IsVisibleAsync(string data)
    {
        var folder = new DataFolder(data);
        if (folder.CurrentVersion() is null || Directory.EnumerateFiles(folder.Inbox).Any()) return false;
        var seen = 0L;
        using var published = new PublishedWarehouse(folder);
        await published.ReadAsync("select count(*) from document", async reader =>
        {
            await reader.ReadAsync();
            seen = reader.GetInt64(0);
        }, default);
        return seen == Contents;
    }

    /// <summary>Waits for something to become so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string> log)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            Assert.False(patience.IsCancellationRequested, $"It did not come to an end: {log()}");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>No document has still to come to an end. Nobody may have the tables open where they are a file.</summary>
    public static async Task<bool> IsFinishedAsync(string data, string? connection)
    {
        await using var tables = await OperationsDatabase.OpenAsync(new DataFolder(data), connection, TimeProvider.System, default);
        return (await new OperationsStore(tables, TimeProvider.System).RunsAsync("active", 1, 0, default)).Count == 0;
    }

    /// <summary>Every good document is loaded once, every other one quarantined with a reason, the warehouse is what it is undisturbed. Nobody has the folder.</summary>
    public async Task AssertSameAsync(string data, string? connection, string? shared)
    {
        var folder = new DataFolder(data, shared);
        await using (var tables = await OperationsDatabase.OpenAsync(folder, connection, TimeProvider.System, default))
        {
            var store = new OperationsStore(tables, TimeProvider.System);
            var rows = new List<DocumentRow>();
            foreach (var run in await store.RunsAsync("", int.MaxValue, 0, default)) rows.AddRange(await store.DocumentsAsync(run.RunId, null, int.MaxValue, 0, default));
            var byContent = rows.ToLookup(row => row.Sha256, StringComparer.Ordinal);
            foreach (var file in Given.Good) Assert.Equal(DocumentState.Loaded, Assert.Single(byContent[Sha256(file)], row => row.Status != DocumentState.Known).Status);
            foreach (var file in Given.Hostile)
            {
                var held = Assert.Single(byContent[Sha256(file)], row => row.Status != DocumentState.Known);
                Assert.Equal(DocumentState.Quarantined, held.Status);
                Assert.NotEmpty(held.Reason!);
            }
            Assert.Equal(Contents, byContent.Count);
        }
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, default);
        Assert.All(await writer.CheckAsync(default), check => Assert.Empty(check.Failing));
        Assert.Equal(hash, await writer.ContentHashAsync(default));
        Assert.Empty(Directory.EnumerateFiles(folder.Extracted));
        foreach (var file in Given.Files) Assert.True(File.Exists(folder.DocumentFile(Sha256(file))), file);
    }

    private static string Sha256(string file) => Sha256Hash.Of(File.ReadAllBytes(file)).ToString();
}

[CollectionDefinition(nameof(Undisturbed))]
public sealed class UndisturbedTests : ICollectionFixture<Undisturbed>;

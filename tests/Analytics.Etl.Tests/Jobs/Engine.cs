// The jobs of the owner of a data folder, going in this process; the folder goes with them.
using System.Reflection;
using System.Text;
using Analytics.Documents;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Sandbox;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Jobs;

internal sealed class Engine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly string place = Directory.CreateTempSubdirectory("analytics-jobs-").FullName;
    private readonly JobSettings settings;
    private OperationsDatabase? tables;
    private WarehouseWriter? writer;
    private JobHost? host;

    private Engine(JobSettings settings)
    {
        this.settings = settings;
        Folder = new DataFolder(Path.Combine(place, "data"));
        Directory.CreateDirectory(Path.Combine(place, "given"));
    }

    /// <summary>Small batches, and no waiting for more.</summary>
    public static JobSettings Quick { get; } = new()
    {
        BatchDocuments = 10,
        KeptTogether = 1,
        LoadAtLeast = TimeSpan.FromMilliseconds(100),
        InboxRest = TimeSpan.FromSeconds(1),
        MostRetries = 1,
        RetryAfter = TimeSpan.FromMilliseconds(100),
    };

    public DataFolder Folder { get; }

    public WarehouseWriter Writer => writer!;

    public OperationsStore Store => host!.Store;

    public JobCenter Center => host!.Center;

    public JobSchedules Schedules => host!.Schedules;

    /// <param name="intake">Stays open.</param>
    public static async Task<Engine> StartAsync(DocumentIntake intake, JobSettings? settings = null)
    {
        var engine = new Engine(settings ?? Quick);
        await engine.BeginAsync(intake);
        return engine;
    }

    /// <summary>An intake with processes of the program, as it has them.</summary>
    public static DocumentIntake Workers() =>
        new("dotnet", [typeof(Engine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Program").Value!, ReadingWorker.Argument]);

    /// <summary>An intake that reads in this process, after something was done with what is to be read.</summary>
    public static DocumentIntake Reading(Func<ReadOnlyMemory<byte>, CancellationToken, Task<ReadOnlyMemory<byte>>> first) =>
        new(async (request, _, token) => new SandboxResult.Completed(ReadingRequests.Answer(await first(request, token))), new ReadingLimits());

    /// <summary>Stops and starts, as a program does that is asked to.</summary>
    public async Task RestartAsync(DocumentIntake intake)
    {
        await EndAsync();
        await BeginAsync(intake);
    }

    /// <summary>A file to submit.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(place, "given", name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Submits files and waits until all have come to an end.</summary>
    public async Task<FinishedRun> LoadAsync(params string[] files) => await WaitAsync(await SubmitAsync(files));

    public Task<string> SubmitAsync(params string[] files) => Center.SubmitAsync(RunOrigin.Command, "试", "测试", files, default);

    public async Task<FinishedRun> WaitAsync(string run)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await Center.WaitAsync(run, null, patience.Token);
    }

    /// <summary>Waits for something to become so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo()) await Task.Delay(Look, patience.Token);
    }

    /// <summary>One text for each row of what readers see.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string sql)
    {
        var rows = new List<string>();
        using var published = new PublishedWarehouse(Folder);
        await published.ReadAsync(sql, async reader =>
        {
            while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }, default);
        return rows;
    }

    /// <summary>Every integrity check of the warehouse, and that nothing read lies about.</summary>
    public async Task AssertCleanAsync()
    {
        Assert.All(await Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
        Assert.Empty(Directory.EnumerateFiles(Folder.Extracted));
        Assert.Empty(Directory.EnumerateFiles(Folder.Documents, "*.part"));
    }

    /// <summary>Name, state and reason of each document, in the order of the run.</summary>
    public static IEnumerable<string> Told(FinishedRun run) =>
        run.Documents.Where(document => document.Status != DocumentState.Unpacked).Select(document => $"{document.Name} {document.State} {document.Reason}".TrimEnd());

    public static string Sha256(string file) => Sha256Hash.Of(File.ReadAllBytes(file)).ToString();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Directory.Delete(place, recursive: true);
    }

    private async Task BeginAsync(DocumentIntake intake)
    {
        writer = await WarehouseWriter.OpenAsync(Folder, CatalogData.Current, TimeProvider.System, default);
        tables = await OperationsDatabase.OpenAsync(Folder, null, TimeProvider.System, default);
        host = await JobHost.StartAsync(Folder, writer, intake, tables, null, settings, default);
    }

    private async Task EndAsync()
    {
        if (host is not null) await host.DisposeAsync();
        if (tables is not null) await tables.DisposeAsync();
        writer?.Dispose();
        (host, tables, writer) = (null, null, null);
    }
}

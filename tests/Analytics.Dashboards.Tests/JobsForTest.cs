// The jobs as the web host registers them, over a folder of their own: nothing runs by itself, and states are set as needed.
using System.Reflection;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests;

public sealed class JobsForTest : IAsyncLifetime
{
    private readonly string path = Directory.CreateTempSubdirectory("analytics-jobs-").FullName;
    private WarehouseWriter? writer;
    private OperationsDatabase? tables;
    private PublishedWarehouse? published;
    private ServiceProvider? services;
    private DocumentIntake? intake;

    private static string Program => typeof(JobsForTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Program").Value!;

    internal ServiceProvider Services => services!;

    internal DataFolder Folder { get; private set; } = default!;

    internal OperationsStore Store => Services.GetRequiredService<OperationsStore>();

    /// <summary>Bytes an upload may have here.</summary>
    public const int MostBytes = 1000;

    public async Task InitializeAsync()
    {
        Folder = new DataFolder(path);
        writer = await WarehouseWriter.OpenAsync(Folder, CatalogData.Current, TimeProvider.System, default);
        tables = await OperationsDatabase.OpenAsync(Folder, null, TimeProvider.System, default);
        published = new PublishedWarehouse(Folder);
        intake = new DocumentIntake("dotnet", [Program, ReadingWorker.Argument]);
        services = PageServices.Create(Folder, published, more => more
            .AddSingleton(TimeProvider.System).AddSingleton(writer).AddSingleton(intake).AddSingleton(new UploadSettings { MostBytes = MostBytes, MostSidecarBytes = 100, Idle = TimeSpan.Zero })
            .AddJobs(tables, null, NodeIdentity.Of(isOwner: true, TimeProvider.System), new JobSettings()));
    }

    public async Task DisposeAsync()
    {
        await Services.DisposeAsync();
        await intake!.DisposeAsync();
        published!.Dispose();
        await tables!.DisposeAsync();
        writer!.Dispose();
        Directory.Delete(path, recursive: true);
    }

    /// <summary>A run with documents of these states, its own set where it is not going on.</summary>
    internal async Task<string> RunAsync(string title, RunState state, params DocumentState[] documents)
    {
        var run = await Store.AddRunAsync(RunOrigin.Upload, title, "本机", default);
        await Store.AddDocumentsAsync(documents.Select((one, i) => new NewDocument(run, i, $"{title}-{i}.txt", DocumentKind.Document, null, Guid.NewGuid().ToString("n"), 2048, null, null,
            one, one == DocumentState.Quarantined ? $"看不懂 {i}" : null)).ToList(), default);
        if (state != RunState.Open) await Store.CloseRunAsync(run, default);
        if (state is not (RunState.Open or RunState.Running))
            await tables!.ExecuteAsync("RunSettle", new Values { ["run_id"] = run, ["state"] = state.ToString().ToLowerInvariant(), ["error"] = null, ["now"] = DateTime.UtcNow }, default);
        return run;
    }

    /// <summary>Says that something changed, as the jobs do.</summary>
    internal void Raise() => Services.GetRequiredService<JobSignal>().Raise();
}

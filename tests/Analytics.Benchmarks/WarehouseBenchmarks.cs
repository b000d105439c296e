// The warehouse with the samples: taking them in, and the compare page's main question cached and not.
using Analytics.Catalog;
using Analytics.Etl;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Testing;
using Analytics.Warehouse;
using BenchmarkDotNet.Attributes;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks;

public class WarehouseBenchmarks
{
    private static readonly MetricKey[] Metrics = [new("requests.received.total"), new("disclosure_rate")];
    private string folder = "";
    private WarehouseWriter writer = null!;
    private PublishedWarehouse published = null!;
    private CompareQueries queries = null!;
    private List<string> agencies = [];
    private int year = 2000;

    [GlobalSetup]
    public void Setup()
    {
        folder = Directory.CreateTempSubdirectory("analytics-benchmark-").FullName;
        foreach (var sample in SampleReports.Read()) File.WriteAllBytes(Path.Combine(folder, sample.Name), sample.Bytes);
        var data = new DataFolder(Path.Combine(folder, "data"));
        writer = WarehouseWriter.OpenAsync(data, CatalogData.Current, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
        LoadAsync(data).GetAwaiter().GetResult();
        published = new PublishedWarehouse(data);
        queries = new CompareQueries(published);
        agencies = queries.FindAgenciesAsync(Scope.Country, "", 20, CancellationToken.None).GetAwaiter().GetResult().Select(agency => agency.Code).ToList();
    }

    private async Task LoadAsync(DataFolder data)
    {
        // Read by workers of this same program.
        await using var intake = new DocumentIntake("dotnet", [typeof(WarehouseBenchmarks).Assembly.Location, ReadingWorker.Argument]);
        var files = DocumentFiles.Find([folder]).Where(file => !file.StartsWith(data.Root, StringComparison.Ordinal)).ToList();
        await using var tables = await OperationsDatabase.OpenAsync(data, null, TimeProvider.System, CancellationToken.None);
        await using var jobs = await JobHost.StartAsync(data, writer, intake, tables, null, new JobSettings(), CancellationToken.None);
        await jobs.Center.WaitAsync(await jobs.Center.SubmitAsync(RunOrigin.Command, "samples", null, files, CancellationToken.None), null, CancellationToken.None);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        published.Dispose();
        writer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public async Task<int> CompareCached() => (await queries.ValuesAsync(Scope.Country, agencies, Metrics, 2019, 2024, CancellationToken.None)).Count;

    // Other bounds each time, so that no answer is known yet.
    [Benchmark]
    public async Task<int> CompareUncached() => (await queries.ValuesAsync(Scope.Country, agencies, Metrics, ++year % 19_000, 2024, CancellationToken.None)).Count;
}

// What people decide: documents that an older extractor read are read again, listed, and loaded or left; corrections are published.
using Analytics.Catalog;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Sandbox;
using Analytics.Testing;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Jobs;

public sealed class ReviewTests : IAsyncLifetime
{
    private const string Older = "older";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly MetricKey Received = new("requests.received.total");
    private static readonly SampleReport Sample = SampleReports.Read().Single(sample => sample.Name == "xinzhou-jyj-2020.txt");
    private static readonly Report Read = new Extractor(CatalogData.Current).Extract(Sample.Name, Sample.Bytes);
    private readonly string path = Directory.CreateTempSubdirectory("analytics-review-").FullName;
    private readonly DocumentIntake intake = new((request, _, _) => Task.FromResult<SandboxResult>(new SandboxResult.Completed(ReadingRequests.Answer(request))), new ReadingLimits());
    private DataFolder? folder;
    private WarehouseWriter? writer;
    private OperationsDatabase? tables;
    private JobHost? host;

    private WarehouseWriter Writer => writer!;

    private OperationsStore Store => host!.Store;

    // The sample as an older extractor read it: it took 15 received for 14.
    public async Task InitializeAsync()
    {
        folder = new DataFolder(path);
        writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, default);
        var item = Items.Of(Read, null, CatalogData.Current);
        var values = item.Report!.Values.Select(value => value.Metric == Received ? value with { Value = 14 } : value).ToList();
        await writer.LoadAsync([item with { ExtractorVersion = Older, Report = item.Report with { Values = values } }], default);
        await writer.PublishAsync(default);
        await folder.KeepAsync(item.Sha256, Sample.Bytes, default);
        tables = await OperationsDatabase.OpenAsync(folder, null, TimeProvider.System, default);
        host = await JobHost.StartAsync(folder, writer, intake, tables, null, new JobSettings { LoadAtLeast = TimeSpan.FromMilliseconds(100), DecisionsRest = TimeSpan.FromMilliseconds(200) }, default);
    }

    public async Task DisposeAsync()
    {
        await host!.DisposeAsync();
        await tables!.DisposeAsync();
        Writer.Dispose();
        await intake.DisposeAsync();
        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public async Task What_changes_is_listed_before_it_is_loaded_and_loaded_when_it_is_approved()
    {
        Assert.Equal(new ReadByOthers(1, 1), await OthersAsync());
        var run = (await host!.Center.RereadAsync("张三", default))!;
        await UntilAsync(async () => (await Store.RunAsync(run, default))!.Status == RunState.Review);

        var change = Assert.Single(await Store.ChangesAsync(run, 10, 0, default));
        Assert.Equal((Received.Value, "14", "15"), (change.Metric!, change.Before!, change.After!));
        Assert.Equal((Sample.Name, (short)2020), (change.Name, change.Year!.Value));
        Assert.Equal(14, await ReceivedAsync());
        Assert.Contains(await Store.RunsAsync("review", 10, 0, default), row => row.RunId == run);

        await host.Center.ApproveAsync(run, "李四", default);
        await UntilAsync(async () => (await Store.RunAsync(run, default))!.Status == RunState.Succeeded);
        Assert.Equal(15, await ReceivedAsync());
        Assert.Equal(new ReadByOthers(0, 1), await OthersAsync());
        Assert.Null(await host.Center.RereadAsync("张三", default));
        Assert.All(await Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
    }

    [Fact]
    public async Task What_is_rejected_leaves_everything_as_it_is()
    {
        var before = await Writer.ContentHashAsync(default);
        var run = (await host!.Center.RereadAsync("张三", default))!;
        await UntilAsync(async () => (await Store.RunAsync(run, default))!.Status == RunState.Review);
        await host.Center.CancelAsync(run, "李四", default);

        Assert.Equal(RunState.Cancelled, (await Store.RunAsync(run, default))!.Status);
        Assert.Equal(before, await Writer.ContentHashAsync(default));
        Assert.Equal(new ReadByOthers(1, 1), await OthersAsync());
        // Too late to approve.
        await host.Center.ApproveAsync(run, "张三", default);
        Assert.Equal(RunState.Cancelled, (await Store.RunAsync(run, default))!.Status);
    }

    [Fact]
    public async Task Decisions_made_one_after_another_are_published_once()
    {
        var version = folder!.CurrentVersion();
        var cell = new CellKey(LoadReport.CodeOf(Read.Agency!), Read.Year!.Value, Read.Scope, Received);
        await Writer.CorrectAsync(cell, new CellValue(ValueState.Number, 14), new CellValue(ValueState.Number, 16), "核对原件", "张三", default);
        host!.Center.RequestPublish();
        await Writer.CorrectAsync(cell, new CellValue(ValueState.Number, 14), new CellValue(ValueState.Number, 17), "再次核对", "张三", default);
        host.Center.RequestPublish();

        await UntilAsync(() => Task.FromResult(folder.CurrentVersion() != version));
        Assert.Equal(version + 1, folder.CurrentVersion());
        Assert.Equal(17, await ReceivedAsync());
        Assert.False(await Writer.IsWaitingAsync(default));
    }

    [Fact]
    public async Task What_was_decided_before_a_crash_is_published_at_the_next_start()
    {
        await host!.DisposeAsync();
        var version = folder!.CurrentVersion();
        await Writer.CorrectAsync(
            new CellKey(LoadReport.CodeOf(Read.Agency!), Read.Year!.Value, Read.Scope, Received), new CellValue(ValueState.Number, 14), new CellValue(ValueState.Blank, null), "核对原件", "张三", default);
        host = await JobHost.StartAsync(folder, Writer, intake, tables!, null, new JobSettings { DecisionsRest = TimeSpan.Zero }, default);
        await UntilAsync(() => Task.FromResult(folder.CurrentVersion() != version));
        Assert.Null(await ReceivedAsync());
    }

    private async Task<decimal?> ReceivedAsync()
    {
        using var published = new PublishedWarehouse(folder!);
        return Assert.Single(await new CompareQueries(published).ValuesAsync(Scope.Country, [LoadReport.CodeOf(Read.Agency!)], [Received], 2020, 2020, default)).Value;
    }

    private async Task<ReadByOthers> OthersAsync()
    {
        using var published = new PublishedWarehouse(folder!);
        return await new QualityQueries(published).ReadByOthersAsync(Scope.Country, Extractor.Version, default);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo()) await Task.Delay(50, patience.Token);
    }
}

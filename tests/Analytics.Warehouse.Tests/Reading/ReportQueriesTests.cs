// A report's page: head, cells, versions and what differs between two.
namespace Analytics.Warehouse.Tests;

public sealed class ReportQueriesTests : IClassFixture<ReportQueriesTests.Shared>
{
    private readonly ReportQueries queries;
    private readonly TestWarehouse warehouse;

    public ReportQueriesTests(Shared shared)
    {
        warehouse = shared.Warehouse;
        queries = new ReportQueries(warehouse.Reader);
    }

    [Fact]
    public async Task The_head_tells_version_document_and_forms()
    {
        var head = (await queries.HeadAsync(Scope.Country, await ReportAsync("new"), default))!;

        Assert.Equal(("330105.教育局", 2022, "own", 2, true, "2021", "new.txt"), (head.Agency, (int)head.Year, head.ReportScope, head.Version, head.IsCurrent, head.Form3!, head.File));
        Assert.Equal(new DateOnly(2023, 2, 1), head.Published);
        Assert.NotNull(head.LoadedAt);
        Assert.Equal((new DateOnly(2023, 1, 31), new DateOnly(2023, 1, 5)), (head.DueOn, head.FirstPublished));
        Assert.Null(await queries.HeadAsync(Scope.Country, 999, default));
    }

    [Fact]
    public async Task Cells_come_as_printed_in_the_order_of_the_form()
    {
        Assert.Equal([("rules.issued", "blank", ""), ("requests.granted.total", "number", "3"), ("requests.closed.total", "unread", "?")],
            (await queries.CellsAsync(Scope.Country, await ReportAsync("new"), default)).Select(cell => (cell.Metric, cell.State, cell.Text)));
    }

    [Fact]
    public async Task A_disputed_cell_is_marked()
    {
        Assert.Equal([("rules.issued", false), ("requests.granted.total", true), ("rules.repealed", false)],
            (await queries.CellsAsync(Scope.Country, await ReportAsync("old"), default)).Select(cell => (cell.Metric, cell.IsDisputed)).OrderBy(cell => cell.Metric == "rules.repealed"));
        Assert.Equal(["R01"], (await queries.FindingsAsync(Scope.Country, await ReportAsync("old"), default)).Select(finding => finding.Rule));
    }

    [Fact]
    public async Task Versions_come_newest_first_each_with_its_documents()
    {
        Assert.Equal([("new.txt", 2, true, true), ("old.txt", 1, false, true), ("copy.txt", 1, false, false)],
            (await queries.VersionsAsync(Scope.Country, await ReportAsync("old"), default)).Select(version => (version.File, version.Version, version.IsCurrent, version.IsShown)));
    }

    [Fact]
    public async Task Two_versions_are_compared_cell_by_cell()
    {
        Assert.Equal(
            [("rules.issued", "number", 1m, "blank", null), ("rules.repealed", "number", 2m, null, null), ("requests.closed.total", null, (decimal?)null, "unread", (decimal?)null)],
            (await queries.DifferencesAsync(Scope.Country, await ReportAsync("old"), await ReportAsync("new"), default))
                .Select(cell => (cell.Metric, cell.State, cell.Value, cell.OtherState, cell.OtherValue)));
        Assert.Empty(await queries.DifferencesAsync(Scope.Country, await ReportAsync("old"), await ReportAsync("old"), default));
    }

    private async Task<int> ReportAsync(string bytes) =>
        int.Parse(await warehouse.ValueAsync($"select report_id from document where sha256 = '{Sample.Hash(bytes)}'"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Two versions of one report, the first with a copy.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private static readonly string[] Cells = ["rules.issued=1", "rules.repealed=2", "requests.granted.total=3"];

        internal TestWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync() => Warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("old", Sample.Gongshu, 2022, Cells).With(Sample.Error("R01", "requests.granted.total")).Published(2023, 1, 5),
            Sample.Of("copy", Sample.Gongshu, 2022, Cells).With(Sample.Error("R01", "requests.granted.total")).Published(2023, 1, 1),
            Sample.Of("new", Sample.Gongshu, 2022, "rules.issued=", "requests.granted.total=3", "requests.closed.total=?").Published(2023, 2, 1));

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}

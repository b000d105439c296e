// A correction is looked at by the sums of its report: it resolves what it mends, and what it breaks is found.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class CorrectedSumsTests
{
    private static readonly MetricKey Total = new("reconsideration.total");
    private static readonly CellKey Cell = new("330105.教育局", new ReportYear(2022), ReportScope.Own, Total);
    private static readonly string[] Cells =
    [
        "reconsideration.upheld=3", "reconsideration.corrected=2", "reconsideration.other=0", "reconsideration.pending=0", "requests.received.total=40",
    ];

    [Fact]
    public async Task A_correction_that_mends_a_sum_resolves_its_finding_and_taking_it_back_opens_it()
    {
        using var warehouse = await BrokenAsync();
        Assert.Equal(["R04 open"], await FindingsAsync(warehouse));
        Assert.Equal("True", await warehouse.ValueAsync(IsDisputed));

        await warehouse.Writer.CorrectAsync(Cell, Number(4), Number(5), "核对原件", "张三", default);
        await warehouse.PublishAsync();
        Assert.Equal(["R04 corrected"], await FindingsAsync(warehouse));
        Assert.Equal("False", await warehouse.ValueAsync(IsDisputed));

        await warehouse.Writer.WithdrawAsync(Cell, "张三", default);
        await warehouse.PublishAsync();
        Assert.Equal(["R04 open"], await FindingsAsync(warehouse));
        Assert.Equal("True", await warehouse.ValueAsync(IsDisputed));
    }

    [Fact]
    public async Task A_correction_that_breaks_a_sum_is_found_and_the_finding_goes_with_it()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2022, [.. Cells, "reconsideration.total=5"]));
        Assert.Empty(await FindingsAsync(warehouse));

        await warehouse.Writer.CorrectAsync(Cell, Number(5), Number(7), "误改", "张三", default);
        await warehouse.PublishAsync();
        Assert.Equal(["R04 open"], await FindingsAsync(warehouse));
        Assert.Equal("5|7", await warehouse.ValueAsync("select plain(expected) || '|' || plain(printed) from finding where rule = 'R04'"));
        Assert.Equal("True", await warehouse.ValueAsync(IsDisputed));

        await warehouse.Writer.WithdrawAsync(Cell, "张三", default);
        await warehouse.PublishAsync();
        Assert.Empty(await FindingsAsync(warehouse));
        Assert.Equal("False", await warehouse.ValueAsync(IsDisputed));
    }

    [Fact]
    public async Task A_correction_that_leaves_a_sum_wrong_says_what_is_wrong_now()
    {
        using var warehouse = await BrokenAsync();

        await warehouse.Writer.CorrectAsync(Cell, Number(4), Number(6), "误改", "张三", default);
        await warehouse.PublishAsync();

        Assert.Equal(["R04 corrected", "R04 open"], await FindingsAsync(warehouse));
        Assert.Equal("True", await warehouse.ValueAsync(IsDisputed));
    }

    [Fact]
    public async Task A_correction_elsewhere_in_the_report_resolves_nothing()
    {
        using var warehouse = await BrokenAsync();

        await warehouse.Writer.CorrectAsync(Cell with { Metric = new MetricKey("requests.received.total") }, Number(40), Number(41), "核对原件", "张三", default);
        await warehouse.PublishAsync();

        Assert.Equal(["R04 open"], await FindingsAsync(warehouse));
    }

    private const string IsDisputed = "select is_disputed from mart_value join dim_metric using (metric_id) where metric = 'reconsideration.total'";

    private static Task<TestWarehouse> BrokenAsync() => TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2022, [.. Cells, "reconsideration.total=4"])
        .With(new Finding("R04", Severity.Error, [Total], 5, 4, "不符")));

    private static CellValue Number(decimal value) => new(ValueState.Number, value);

    private static Task<List<string>> FindingsAsync(TestWarehouse warehouse) => warehouse.RowsAsync("select rule || ' ' || state from finding where rule = 'R04' order by state");
}

// Sums over provinces: what counts, what was left out, and that they follow whatever changes.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class RegionYearTests
{
    private static readonly FindingKey Wrong = new("330100.人民政府", new ReportYear(2022), ReportScope.Own, "R01", ["requests.closed.total"], 0);

    // So many agencies that one of them is brought up to date alone.
    private static readonly LoadItem[] Many = Enumerable.Range(0, 20)
        .Select(i => Sample.Of($"many {i}", Sample.Gongshu with { Office = $"{i}局" }, 2022, $"requests.closed.total={i}", "requests.granted.total=")).ToArray();

    [Fact]
    public async Task A_province_has_the_sum_of_what_counts_and_the_number_of_what_does_not_by_scope()
    {
        using var warehouse = await OpenAsync();

        // 0 + … + 19, and 40 of the city's bureau; the government's is disputed.
        Assert.Equal(
            [
                "110000|own|1|1|7|0|0|0|0", "330000|level|1|1|1000|0|0|0|0", "330000|own|22|21|230|1|0|0|0", "CN|own|1|1|0.5|0|0|0|0",
            ],
            await RowsAsync(warehouse, "requests.closed.total"));
        // A rate is not added; of 20 closed its value is small.
        Assert.Equal(["330000|own|22|1||1|0|0|20"], (await RowsAsync(warehouse, "full_grant_rate")).Where(row => row.StartsWith("330000|own", StringComparison.Ordinal)));
        Assert.Equal(["110000|own|1|0||0|1|0|0"], await RowsAsync(warehouse, "fees.amount_wan"));
        Assert.Equal(["110000|own|1|0||0|0|1|0"], (await RowsAsync(warehouse, "full_grant_rate")).Where(row => row.StartsWith("110000", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_sums_follow_corrections_decisions_newer_reports_and_agencies_that_come_new()
    {
        using var warehouse = await OpenAsync();

        await warehouse.Writer.CorrectAsync(
            new CellKey("330105.1局", new ReportYear(2022), ReportScope.Own, new MetricKey("requests.closed.total")), new(ValueState.Number, 1), new(ValueState.Number, 2), "核对", "张三", default);
        Assert.Equal("330000|own|22|21|231|1|0|0|0", await ProvinceAsync(warehouse));

        await warehouse.Writer.MarkFindingsAsync([Wrong], FindingState.Explained, "属实", "张三", default);
        Assert.Equal("330000|own|22|22|10231|0|0|0|0", await ProvinceAsync(warehouse));

        await warehouse.Writer.LoadAsync([Sample.Of("newer", Sample.Gongshu with { Office = "2局" }, 2022, "requests.closed.total=502").Published(2040, 1, 1)], default);
        Assert.Equal("330000|own|22|22|10731|0|0|0|0", await ProvinceAsync(warehouse));

        await warehouse.Writer.LoadAsync([Sample.Of("new agency", Sample.Gongshu with { Office = "新局" }, 2022, "requests.closed.total=?")], default);
        Assert.Equal("330000|own|23|22|10731|0|0|0|1", await ProvinceAsync(warehouse));

        await warehouse.Writer.WithdrawAsync(new CellKey("330105.1局", new ReportYear(2022), ReportScope.Own, new MetricKey("requests.closed.total")), "张三", default);
        Assert.Equal("330000|own|23|22|10730|0|0|0|1", await ProvinceAsync(warehouse));
    }

    [Fact]
    public async Task What_was_added_up_step_by_step_is_what_is_added_up_anew()
    {
        using var warehouse = await OpenAsync();
        await warehouse.Writer.LoadAsync([Sample.Of("newer", Sample.Gongshu with { Office = "2局" }, 2022, "requests.closed.total=502", "requests.received.total=3").Published(2040, 1, 1)], default);
        await warehouse.PublishAsync();
        var stepped = await warehouse.RowsAsync("from mart_region_year order by all");

        await warehouse.Writer.RecheckAsync(default);
        await warehouse.PublishAsync();

        Assert.Equal(stepped, await warehouse.RowsAsync("from mart_region_year order by all"));
        Assert.NotEmpty(stepped);
    }

    private static Task<TestWarehouse> OpenAsync() => TestWarehouse.OpenAsync(
    [
        .. Many,
        Sample.Of("city", Sample.Hangzhou with { Office = "教育局" }, 2022, "requests.closed.total=40", "requests.granted.total=10"),
        Sample.Of("government", Sample.Hangzhou, 2022, "requests.closed.total=10000", "requests.granted.total=1").With(Sample.Error("R01", "requests.closed.total")),
        Sample.Of("level", Sample.Hangzhou, 2022, "requests.closed.total=1000").WithScope(ReportScope.Level),
        Sample.Of("beijing", Sample.Chaoyang, 2022, "requests.closed.total=7", "requests.granted.total=1", "fees.amount_wan=3!"),
        Sample.Of("nowhere", Sample.Nowhere, 2022, "requests.closed.total=0.5"),
    ]);

    private static async Task<string> ProvinceAsync(TestWarehouse warehouse)
    {
        await warehouse.PublishAsync();
        Assert.All(await warehouse.Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
        return (await RowsAsync(warehouse, "requests.closed.total")).Single(row => row.StartsWith("330000|own", StringComparison.Ordinal));
    }

    private static Task<List<string>> RowsAsync(TestWarehouse warehouse, string metric) => warehouse.RowsAsync(
        $"select region_code, scope, reports, counted, plain(total), disputed, no_unit, small, no_number from region_year where metric = '{metric}' order by all");
}

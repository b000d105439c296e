// The wide table: one row per current report, exact, the same whether it came with a load or is made from the cells again.
using System.Globalization;
using Analytics.Catalog;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class WideTests
{
    private const string All = "select code, report_wide.* exclude (report_id, agency_id) from report_wide join dim_agency using (agency_id) order by code, year, scope";
    private static readonly string[] Metrics = CatalogData.Current.Metrics.Select(metric => metric.Key.Value).ToArray();

    // Numbers of every length, with and without decimals, and what is no number.
    private static readonly Gen<string> Printed = Gen.OneOf(
        Gen.Choose(0, 999).Select(number => $"{number}"),
        Gen.Choose(0, 999_999).SelectMany(_ => Gen.Choose(0, 999_999), (whole, rest) => string.Create(CultureInfo.InvariantCulture, $"{whole}{rest:000000}")),
        Gen.Choose(-999_999, 999_999).SelectMany(_ => Gen.Choose(0, 999_999), (whole, rest) => string.Create(CultureInfo.InvariantCulture, $"{whole}.{rest:000000}")),
        Gen.Elements("", "?", "999999999999.999999", "-999999999999.999999", "0.000001", "5!", "!"));

    private static readonly Gen<string[]> Report = Gen.Shuffle(Metrics).SelectMany(
        metrics => Gen.Choose(1, metrics.Length).SelectMany(count => Gen.ArrayOf(Printed, count), (_, values) => values),
        (metrics, values) => values.Zip(metrics, (value, metric) => $"{metric}={(value == "!" ? "0!" : value)}").ToArray());

    [Fact]
    public void Rows_of_a_load_are_those_made_from_the_cells_again() => Prop.ForAll(Gen.ArrayOf(Report, 3).ToArbitrary(), reports => Task.Run(async () =>
    {
        using var warehouse = await TestWarehouse.OpenAsync(reports.Select((cells, index) => Sample.Of($"{index}", Sample.Gongshu with { Office = $"{index}局" }, 2020 + index, cells)).ToArray());
        var loaded = await warehouse.RowsAsync(All);
        await warehouse.Writer.RecheckAsync(default);
        await warehouse.PublishAsync();
        Assert.Equal(reports.Length, loaded.Count);
        Assert.Equal(await warehouse.RowsAsync(All), loaded);
        Assert.Empty(await FailingAsync(warehouse));
    }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public async Task Numbers_are_exact_and_what_is_no_number_is_null()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of(
            "a", Sample.Gongshu, 2020, "licensing.decisions=999999999999.999999", "licensing.items_change=-999999999999.999999", "procurement.amount_wan=0.000001!", "rules.made=", "rules.disclosed=?"));

        Assert.Equal(
            "999999999999.999999|-999999999999.999999|0.000001||",
            await warehouse.ValueAsync("""select "licensing.decisions", "licensing.items_change", "procurement.amount_wan", "rules.made", "rules.disclosed" from report_wide"""));
        Assert.Equal(
            "1|1|5|2|3|0",
            await warehouse.ValueAsync($"select {string.Join(", ", new[] { "licensing.decisions", "licensing.items_change", "procurement.amount_wan", "rules.made", "rules.disclosed", "rules.repealed" }.Select(
                metric => $"marks[(select metric_id from dim_metric where metric = '{metric}')]"))} from report_wide"));
    }

    [Fact]
    public async Task A_report_that_counts_again_has_its_row_again()
    {
        var newer = Sample.Of("newer", Sample.Gongshu, 2020, "rules.made=2").Published(2021, 2, 1);
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("older", Sample.Gongshu, 2020, "rules.made=1").Published(2021, 1, 1), newer);
        Assert.Equal(["2"], await warehouse.RowsAsync("""select cast("rules.made" as integer) from report_wide"""));

        // Read again, the newer document is another year's report.
        await warehouse.PublishAsync(Sample.Of("newer", Sample.Gongshu, 2021, "rules.made=2") with { IsAgain = true });

        Assert.Equal(["2020|1", "2021|2"], await warehouse.RowsAsync("""select year, cast("rules.made" as integer) from report_wide order by year"""));
        Assert.Empty(await FailingAsync(warehouse));
    }

    [Fact]
    public async Task Figures_too_long_to_be_added_up_are_told_and_stop_nothing()
    {
        const string Most = "999999999999.999999";
        var cells = Metrics.Where(metric => metric.StartsWith("requests.", StringComparison.Ordinal)).Select(metric => $"{metric}={Most}").ToArray();
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("district", Sample.Gongshu, 2021, cells),
            Sample.Of("other", Sample.Gongshu with { Office = "民政局" }, 2021, cells),
            Sample.Of("city", Sample.Hangzhou, 2021, "requests.received.total=1").WithScope(ReportScope.Territory),
            Sample.Of("before", Sample.Gongshu, 2020, cells));

        // What the city's figure should be at least is longer than a number can be.
        Assert.Equal(["R17|1|"], await warehouse.RowsAsync("select rule, cast(printed as integer), expected from finding where rule = 'R17'"));
        Assert.Contains((await warehouse.Writer.CountBreachesAsync(default)).Select(rule => rule.Rule), rule => rule == "R01");
    }

    private static async Task<IEnumerable<string>> FailingAsync(TestWarehouse warehouse) =>
        (await warehouse.Writer.CheckAsync(default)).SelectMany(check => check.Failing);
}

// What the drawer is told of a value, from a real warehouse: where it was printed, what it was computed from, who looked at it.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Sources;
using Analytics.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Sources;

[Collection(WarehouseTests.Name)]
public sealed class SourceViewTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Printed_value_has_its_cell_its_neighbours_and_its_document()
    {
        var view = (await LoadAsync(Gongshu, 2020, "requests.received.total"))!;

        Assert.Equal("45", view.Cell!.Text);
        Assert.Equal([3, 2, 4, 3, 8], new int?[] { view.Cell.FormTable, view.Cell.Grid, view.Cell.Page, view.Cell.RowNumber, view.Cell.ColumnNumber });
        Assert.Equal((45m, "number", false, "件"), (view.Value.Value, view.Value.State, view.Value.IsDisputed, view.Value.Unit));
        Assert.Equal((Gongshu.Name, (short)2020, "own", 1, new DateOnly(2021, 1, 20)), (view.Report.AgencyName, view.Report.Year, view.Report.Scope, view.Report.Version, view.Report.Published));
        Assert.Equal((FileOf(Gongshu, 2020), Sha256(FileOf(Gongshu, 2020))), (view.Report.File, view.Report.Sha256));
        Assert.Empty(view.Terms);
        // The first line of the table has two lines below it and none above.
        Assert.Equal(["requests.received", "requests.carried_in", "requests.granted"], view.Neighbours.Select(neighbour => neighbour.Line).Distinct());
        Assert.Equal(21, view.Neighbours.Count);
    }

    [Fact]
    public async Task Sums_that_hold_are_passed_and_stand_once_each()
    {
        var view = (await LoadAsync(Gongshu, 2020, "requests.received.natural"))!;

        Assert.Equal(RuleResult.Passed, Rule(view, "R01").Result);
        Assert.Equal(RuleResult.Passed, Rule(view, "R03").Result);
        Assert.Equal(view.Rules.Count, view.Rules.Select(rule => rule.Rule).Distinct().Count());
        Assert.Equal(CatalogData.Current.Rule("R01").NameZh, Rule(view, "R01").Text);
    }

    [Fact]
    public async Task Sum_that_does_not_hold_is_failed_with_what_was_found()
    {
        var view = (await LoadAsync(Xinzhou, 2020, "requests.granted.total"))!;

        Assert.Equal(RuleResult.Failed, Rule(view, "R01").Result);
        Assert.Equal("error", Rule(view, "R01").Severity);
        Assert.Contains("应为 15", Rule(view, "R01").Text, StringComparison.Ordinal);
        Assert.True(view.Value.IsDisputed);
        Assert.Equal(0, view.Value.Value);
        Assert.Equal("R23", Assert.Single(view.OnDocument).Rule);
    }

    [Theory]
    [InlineData("requests.partly_granted.natural", "R01")]
    [InlineData("requests.closed.natural", "R02")]
    [InlineData("requests.declined.complaint.total", "R01")]
    [InlineData("requests.carried_out.total", "R03")]
    public async Task Sum_with_an_unread_or_missing_term_or_a_blank_result_is_unchecked(string metric, string rule)
    {
        var view = (await LoadAsync(Chaoyang, 2020, metric))!;
        var expected = (metric, rule) == ("requests.closed.natural", "R02") ? RuleResult.Passed : RuleResult.Unchecked;

        Assert.Equal(expected, Rule(view, rule).Result);
    }

    [Fact]
    public async Task Blank_term_counts_as_zero_beside_numbers()
    {
        var view = (await LoadAsync(Chaoyang, 2020, "requests.carried_in.enterprise"))!;

        Assert.Equal(("blank", ""), (view.Cell!.State, view.Cell.Text));
        Assert.Null(view.Value.Value);
        Assert.Equal(RuleResult.Passed, Rule(view, "R01").Result);
        Assert.Equal(RuleResult.Failed, Rule(view, "R16").Result);
    }

    [Fact]
    public async Task Derived_value_has_its_terms_and_no_cell()
    {
        var view = (await LoadAsync(Gongshu, 2020, "disclosure_rate"))!;

        Assert.Null(view.Cell);
        Assert.Empty(view.Neighbours);
        Assert.Equal((0.95m, 40m), (view.Value.Value, view.Value.Denominator));
        Assert.Equal(
            [("requests.granted.total", 35m, false), ("requests.partly_granted.total", 3m, false), ("requests.closed.total", 40m, true)],
            view.Terms.Select(term => (term.Metric, term.Value!.Value, term.IsDenominator)));
    }

    [Fact]
    public async Task Value_that_is_not_there_or_not_for_the_asker_is_null()
    {
        var report = await warehouse.ReportAsync(Gongshu, 2020);
        var key = new SourceKey(report, new MetricKey("requests.received.total"));
        var views = services.GetRequiredService<SourceViews>();

        Assert.NotNull(await views.LoadAsync(new Scope([new RegionCode("330100")]), key, CancellationToken.None));
        Assert.Null(await views.LoadAsync(new Scope([new RegionCode("110000")]), key, CancellationToken.None));
        Assert.Null(await views.LoadAsync(Scope.Country, key with { Report = 9999 }, CancellationToken.None));
        Assert.Null(await views.LoadAsync(Scope.Country, key with { Metric = new MetricKey("rules.in_force") }, CancellationToken.None));
        Assert.Null(await views.LoadAsync(Scope.Country, key with { Metric = new MetricKey("no.such") }, CancellationToken.None));
    }

    [Fact]
    public async Task Rule_of_another_form_is_not_said_to_be_passed()
    {
        var view = (await LoadAsync(Gongshu, 2021, "licensing.decisions"))!;

        Assert.Equal("2019", CatalogData.Current.Rule("R06").Applies);
        Assert.DoesNotContain(view.Rules, rule => rule.Rule == "R06" && rule.Result == RuleResult.Passed);
    }

    [Fact]
    public async Task Amount_is_not_said_to_be_a_whole_number()
    {
        var view = (await LoadAsync(Gongshu, 2020, "procurement.amount_wan"))!;

        Assert.Equal(3336.05m, view.Value.Value);
        Assert.DoesNotContain(view.Rules, rule => rule.Rule == "R05" && rule.Result == RuleResult.Passed);
    }

    [Fact]
    public async Task Cell_that_could_not_be_read_is_not_said_to_be_a_whole_number()
    {
        var view = (await LoadAsync(Chaoyang, 2020, "requests.partly_granted.total"))!;

        Assert.Equal("unread", view.Value.State);
        Assert.DoesNotContain(view.Rules, rule => rule.Rule == "R05" && rule.Result == RuleResult.Passed);
    }

    private static RuleLine Rule(SourceView view, string id) => Assert.Single(view.Rules, rule => rule.Rule == id);

    private async Task<SourceView?> LoadAsync(Agency agency, int year, string metric) => await services.GetRequiredService<SourceViews>()
        .LoadAsync(Scope.Country, new SourceKey(await warehouse.ReportAsync(agency, year), new MetricKey(metric)), CancellationToken.None);
}

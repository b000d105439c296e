// Page and download ask here, so what an address may say must be answered here, whatever years and bodies it names.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

[Collection(WarehouseTests.Name)]
public sealed class CompareDataTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Chosen_agencies_are_compared_over_all_years_there_are()
    {
        var result = await LoadAsync($"{CodeOf(Gongshu)},{CodeOf(Chaoyang)}", "requests.received.total,disclosure_rate");

        Assert.Equal([2020, 2021], result.AllYears);
        Assert.Equal(1, result.Version);
        Assert.Equal([CodeOf(Gongshu), CodeOf(Chaoyang)], result.Agencies.Select(entry => entry.Agency.Code));
        Assert.Equal(["requests.received.total", "disclosure_rate"], result.Panels.Select(panel => panel.Metric.Value));
        Assert.Equal([45m, 50m, 8m, null], result.Panels[0].Series.SelectMany(series => series.Points).Select(point => point.Value));
        Assert.Equal([PointState.Number, PointState.Number, PointState.Incomplete, PointState.Absent], result.Panels[1].Series.SelectMany(series => series.Points).Select(point => point.State));
        Assert.Equal([(Chaoyang.ShortName, 2021)], result.Panels[0].Missing);
    }

    [Fact]
    public async Task Rate_computed_from_a_printed_error_is_in_dispute()
    {
        var panel = Assert.Single((await LoadAsync(CodeOf(Xinzhou), "disclosure_rate", "2020-2020")).Panels);

        Assert.Equal((PointState.Disputed, null), (panel.Series[0].Points[0].State, panel.Series[0].Points[0].Value));
    }

    [Fact]
    public async Task Region_stands_for_those_who_report_in_it_and_nobody_comes_twice()
    {
        var result = await LoadAsync($"{CodeOf(GongshuCivil)},r:330105");

        Assert.Equal([CodeOf(GongshuCivil), CodeOf(Gongshu)], result.Agencies.Select(entry => entry.Agency.Code));
        Assert.Equal(2, result.Agencies.Select(entry => entry.Colour).Distinct().Count());
        Assert.Empty(result.Unknown);
    }

    [Fact]
    public async Task Choice_that_nobody_stands_behind_is_named()
    {
        var result = await LoadAsync("999999.教育局,r:110101");

        Assert.Empty(result.Agencies);
        Assert.Empty(result.Panels);
        Assert.Equal(["999999.教育局", "r:110101"], result.Unknown.Select(entity => entity.ToString()));
    }

    [Fact]
    public async Task Change_of_a_region_is_a_break_of_its_agencies()
    {
        var panel = Assert.Single((await LoadAsync(CodeOf(Gongshu))).Panels);

        Assert.Contains(panel.Breaks, change => change.Year == 2021 && change.Note.Contains("下城区", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Years_of_the_address_are_shown_though_nobody_reported_in_some()
    {
        var panel = Assert.Single((await LoadAsync(CodeOf(Gongshu), years: "2018-2022")).Panels);

        Assert.Equal([null, null, 45m, 50m, null], panel.Series[0].Points.Select(point => point.Value));
        Assert.Equal([2019, 2022], panel.Missing.Select(gap => gap.Year));
    }

    [Theory]
    [InlineData("2030-")]
    [InlineData("2022-")]
    [InlineData("-2008")]
    public async Task Address_with_one_year_outside_the_data_is_answered(string years)
    {
        var result = await LoadAsync(CodeOf(Gongshu), years: years);

        Assert.All(result.Panels, panel => Assert.NotEmpty(panel.Years));
    }

    [Fact]
    public async Task Asker_sees_the_regions_of_their_scope_only()
    {
        var result = await services.GetRequiredService<CompareData>().LoadAsync(new Scope([new RegionCode("110000")]),
            CompareState.Parse($"{CodeOf(Gongshu)},{CodeOf(Chaoyang)},r:330105", null, null, null), new EntityColours(), CancellationToken.None);

        Assert.Equal([CodeOf(Chaoyang)], result.Agencies.Select(entry => entry.Agency.Code));
        Assert.Equal([2020], result.AllYears);
        Assert.Equal(2, result.Unknown.Count);
    }

    [Fact]
    public async Task Two_of_one_sector_and_level_from_different_provinces_are_suggested()
    {
        var suggestion = await services.GetRequiredService<CompareData>().SuggestAsync(Scope.Country, CancellationToken.None);

        Assert.Equal(new[] { CodeOf(Gongshu), CodeOf(Chaoyang) }.Order(), suggestion.Select(agency => agency.Code).Order());
    }

    private Task<CompareResult> LoadAsync(string entities, string? metrics = null, string? years = null) => services.GetRequiredService<CompareData>()
        .LoadAsync(Scope.Country, CompareState.Parse(entities, metrics, years, null), new EntityColours(), CancellationToken.None);
}

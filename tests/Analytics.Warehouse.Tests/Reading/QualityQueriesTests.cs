// What is amiss, where, and what to write to the agency.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class QualityQueriesTests(Province province)
{
    private static readonly DateOnly Today = new(2024, 1, 1);
    private static readonly ReportYears Span = new(new ReportYear(2020), new ReportYear(2022));
    private readonly QualityQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task Findings_are_counted_by_kind_and_listed()
    {
        var kind = Assert.Single(await queries.KindsAsync(Scope.Country, AgencyGroup.All, Of(2022), default), kind => kind.Rule == "R01");
        Assert.Equal(("error", "open", 1L, 1L), (kind.Severity, kind.State, kind.Findings, kind.Agencies));
        Assert.DoesNotContain(await queries.KindsAsync(Scope.Country, AgencyGroup.All, Of(2021), default), found => found.Rule == "R01");
        var finding = Assert.Single(await queries.FindingsAsync(Scope.Country, AgencyGroup.All, new FindingFilter("R01", "error", "open"), new ListPage(10), default));
        Assert.Equal((Province.Xihu, 1L, 15m, 0m), (finding.Agency, finding.Total, finding.Expected!.Value, finding.Printed!.Value));
        Assert.Equal(["requests.closed.total"], finding.Metrics);
        Assert.Empty(await queries.FindingsAsync(Scope.Country, AgencyGroup.All, new FindingFilter("R01", State: "explained"), new ListPage(10), default));
        Assert.Single(await queries.FindingsAsync(Scope.Country, AgencyGroup.All, new FindingFilter("R01", Agency: Province.Xihu), new ListPage(10), default));
        Assert.Empty(await queries.FindingsAsync(Scope.Country, AgencyGroup.All, new FindingFilter("R01", Agency: Province.Gongshu), new ListPage(10), default));
    }

    [Fact]
    public async Task Agencies_with_errors_come_first()
    {
        Assert.Equal((Province.Xihu, 1L), (await queries.AgenciesAsync(Scope.Country, AgencyGroup.All, null, new ListPage(1), default)).Select(agency => (agency.Agency, agency.Errors)).Single());
    }

    [Fact]
    public async Task Findings_are_those_of_the_years_asked_for()
    {
        Assert.Empty(await queries.FindingsAsync(Scope.Country, AgencyGroup.All, new FindingFilter("R01", Years: Of(2021)), new ListPage(10), default));
        Assert.Single(await queries.FindingsAsync(Scope.Country, AgencyGroup.All, new FindingFilter("R01", Years: Span), new ListPage(10), default));
        Assert.DoesNotContain(await queries.AgenciesAsync(Scope.Country, AgencyGroup.All, Of(2020), new ListPage(10), default), agency => agency.Agency == Province.Xihu);
    }

    [Fact]
    public async Task The_matrix_tells_what_became_of_each_report()
    {
        var cells = (await MatrixAsync(Scope.Country)).ToDictionary(cell => (cell.Agency, (int)cell.Year));

        Assert.Equal("not_expected", cells[(Province.Gongshu, 2020)].State);
        Assert.Equal(("errors", 1L, 1L), cells[(Province.Xihu, 2022)] is { } wrong ? (wrong.State, wrong.Errors, wrong.Reports) : default);
        Assert.Equal(await province.ReportAsync("b22"), cells[(Province.Xihu, 2022)].ReportId);
        Assert.Equal(("quarantined", 1L, null), cells[(Province.Lucheng, 2021)] is { } held ? (held.State, held.Quarantined, held.ReportId) : default);
        Assert.Equal("missing", cells[(Province.Lucheng, 2022)].State);
        Assert.Equal("unknown", cells[(Province.Chaoyang, 2020)].State);
        Assert.Equal((true, new DateOnly(2023, 1, 31), new DateOnly(2023, 2, 10)), cells[(Province.Gongshu, 2022)] is { } late ? (late.IsLate, late.DueOn, late.Published!.Value) : default);
        Assert.Equal(new DateOnly(2023, 3, 31), cells[(Province.Hangzhou, 2022)].DueOn);
        Assert.Equal(7 * 3, cells.Count);
    }

    [Fact]
    public async Task A_report_is_awaited_until_its_day_is_over()
    {
        Assert.Equal("awaited", (await MatrixAsync(Scope.Country, today: new DateOnly(2023, 1, 31))).Single(cell => cell.Agency == Province.Lucheng && cell.Year == 2022).State);
        Assert.Equal("missing", (await MatrixAsync(Scope.Country, today: new DateOnly(2023, 2, 1))).Single(cell => cell.Agency == Province.Lucheng && cell.Year == 2022).State);
    }

    [Theory]
    [InlineData("errors", Province.Xihu)]
    [InlineData("missing", Province.Lucheng)]
    [InlineData("late", Province.Gongshu)]
    public async Task The_matrix_shows_only_agencies_with_what_is_looked_for_but_all_their_years(string show, string agency)
    {
        var cells = await MatrixAsync(Scope.Country, show);

        Assert.Equal([agency, agency, agency], cells.Select(cell => cell.Agency));
        Assert.All(cells, cell => Assert.Equal(1, cell.Total));
    }

    [Fact]
    public async Task States_are_counted_over_the_whole_group()
    {
        var counts = (await queries.StatesAsync(Scope.Country, AgencyGroup.All, Span, Today, default)).ToDictionary(count => ((int)count.Year, count.State));

        Assert.Equal((1L, 1L, 1L), (counts[(2022, "errors")].Agencies, counts[(2022, "missing")].Agencies, counts[(2021, "quarantined")].Agencies));
        Assert.Equal(1, counts.Where(count => count.Key.Item1 == 2022).Sum(count => count.Value.Late));
        Assert.Equal(3 * 7, counts.Values.Sum(count => count.Agencies));
    }

    [Fact]
    public async Task Quarantined_documents_belong_to_no_region() =>
        Assert.DoesNotContain(await MatrixAsync(Province.Zhejiang), cell => cell.State == "quarantined");

    [Fact]
    public async Task Agencies_of_a_group_are_told_from_others() => Assert.Equal([Province.Gongshu],
        (await queries.MembersAsync(Scope.Country, new AgencyGroup(new RegionCode("330000")), [Province.Chaoyang, Province.Gongshu], default)).Select(member => member.Agency));

    [Fact]
    public async Task Documents_that_another_extractor_read_are_counted_for_those_who_see_the_country()
    {
        var all = await queries.ReadByOthersAsync(Scope.Country, "another", default);
        Assert.True(all.Documents > 0);
        Assert.Equal(all.Documents, all.Others);
        Assert.Equal(0, (await queries.ReadByOthersAsync(Scope.Country, "1", default)).Others);
        Assert.Equal(new ReadByOthers(0, 0), await queries.ReadByOthersAsync(Province.Zhejiang, "another", default));
    }

    [Fact]
    public async Task A_note_has_the_cells_as_printed()
    {
        var line = Assert.Single(await queries.NoteAsync(Scope.Country, Province.Xihu, new ReportYear(2022), default), line => line.Rule == "R01");

        Assert.Equal(("杭州市西湖区教育局", "requests.closed.total", "40", 15m, "不符"), (line.AgencyName, line.Metric!, line.Text!, line.Expected!.Value, line.Message));
    }

    private static ReportYears Of(int year) => new(new ReportYear(year), new ReportYear(year));

    private Task<IReadOnlyList<MatrixCell>> MatrixAsync(Scope scope, string show = "", DateOnly? today = null) =>
        queries.MatrixAsync(scope, AgencyGroup.All, Span, today ?? Today, show, new ListPage(100), default);
}

// What is amiss, where, and what to write to the agency.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class QualityQueriesTests(Province province)
{
    private readonly QualityQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task Findings_are_counted_by_kind_and_listed()
    {
        var kind = Assert.Single(await queries.KindsAsync(Scope.Country, AgencyGroup.All, new ReportYear(2022), default), kind => kind.Rule == "R01");
        Assert.Equal(("error", "open", 1L, 1L), (kind.Severity, kind.State, kind.Findings, kind.Agencies));
        Assert.DoesNotContain(await queries.KindsAsync(Scope.Country, AgencyGroup.All, new ReportYear(2021), default), found => found.Rule == "R01");
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
    public async Task The_matrix_tells_reported_missing_quarantined_and_unknown_apart()
    {
        var cells = (await queries.MatrixAsync(Scope.Country, AgencyGroup.All, new ReportYear(2020), new ReportYear(2022), new ListPage(100), default))
            .ToDictionary(cell => (cell.Agency, (int)cell.Year), cell => cell.State);

        Assert.Equal("reported", cells[(Province.Gongshu, 2021)]);
        Assert.Equal("not_expected", cells[(Province.Gongshu, 2020)]);
        Assert.Equal("reported", cells[(Province.Shangcheng, 2020)]);
        Assert.Equal("quarantined", cells[(Province.Lucheng, 2021)]);
        Assert.Equal("missing", cells[(Province.Lucheng, 2022)]);
        Assert.Equal("unknown", cells[(Province.Chaoyang, 2020)]);
        Assert.Equal(7 * 3, cells.Count);
    }

    [Fact]
    public async Task Quarantined_documents_belong_to_no_region()
    {
        Assert.DoesNotContain(await queries.MatrixAsync(Province.Zhejiang, AgencyGroup.All, new ReportYear(2020), new ReportYear(2022), new ListPage(100), default), cell => cell.State == "quarantined");
    }

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
}

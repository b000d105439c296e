// Who reported, of those who were expected to.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class CoverageQueriesTests(Province province)
{
    private readonly CoverageQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task Reports_of_one_scope_are_counted_against_the_roster_and_the_missing_have_none_of_any_scope()
    {
        Assert.Equal(
            // 2020: one report, nobody expected yet. Five bureaus and a government from 2021 on, one of them silent.
            [new YearCoverage(2020, 1, null, null), new YearCoverage(2021, 4, 6, 1), new YearCoverage(2022, 4, 6, 1)],
            await Years(Province.Zhejiang, AgencyGroup.All, ReportScope.Own));
        Assert.Equal([(0L, null), (1L, 6L), (1L, 6L)], (await Years(Province.Zhejiang, AgencyGroup.All, ReportScope.Level)).Select(year => (year.Reported, year.Expected)));
    }

    [Fact]
    public async Task Where_nobody_is_on_a_roster_nobody_knows_who_is_missing()
    {
        Assert.Equal(new YearCoverage(2022, 1, null, null), (await Years(Scope.Country, new AgencyGroup(new RegionCode("110000")), ReportScope.Own))[2]);
    }

    [Theory]
    [InlineData("330100", null, null, 3, 4)]
    [InlineData("330100", "prefecture", null, 0, 1)]
    [InlineData("330000", null, "教育", 4, 5)]
    [InlineData("330200", "county", "教育", 1, 1)]
    public async Task A_group_is_a_region_a_level_and_a_sector(string region, string? level, string? sector, int reported, int expected)
    {
        var year = (await Years(Province.Zhejiang, new AgencyGroup(new RegionCode(region), level, sector), ReportScope.Own))[2];

        Assert.Equal((reported, expected), ((int)year.Reported, (int)year.Expected!));
    }

    private Task<IReadOnlyList<YearCoverage>> Years(Scope scope, AgencyGroup group, ReportScope reportScope) =>
        queries.YearsAsync(scope, group, reportScope, new ReportYear(2020), new ReportYear(2022), default);
}

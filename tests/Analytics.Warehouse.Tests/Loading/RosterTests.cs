// Who is expected: agencies come in before they report, and the same roster again changes nothing.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class RosterTests
{
    private const string State = "select agency.code, agency.name, agency.sector, first_year, last_year, source from roster join dim_agency agency using (agency_id) order by 1, 4";

    [Fact]
    public async Task An_agency_without_reports_comes_in_with_its_years()
    {
        using var warehouse = await TestWarehouse.OpenAsync();

        await LoadAsync(warehouse, new RosterEntry(Sample.Gongshu, new ReportYear(2019), new ReportYear(2023)));

        Assert.Equal(["330105.教育局|杭州市拱墅区教育局|教育|2019|2023|roster.csv"], await warehouse.RowsAsync(State));
        Assert.Equal(["330105.教育局|0|2019|2023"], await warehouse.RowsAsync("select code, len(years), first_expected, last_expected from mart_agency"));
        Assert.All(await warehouse.Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_a_new_one_replaces_what_it_names()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        RosterEntry[] first = [new(Sample.Gongshu, new ReportYear(2019), null), new(Sample.Hangzhou, new ReportYear(2019), null)];
        await LoadAsync(warehouse, first);
        var before = await warehouse.RowsAsync(State);

        await LoadAsync(warehouse, first);
        Assert.Equal(before, await warehouse.RowsAsync(State));

        await LoadAsync(warehouse, new RosterEntry(Sample.Gongshu, new ReportYear(2019), new ReportYear(2020)), new RosterEntry(Sample.Gongshu, new ReportYear(2022), null));
        Assert.Equal(
            ["330100.人民政府|2019|", "330105.教育局|2019|2020", "330105.教育局|2022|"],
            await warehouse.RowsAsync("select agency.code, first_year, last_year from roster join dim_agency agency using (agency_id) order by 1, 2"));
    }

    [Fact]
    public async Task An_agency_that_reported_already_is_the_same_agency()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));

        await LoadAsync(warehouse, new RosterEntry(Sample.Gongshu, new ReportYear(2019), null));

        Assert.Equal(["330105.教育局|1|2019"], await warehouse.RowsAsync("select code, len(years), first_expected from mart_agency"));
    }

    private static async Task LoadAsync(TestWarehouse warehouse, params RosterEntry[] entries)
    {
        await warehouse.Writer.LoadRosterAsync(entries, "roster.csv", CancellationToken.None);
        await warehouse.PublishAsync();
    }
}

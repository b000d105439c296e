// What charts show: printed values with their doubts, and rates that are never computed from what is not there.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class ValueTests : IAsyncLifetime
{
    private static readonly LoadItem[] Items =
    [
        // 忻州's case: granted is printed 0 although the row says 15.
        Sample.Of("disputed", Sample.Gongshu, 2020, "requests.granted.total=0", "requests.partly_granted.total=5", "requests.closed.total=20",
            "requests.unavailable.not_held.total=1", "licensing.decisions=9", "procurement.count=4", "procurement.amount_wan=10!").With(
            Sample.Error("R01", "requests.granted.total"),
            Sample.Error("R06", "licensing.decisions") with { Severity = Severity.Warning }),
        Sample.Of("nothing closed", Sample.Chaoyang, 2020, "requests.granted.total=0", "requests.partly_granted.total=0", "requests.closed.total=0",
            "procurement.count=3", "procurement.amount_wan=10"),
        Sample.Of("blank term", Sample.Hangzhou, 2020, "requests.granted.total=", "requests.partly_granted.total=5", "requests.closed.total=20",
            "requests.other.total=2", "reconsideration.corrected=1", "reconsideration.total=5", "reconsideration.pending=2"),
        Sample.Of("unread term", Sample.Hangzhou, 2021, "requests.granted.total=?", "requests.partly_granted.total=5", "requests.closed.total=20",
            "requests.other.not_corrected.total=1", "requests.other.fee_unpaid.total=2", "requests.other.rest.total=4"),
        Sample.Of("missing term", Sample.Hangzhou, 2022, "requests.granted.total=3", "requests.closed.total=20", "requests.received.total=5"),
        Sample.Of("old version", Sample.Hangzhou, 2023, "requests.closed.total=1").Published(2024, 1, 1),
        Sample.Of("new version", Sample.Hangzhou, 2023, "requests.closed.total=2").Published(2024, 2, 1),
        Sample.Of("mixed forms", Sample.Gongshu, 2022, "requests.other.total=6", "procurement.count=1", "procurement.amount_wan=2").WithForm("三", "2019").WithForm("二", "2019"),
    ];

    private TestWarehouse warehouse = null!;

    public async Task InitializeAsync() => warehouse = await TestWarehouse.OpenAsync(Items);

    public Task DisposeAsync()
    {
        warehouse.Dispose();
        return Task.CompletedTask;
    }

    // One warehouse for all: nothing here changes it.
    [Fact]
    public async Task Values_are_shown_as_printed_with_their_doubts_and_rates_only_where_all_terms_are_numbers()
    {
        // A value named by an open error is disputed and kept, and so is all that is derived from it; a warning disputes nothing.
        Assert.Equal("number|0||True|True", await ShownAsync("disputed", "requests.granted.total"));
        Assert.Equal("number|5||False|True", await ShownAsync("disputed", "requests.partly_granted.total"));
        Assert.Equal("number|9||False|True", await ShownAsync("disputed", "licensing.decisions"));
        Assert.Equal("number|0.25|20|True|True", await ShownAsync("disputed", "disclosure_rate"));
        Assert.Equal("number|0|20|True|True", await ShownAsync("disputed", "full_grant_rate"));
        Assert.Equal("number|0.05|20|False|True", await ShownAsync("disputed", "not_held_share"));

        // An amount without a unit stays without one in what is derived from it.
        Assert.Equal("number|10||False|False", await ShownAsync("disputed", "procurement.amount_wan"));
        Assert.Equal("number|2.5|4|False|False", await ShownAsync("disputed", "procurement_average_wan"));
        Assert.Equal("number|3.333333|3|False|True", await ShownAsync("nothing closed", "procurement_average_wan"));

        // Nothing to divide by; a term that is blank, unread or missing.
        Assert.Equal("undefined||0|False|True", await ShownAsync("nothing closed", "disclosure_rate"));
        Assert.Equal("blank|||False|True", await ShownAsync("blank term", "requests.granted.total"));
        Assert.Equal("incomplete||20|False|True", await ShownAsync("blank term", "disclosure_rate"));
        Assert.Equal("unread|||False|True", await ShownAsync("unread term", "requests.granted.total"));
        Assert.Equal("incomplete||20|False|True", await ShownAsync("unread term", "disclosure_rate"));
        Assert.Equal("incomplete||20|False|True", await ShownAsync("missing term", "disclosure_rate"));

        // Signs and both sides of a formula.
        Assert.Equal("number|0.333333|3|False|True", await ShownAsync("blank term", "correction_rate"));

        // Terms that a report's own form does not have are left out, whatever its year.
        Assert.Equal("number|2||False|True", await ShownAsync("blank term", "requests.other_closed.total"));
        Assert.Equal("number|7||False|True", await ShownAsync("unread term", "requests.other_closed.total"));
        Assert.Equal("number|6||False|True", await ShownAsync("mixed forms", "requests.other_closed.total"));
        Assert.Equal("number|2|1|False|True", await ShownAsync("mixed forms", "procurement_average_wan"));

        // What is not printed at all has no row; nor has what is superseded.
        Assert.Equal("absent", await ShownAsync("missing term", "requests.partly_granted.total"));
        Assert.Equal("absent", await ShownAsync("missing term", "correction_rate"));
        Assert.Equal("absent", await ShownAsync("old version", "requests.closed.total"));
        Assert.Equal("number|2||False|True", await ShownAsync("new version", "requests.closed.total"));
    }

    [Fact]
    public async Task Rows_are_one_per_report_and_metric_sorted_for_charts()
    {
        Assert.Equal(["0"], await warehouse.RowsAsync("select count(*) - count(distinct (report_id, metric_id)) from mart_value"));
        Assert.Equal(["0"], await warehouse.RowsAsync(
            "select count(*) from (select (metric_id, year, agency_id) as k, lag((metric_id, year, agency_id)) over (order by rowid) as before from observation) where before > k"));
    }

    [Fact]
    public async Task Publishing_again_rebuilds_the_same()
    {
        var before = await warehouse.RowsAsync("select * from mart_value order by all");

        await warehouse.PublishAsync();

        Assert.Equal(before, await warehouse.RowsAsync("select * from mart_value order by all"));
        Assert.NotEmpty(before);
    }

    private async Task<string> ShownAsync(string document, string metric)
    {
        var rows = await warehouse.RowsAsync($"""
            select mart_value.state, rtrim(rtrim(cast(value as varchar), '0'), '.'), rtrim(rtrim(cast(denominator as varchar), '0'), '.'), is_disputed, has_unit
            from mart_value join dim_metric using (metric_id) join document using (report_id)
            where document.sha256 = '{Sample.Hash(document)}' and metric = '{metric}'
            """);
        return rows.Count == 0 ? "absent" : Assert.Single(rows);
    }
}

// The file holds the whole table, not the page of it, with the reason of each that has no rank.
using System.Text;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

[Collection(WarehouseTests.Name)]
public sealed class RankingDownloadTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Every_agency_is_a_row_with_its_rank_or_the_reason_for_none()
    {
        var rows = await RowsAsync("?m=disclosure_rate&y=2020");

        Assert.Equal(
            "rank,rank_before,agency_code,agency,region,metric,metric_label,unit,year,scope,state,value,value_before,denominator,unranked_reason,corrected,territory_changed,pooled_value,pooled_denominator,pooled_first_year,report,data_version,is_synthetic",
            rows[0]);
        Assert.Equal(4, rows.Count);
        Assert.StartsWith("1,,330105.教育局,拱墅区教育局,浙江省/杭州市/拱墅区,disclosure_rate,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",2020,own,number,0.95,,40,,false,false,,,,", rows[1], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith(",,140900.教育局,", StringComparison.Ordinal) && row.Contains(",disputed,,,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_and_ticks_of_the_address_do_not_shorten_it() => Assert.Equal(28, (await RowsAsync($"?p=2&e={CodeOf(Gongshu)}")).Count);

    [Fact]
    public async Task Ranks_over_years_are_rows_where_the_page_shows_them()
    {
        var rows = await RowsAsync("?v=bump&y=2021");

        Assert.StartsWith("year,rank,agency_code,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("2020,1,330105.教育局,", rows[1], StringComparison.Ordinal);
        // 拱墅 absorbed 下城 in 2021, the year of the new form.
        Assert.Contains(",true,true,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_is_not_found() => Assert.Equal(404, (await SendAsync("", "pdf")).Response.StatusCode);

    private async Task<IReadOnlyList<string>> RowsAsync(string query)
    {
        var body = (MemoryStream)(await SendAsync(query, "csv")).Response.Body;
        return Encoding.UTF8.GetString(body.ToArray()).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<HttpContext> SendAsync(string query, string format)
    {
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        context.Request.QueryString = new QueryString(query);
        await using var scope = services.CreateAsyncScope();
        var result = await RankingDownload.SendAsync(format, context, scope.ServiceProvider.GetRequiredService<Viewer>(), services.GetRequiredService<LeagueData>(),
            services.GetRequiredService<MetricNames>(), services.GetRequiredService<PublishedWarehouse>());
        await result.ExecuteAsync(context);
        return context;
    }
}

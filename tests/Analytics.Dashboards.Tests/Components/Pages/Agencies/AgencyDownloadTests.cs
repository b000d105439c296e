// The download of an agency has every value of every year and scope.
using System.Text;
using Analytics.Dashboards.Components.Pages.Agencies;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Agencies;

[Collection(WarehouseTests.Name)]
public sealed class AgencyDownloadTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Every_value_is_a_row_with_its_state_its_doubts_and_its_report()
    {
        var body = (MemoryStream)(await SendAsync(CodeOf(Xinzhou), "csv")).Response.Body;
        var rows = Encoding.UTF8.GetString(body.ToArray()[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("agency_code,agency,scope,metric,metric_label,unit,form_table,year,state,value,denominator,disputed,has_unit,corrected,report,data_version,is_synthetic", rows[0]);
        var report = await warehouse.ReportAsync(Xinzhou, 2020);
        Assert.Contains($"140900.教育局,忻州市教育局,own,requests.granted.total,予以公开,件,三,2020,number,0,,true,true,false,{report},1,false", rows);
        Assert.Equal((await services.GetRequiredService<AgencyQueries>().ProfileAsync(Scope.Country, CodeOf(Xinzhou), default)).Count + 1, rows.Length);
    }

    [Theory]
    [InlineData("140900.教育局", "xlsx", 200)]
    [InlineData("140900.教育局", "pdf", 404)]
    [InlineData("nobody", "csv", 404)]
    public async Task Only_what_there_is_is_found(string code, string format, int status) => Assert.Equal(status, (await SendAsync(code, format)).Response.StatusCode);

    private async Task<DefaultHttpContext> SendAsync(string code, string format)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        var result = await AgencyDownload.SendAsync(
            code, format, new Viewer(), services.GetRequiredService<AgencyQueries>(), services.GetRequiredService<MetricNames>(), services.GetRequiredService<PublishedWarehouse>(), default);
        await result.ExecuteAsync(context);
        return context;
    }
}

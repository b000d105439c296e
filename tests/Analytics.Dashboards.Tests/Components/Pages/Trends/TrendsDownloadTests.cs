// The download says as much as the page: of the group and of each chosen agency, with what was left out.
using System.Text;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Trends;

[Collection(WarehouseTests.Name)]
public sealed class TrendsDownloadTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Group_and_chosen_agencies_have_a_row_a_year()
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        await (await SendAsync(services, "csv")).ExecuteAsync(context);
        var rows = Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("series,agency_code,agency,region,level,sector,scope,metric,", rows[0], StringComparison.Ordinal);
        Assert.Equal(5, rows.Length);
        Assert.StartsWith("group,,,CN,,教育,own,requests.granted.total,予以公开,件,2020,2,", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("agency,330105.教育局,拱墅区教育局,,,,own,requests.granted.total,予以公开,件,2021,", rows[4], StringComparison.Ordinal);
        Assert.Contains($",number,40,,,5,0.142857,0.142857,true,{await warehouse.ReportAsync(Gongshu, 2021)},1,false", rows[4], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(rows[0].Count(letter => letter == ','), row.Count(letter => letter == ',')));
    }

    [Fact]
    public async Task Before_anything_is_published_there_is_nothing_to_download()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);

        Assert.IsType<NotFound>(await SendAsync(unpublished, "csv"));
    }

    private static Task<IResult> SendAsync(IServiceProvider services, string format) => TrendsDownload.SendAsync(
        format, new Viewer(), services.GetRequiredService<TrendsData>(), CatalogData.Current, services.GetRequiredService<PublishedWarehouse>(),
        null, null, "教育", "requests.granted.total", null, null, CodeOf(Gongshu), default);
}

// The file of a report holds every cell with its state and its place.
using System.Text;
using Analytics.Dashboards.Components.Pages.Report;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Report;

[Collection(WarehouseTests.Name)]
public sealed class ReportDownloadTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Every_cell_is_a_row_with_its_state_and_its_place()
    {
        var report = await warehouse.ReportAsync(Chaoyang, 2020);
        var file = Assert.IsType<FileContentHttpResult>(await SendAsync(report, "csv"));
        var lines = Encoding.UTF8.GetString(file.FileContents.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + (await new ReportQueries(warehouse.Published).CellsAsync(Scope.Country, report, default)).Count, lines.Length);
        Assert.Contains(lines, line => line.Contains(",requests.carried_in.enterprise,", StringComparison.Ordinal) && line.Contains(",blank,,件,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",requests.partly_granted.total,", StringComparison.Ordinal) && line.Contains(",unread,,件,l0l,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",requests.received.total,", StringComparison.Ordinal) && line.Contains($",4,2,3,8,,{FileOf(Chaoyang, 2020)},", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.IsType<NotFound>(await SendAsync(99999, "csv"));
        Assert.IsType<NotFound>(await SendAsync(await warehouse.ReportAsync(Chaoyang, 2020), "exe"));
        Assert.IsType<FileContentHttpResult>(await SendAsync(await warehouse.ReportAsync(Chaoyang, 2020), "xlsx"));
    }

    private Task<IResult> SendAsync(int report, string format) =>
        ReportDownload.SendAsync(report, format, new Viewer(), services.GetRequiredService<ReportQueries>(), warehouse.Published, default);
}

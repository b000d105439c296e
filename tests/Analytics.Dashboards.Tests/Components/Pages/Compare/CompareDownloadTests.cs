// The download must say as much as the page: what is blank, in doubt or missing stays so in a spreadsheet.
using System.Text;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

[Collection(WarehouseTests.Name)]
public sealed class CompareDownloadTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Every_point_of_the_page_is_a_row_with_its_state_its_doubts_and_its_report()
    {
        var rows = await RowsAsync($"{CodeOf(Xinzhou)},{CodeOf(Chaoyang)}", "requests.granted.total,disclosure_rate,requests.closed.total", "2020-2021");

        Assert.Equal("agency_code,agency,scope,metric,metric_label,unit,year,state,value,denominator,disputed,has_unit,corrected,report,data_version,is_synthetic", rows[0]);
        Assert.Equal(1 + (2 * 2 * 3), rows.Count);
        var report = await warehouse.ReportAsync(Xinzhou, 2020);
        Assert.Contains($"140900.教育局,忻州市教育局,own,requests.granted.total,予以公开,件,2020,number,0,,true,true,false,{report},1,false", rows);
        Assert.Contains($"140900.教育局,忻州市教育局,own,disclosure_rate,公开率（予以公开＋部分公开）,%,2020,disputed,,,true,true,false,{report},1,false", rows);
        Assert.Contains($"110105.教育委员会,朝阳区教育委员会,own,requests.closed.total,办结申请,件,2020,blank,,,false,true,false,{await warehouse.ReportAsync(Chaoyang, 2020)},1,false", rows);
        Assert.Contains("110105.教育委员会,朝阳区教育委员会,own,requests.closed.total,办结申请,件,2021,absent,,,false,true,false,,1,false", rows);
    }

    [Fact]
    public async Task Numbers_keep_all_their_digits_and_have_no_separators()
    {
        var rows = await RowsAsync(CodeOf(Gongshu), "procurement.amount_wan,disclosure_rate", "2020-2020");

        Assert.Contains(",3336.05,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",0.95,40,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spreadsheets_are_told_that_it_is_utf_8_and_browsers_that_it_is_a_file()
    {
        var context = await WriteAsync(CodeOf(Gongshu), null, null);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), ((MemoryStream)context.Response.Body).ToArray()[..3]);
        Assert.Equal("text/csv; charset=utf-8", context.Response.ContentType);
        Assert.StartsWith("attachment", context.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_holds_the_same_rows_and_its_numbers_are_numbers()
    {
        var context = await WriteAsync(CodeOf(Gongshu), "procurement.amount_wan", "2020-2020", "xlsx");
        using var book = SpreadsheetDocument.Open((MemoryStream)context.Response.Body, isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();

        Assert.Equal(2, rows.Count);
        Assert.Equal("agency_code", rows[0].Descendants<Cell>().First().InnerText);
        Assert.Contains(rows[1].Descendants<Cell>(), cell => cell.InnerText == "3336.05" && cell.DataType! == CellValues.Number);
    }

    [Fact]
    public async Task Another_format_is_not_found() => Assert.Equal(404, (await WriteAsync(CodeOf(Gongshu), null, null, "pdf")).Response.StatusCode);

    [Fact]
    public async Task Nothing_chosen_is_a_file_with_heads_only() => Assert.Single(await RowsAsync(null, null, null));

    [Fact]
    public async Task Defect_Before_anything_is_published_the_answer_is_no_error_of_the_server()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);

        var result = await CompareDownload.SendAsync(
            "csv", new Viewer(), unpublished.GetRequiredService<CompareData>(), unpublished.GetRequiredService<PublishedWarehouse>(), CodeOf(Gongshu), null, null, default);

        Assert.IsType<NotFound>(result);
    }

    private async Task<List<string>> RowsAsync(string? entities, string? metrics, string? years)
    {
        var body = (MemoryStream)(await WriteAsync(entities, metrics, years)).Response.Body;
        return Encoding.UTF8.GetString(body.ToArray()[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToList();
    }

    private async Task<DefaultHttpContext> WriteAsync(string? entities, string? metrics, string? years, string format = "csv")
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        var result = await CompareDownload.SendAsync(
            format, new Viewer(), services.GetRequiredService<CompareData>(), services.GetRequiredService<PublishedWarehouse>(), entities, metrics, years, default);
        await result.ExecuteAsync(context);
        return context;
    }
}

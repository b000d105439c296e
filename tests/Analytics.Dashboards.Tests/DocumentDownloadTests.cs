// Documents are foreign bytes: only those that were loaded are handed out, as a download and never as a page.
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests;

[Collection(WarehouseTests.Name)]
public sealed class DocumentDownloadTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Loaded_document_is_sent_under_its_own_name_as_bytes()
    {
        var file = Assert.IsType<PhysicalFileHttpResult>(await SendAsync(Sha256(FileOf(Gongshu, 2020))));

        Assert.Equal("the document", await File.ReadAllTextAsync(file.FileName));
        Assert.Equal((FileOf(Gongshu, 2020), "application/octet-stream"), (file.FileDownloadName, file.ContentType));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../warehouse.duckdb")]
    [InlineData("")]
    public async Task What_is_no_loaded_document_is_not_found(string sha256) => Assert.IsType<NotFound>(await SendAsync(sha256));

    [Fact]
    public async Task Quarantined_document_and_one_whose_bytes_are_gone_are_not_found()
    {
        Assert.IsType<NotFound>(await SendAsync(Sha256(Quarantined)));
        Assert.IsType<NotFound>(await SendAsync(Sha256(FileOf(Gongshu, 2021))));
    }

    private Task<IResult> SendAsync(string sha256) =>
        DocumentDownload.SendAsync(sha256, new Viewer(), services.GetRequiredService<SourceQueries>(), warehouse.Folder, CancellationToken.None);
}

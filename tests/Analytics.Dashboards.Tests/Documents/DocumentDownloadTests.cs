// Documents are foreign bytes: they are handed out as a download and never as a page, and only to those who may see them.
using Analytics.Catalog;
using Analytics.Dashboards.Documents;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Documents;

[Collection(WarehouseTests.Name)]
public sealed class DocumentDownloadTests(SmallWarehouse warehouse, JobsForTest jobs) : IClassFixture<JobsForTest>, IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    private DocumentAccess Access => new(services.GetRequiredService<SourceQueries>(), jobs.Store, warehouse.Folder);

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
    public async Task What_is_no_document_is_not_found(string sha256) => Assert.IsType<NotFound>(await SendAsync(sha256));

    [Fact]
    public async Task Document_whose_bytes_are_gone_is_not_found() => Assert.IsType<NotFound>(await SendAsync(Sha256(FileOf(Gongshu, 2021))));

    [Fact]
    public async Task Quarantined_document_is_for_those_alone_who_see_the_country()
    {
        var sha256 = Sha256("held");
        await warehouse.Folder.KeepAsync(sha256, "held"u8.ToArray(), CancellationToken.None);
        var run = await jobs.Store.AddRunAsync(RunOrigin.Upload, "held", "本机", CancellationToken.None);
        await jobs.Store.AddDocumentsAsync([new NewDocument(run, 0, "held.txt", DocumentKind.Document, null, sha256, 4, null, null, DocumentState.Quarantined, "reason")], CancellationToken.None);

        Assert.Equal(("held.txt", warehouse.Folder.DocumentFile(sha256)), await Access.FindAsync(Scope.Country, sha256, CancellationToken.None));
        Assert.Null(await Access.FindAsync(new Scope([new RegionCode("330000")]), sha256, CancellationToken.None));
        Assert.NotNull(await Access.FindAsync(new Scope([new RegionCode("330000")]), Sha256(FileOf(Gongshu, 2020)), CancellationToken.None));
        Assert.Null(await Access.FindAsync(new Scope([new RegionCode("110000")]), Sha256(FileOf(Gongshu, 2020)), CancellationToken.None));
    }

    private Task<IResult> SendAsync(string sha256) => DocumentDownload.SendAsync(sha256, new Viewer(), Access, CancellationToken.None);
}

// Views of documents over a real connection, read by a real worker: what is in them runs nothing and goes nowhere.
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Analytics.Dashboards.Documents;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboards.Tests.Documents;

public sealed class DocumentViewEndpointTests(JobsForTest jobs) : IClassFixture<JobsForTest>, IAsyncLifetime
{
    private WebApplication? app;
    private HttpClient? http;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IStringLocalizer<Texts>, PageTexts>().AddScoped<Viewer>().AddSingleton(jobs.Services.GetRequiredService<DocumentIntake>()).AddSingleton<DocumentViews>()
            .AddSingleton(new DocumentAccess(jobs.Services.GetRequiredService<SourceQueries>(), jobs.Store, jobs.Folder));
        app = builder.Build();
        app.MapDocuments();
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async Task DisposeAsync()
    {
        http!.Dispose();
        await app!.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_of_a_hostile_document_runs_and_nothing_may()
    {
        const string Name = "<img src=x onerror=alert(1)>.html";
        var sha256 = await KeepAsync(Name, """
            <html><head><script>alert(1)</script><meta http-equiv="refresh" content="0;url=http://example.org"></head><body onload="alert(2)">
            <p><a href="javascript:alert(3)">press</a><iframe src="http://example.org"></iframe><img src="http://example.org/x.png" onerror="alert(4)"></p>
            <table><tr><td onclick="alert(5)">&lt;/td&gt;&lt;script&gt;alert(6)&lt;/script&gt;</td></tr></table></body></html>
            """);
        var (response, html) = await GetAsync(sha256);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-downloads allow-same-origin; style-src 'nonce-", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));

        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(Name, page.Title);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, a, form, object, embed, link, base, meta[http-equiv]"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.Contains("javascript:", StringComparison.Ordinal)));
        Assert.Contains("<script>alert(6)</script>", page.QuerySelector("td")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("press", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_page_keeps_its_look_and_loses_all_that_runs_loads_or_leads_away()
    {
        var sha256 = await KeepAsync("page.html", """
            <html><head><style>td { color: teal }</style><script>alert(1)</script><meta http-equiv="refresh" content="0;url=http://example.org"><link rel="stylesheet" href="http://example.org/x.css"></head>
            <body onload="alert(2)"><p class="lead" style="color: red" onclick="alert(3)"><a href="http://example.org">press</a><img src="http://example.org/x.png"><img src="data:image/png;base64,AAAA" onerror="alert(4)"></p>
            <form action="http://example.org"><input name="q"><b>within</b></form><iframe srcdoc="x"></iframe><svg><script>alert(5)</script></svg>
            <table id="mine"><tr><td>a</td><td id="t9r9c9">1</td></tr><tr><td>b</td><td>2</td></tr></table></body></html>
            """);
        var (response, html) = await GetAsync(sha256, view: "original");
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-downloads allow-same-origin; style-src 'unsafe-inline'; img-src data:",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));

        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, iframe, form, input, svg, link, meta[http-equiv], [href], img[src^=http]"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Equal(("lead", "color: red"), (page.QuerySelector("p")!.ClassName, page.QuerySelector("p")!.GetAttribute("style")));
        Assert.Contains("td { color: teal }", html, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal(("press", "within"), (page.QuerySelector("p")!.TextContent, page.QuerySelector("b")!.TextContent));
        // Cells have the names that they are read by, and no others.
        Assert.Equal([("t1r1c1", "a"), ("t1r1c2", "1"), ("t1r2c1", "b"), ("t1r2c2", "2")], page.QuerySelectorAll("[id]").Select(element => (element.Id!, element.TextContent)));
    }

    [Fact]
    public async Task A_text_is_shown_as_it_is_line_by_line()
    {
        var sha256 = await KeepAsync("text.txt", "one\n<two>\n\tthree");
        var page = new HtmlParser().ParseDocument((await GetAsync(sha256, view: "original")).Html);
        Assert.Equal([("l1", "one"), ("l2", "<two>"), ("l3", "\tthree")], page.QuerySelectorAll("pre span").Select(line => (line.Id!, line.TextContent)));
    }

    [Fact]
    public async Task What_is_neither_page_nor_text_says_so_and_where_the_bytes_are()
    {
        var sha256 = await KeepAsync("x.docx", "");
        var (response, html) = await GetAsync(sha256, view: "original");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(new HtmlParser().ParseDocument(html).QuerySelector("a[download]"));
    }

    [Fact]
    public async Task Places_are_told_of_documents_that_have_pages()
    {
        var (_, json) = await GetAsync(await KeepAsync("table2.html", "<table><tr><td>c</td></tr></table>"), view: "places");
        Assert.Equal("{}", json);
    }

    [Fact]
    public async Task Cells_are_outlined_by_the_style_and_what_is_no_cell_is_not()
    {
        var sha256 = await KeepAsync("table.html", "<table><tr><td>a</td><td>b</td></tr></table>");
        var (response, html) = await GetAsync(sha256, "?mark=t1r1c2.x%7D*%7Bcolor:red");
        Assert.Contains(":target, [data-mark], #t1r1c2 {", html, StringComparison.Ordinal);
        Assert.DoesNotContain("color:red", html, StringComparison.Ordinal);
        var style = new HtmlParser().ParseDocument(html).QuerySelector("style")!;
        Assert.EndsWith($"'nonce-{style.GetAttribute("nonce")}'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.NotEqual(style.GetAttribute("nonce"), new HtmlParser().ParseDocument((await GetAsync(sha256)).Html).QuerySelector("style")!.GetAttribute("nonce"));
    }

    [Fact]
    public async Task What_cannot_be_read_says_why_and_where_the_bytes_are()
    {
        var sha256 = await KeepAsync("empty.docx", "");
        var (response, html) = await GetAsync(sha256);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("文件是空的", html, StringComparison.Ordinal);
        Assert.Equal($"/documents/{sha256}", new HtmlParser().ParseDocument(html).QuerySelector("a[download]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("..%2f..%2fwarehouse.duckdb")]
    public async Task What_is_no_document_is_not_found(string sha256)
    {
        var (response, _) = await GetAsync(sha256);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_of_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"documents/{new string('0', 64)}/view") { Headers = { Host = "elsewhere.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await http!.SendAsync(request)).StatusCode);
    }

    private async Task<string> KeepAsync(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await jobs.Folder.KeepAsync(sha256, bytes, CancellationToken.None);
        var run = await jobs.Store.AddRunAsync(RunOrigin.Upload, name, "本机", CancellationToken.None);
        await jobs.Store.AddDocumentsAsync([new NewDocument(run, 0, name, DocumentKind.Document, null, sha256, bytes.Length, null, null, DocumentState.Quarantined, "reason")], CancellationToken.None);
        return sha256;
    }

    private async Task<(HttpResponseMessage Response, string Html)> GetAsync(string sha256, string query = "", string view = "view")
    {
        var response = await http!.GetAsync(new Uri($"documents/{sha256}/{view}{query}", UriKind.Relative));
        return (response, await response.Content.ReadAsStringAsync());
    }
}

// Uploads over a real connection: what is acknowledged is kept, what may not come is refused with what to do.
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboards.Tests.Jobs;

public sealed class UploadEndpointsTests(JobsForTest jobs) : IClassFixture<JobsForTest>, IAsyncLifetime
{
    private WebApplication? app;
    private HttpClient? http;

    private HttpClient Http => http!;

    private UploadRuns Runs => jobs.Services.GetRequiredService<UploadRuns>();

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Runs.Incoming);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAntiforgery().AddSingleton<IStringLocalizer<Texts>, PageTexts>().AddScoped<Viewer>()
            .AddSingleton(Runs).AddSingleton(jobs.Services.GetRequiredService<UploadSettings>());
        app = builder.Build();
        app.MapUploads();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app!.DisposeAsync();
    }

    [Fact]
    public async Task File_is_kept_and_acknowledged_under_its_name_and_the_same_again_is_known()
    {
        await AuthorizeAsync();
        var run = await OpenAsync(2);
        var text = Guid.NewGuid().ToString();

        var first = await SendAsync(run, 0, "文件夹/报告.txt", text);
        var second = await SendAsync(run, 1, "copy.txt", text);
        Assert.Equal("received", (await AnswerAsync(first)).State);
        var known = await AnswerAsync(second);
        Assert.Equal("known", known.State);
        Assert.Contains("报告.txt", known.Reason, StringComparison.Ordinal);
        Assert.Contains("收到", known.Reason, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Http.PostAsync($"jobs/uploads/{run}/close", null)).StatusCode);
        var row = (await jobs.Store.RunAsync(run, default))!;
        Assert.Equal(("上传 2 份文件", "本机", RunState.Running, "upload", 2L), (row.Title, row.Author, row.Status, row.Origin, row.Documents));
        var document = (await jobs.Store.DocumentsAsync(run, null, 10, 0, default))[0];
        Assert.Equal(("报告.txt", "文件夹/报告.txt"), (document.Name, document.Path));
        Assert.Equal(text, await File.ReadAllTextAsync(jobs.Folder.DocumentFile(document.Sha256!)));
        Assert.Empty(Directory.EnumerateFiles(Runs.Incoming));
    }

    [Fact]
    public async Task Sidecar_comes_before_the_file_and_is_kept_with_it()
    {
        await AuthorizeAsync();
        var run = await OpenAsync(1);
        const string sidecar = """{"agency":"甲局","note":"副本"}""";
        var file = Guid.NewGuid().ToString();
        using var content = new StringContent(sidecar + file);
        content.Headers.Add("Sidecar-Length", Encoding.UTF8.GetByteCount(sidecar).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("received", (await AnswerAsync(await Http.PostAsync(Path(run, 0, "a.txt"), content))).State);

        var document = (await jobs.Store.BySha256Async([(await jobs.Store.DocumentsAsync(run, null, 1, 0, default))[0].Sha256!], default))[0];
        Assert.Equal(sidecar, document.Sidecar);
        Assert.Equal(file, await File.ReadAllTextAsync(jobs.Folder.DocumentFile(document.Sha256!)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_that_is_too_large_is_refused_with_the_limit_and_leaves_nothing(bool tellsItsLength)
    {
        await AuthorizeAsync();
        var run = await OpenAsync(1);
        using var content = new StringContent(new string('x', JobsForTest.MostBytes + 1));
        using var request = new HttpRequestMessage(HttpMethod.Post, Path(run, 0, "large.txt")) { Content = content };
        request.Headers.TransferEncodingChunked = !tellsItsLength;

        var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1000 B", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await jobs.Store.RunAsync(run, default))!.Documents);
        Assert.Empty(Directory.EnumerateFiles(Runs.Incoming));
        Assert.Equal("received", (await AnswerAsync(await SendAsync(run, 0, "small.txt", Guid.NewGuid().ToString()))).State);
    }

    [Fact]
    public async Task Sidecar_that_is_too_large_is_refused()
    {
        await AuthorizeAsync();
        var run = await OpenAsync(1);
        using var content = new StringContent(new string('x', 200));
        content.Headers.Add("Sidecar-Length", "150");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Http.PostAsync(Path(run, 0, "a.txt"), content)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "jobs/uploads/token")]
    [InlineData("POST", "jobs/uploads?files=1")]
    [InlineData("POST", "jobs/uploads/x/files?position=0&name=a")]
    [InlineData("POST", "jobs/uploads/x/close")]
    public async Task Name_that_is_not_of_this_machine_is_refused(string method, string path)
    {
        await AuthorizeAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = "rebound.example";

        var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("127.0.0.1", (await answer.Content.ReadFromJsonAsync<UploadEndpoints.Refused>())!.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jobs/uploads?files=1")]
    [InlineData("jobs/uploads/x/files?position=0&name=a")]
    [InlineData("jobs/uploads/x/close")]
    public async Task Request_without_the_page_s_token_is_refused(string path)
    {
        var answer = await Http.PostAsync(path, null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("刷新", (await answer.Content.ReadFromJsonAsync<UploadEndpoints.Refused>())!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_run_and_closed_one_take_no_more()
    {
        await AuthorizeAsync();
        var cancelled = await OpenAsync(1);
        await jobs.Services.GetRequiredService<JobCenter>().CancelAsync(cancelled, "本机", default);
        Assert.Equal(HttpStatusCode.Gone, (await SendAsync(cancelled, 0, "a.txt", "a")).StatusCode);
        var closed = await OpenAsync(1);
        await Http.PostAsync($"jobs/uploads/{closed}/close", null);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(closed, 0, "a.txt", "a")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync("unknown", 0, "a.txt", "a")).StatusCode);
    }

    [Fact]
    public async Task Run_that_its_browser_left_is_closed_after_a_while_and_one_of_an_earlier_process_at_the_start()
    {
        await AuthorizeAsync();
        var left = await OpenAsync(1);
        await Runs.CloseIdleAsync(default);
        Assert.Equal(RunState.Running, await jobs.Store.StateOfAsync(left, default));

        var earlier = await jobs.RunAsync("earlier", RunState.Open);
        await File.WriteAllTextAsync(System.IO.Path.Combine(Runs.Incoming, "rest"), "half of a file");
        await Runs.StartAsync(default);
        await Runs.StopAsync(default);
        Assert.Equal(RunState.Running, await jobs.Store.StateOfAsync(earlier, default));
        Assert.Empty(Directory.EnumerateFiles(Runs.Incoming));
    }

    private static string Path(string run, int position, string name) => $"jobs/uploads/{run}/files?position={position}&name={Uri.EscapeDataString(name)}";

    private static async Task<UploadEndpoints.Taken> AnswerAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<UploadEndpoints.Taken>())!;
    }

    private async Task<HttpResponseMessage> SendAsync(string run, int position, string name, string text)
    {
        using var content = new StringContent(text);
        return await Http.PostAsync(Path(run, position, name), content);
    }

    private async Task AuthorizeAsync()
    {
        var opening = (await Http.GetFromJsonAsync<UploadEndpoints.Opening>("jobs/uploads/token"))!;
        Http.DefaultRequestHeaders.Remove(opening.Header);
        Http.DefaultRequestHeaders.Add(opening.Header, opening.Token);
    }

    private async Task<string> OpenAsync(int files) =>
        (await (await Http.PostAsync($"jobs/uploads?files={files}&name=a.txt", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<UploadEndpoints.Opened>())!.Run;
}

// The served program: headers, restart after a kill, one owner of a data folder.
using System.Net;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class ServeTests(Browser browser)
{
    [Fact]
    public async Task Every_page_forbids_inline_script_and_has_none()
    {
        using var http = new HttpClient { BaseAddress = browser.Address };
        var response = await http.GetAsync(new Uri("compare", UriKind.Relative));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotMatch("<script(?![^>]*src=)[^>]*>", html);
        Assert.DoesNotMatch(@"\son[a-z]+\s*=\s*""", html);
    }

    [Fact]
    public async Task A_document_is_handed_out_as_it_was_taken_in_and_only_as_a_download()
    {
        using var http = new HttpClient { BaseAddress = browser.Address };
        var sample = Path.Combine(ProgramUnderTest.Root, "etl", "samples", "xinzhou-jyj-2020.txt");
        var bytes = await File.ReadAllBytesAsync(sample);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var response = await http.GetAsync(new Uri("documents/" + sha256, UriKind.Relative));
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("documents/" + new string('0', 64), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("documents/..%2f..%2fwarehouse.duckdb", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Killed_and_started_again_it_shows_the_same()
    {
        using var data = new DataFolderForTest();
        string before;
        await using (var server = await ProgramUnderTest.ServeAsync(data.Path))
        {
            before = await CsvAsync(server.Address);
            await server.KillAsync();
        }
        await using var again = await ProgramUnderTest.ServeAsync(data.Path);
        Assert.Equal(before, await CsvAsync(again.Address));
        Assert.Contains(",10,", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Loaded", again.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_while_it_serves_is_handed_to_it_and_shows_at_once()
    {
        using var data = new DataFolderForTest();
        await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
        var sample = Path.Combine(ProgramUnderTest.Root, "etl", "samples", "chaoyang-jw-2020.html");
        var load = await ProgramUnderTest.RunAsync("load", sample, "--data", data.Path);
        Assert.Equal((0, ""), (load.ExitCode, load.Error));
        Assert.Contains("1 loaded, 0 known already, 0 quarantined", load.Output, StringComparison.Ordinal);
        Assert.Contains(",10,", await CsvAsync(server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_with_what_to_do()
    {
        using var data = new DataFolderForTest();
        await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
        var second = await ProgramUnderTest.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", data.Path);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("--data", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_others_could_reach_is_refused()
    {
        var outcome = await ProgramUnderTest.RunAsync("serve", "--urls", "http://0.0.0.0:8080");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("loopback", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<string> CsvAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        return await http.GetStringAsync(new Uri("compare/data.csv?e=110105.教育委员会,330105.教育局,140900.教育局&m=requests.received.total,disclosure_rate", UriKind.Relative));
    }
}

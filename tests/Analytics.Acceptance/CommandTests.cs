// The commands as a user types them: output contracts, exit statuses, messages that say what to do.
using System.Net;
using System.Text.Json;

namespace Analytics.Acceptance;

public sealed class CommandTests
{
    private static readonly string Samples = Path.Combine(ProgramUnderTest.Root, "etl", "samples");

    [Fact]
    public async Task Extract_prints_one_object_a_line_in_the_order_of_its_arguments()
    {
        var outcome = await ProgramUnderTest.RunAsync("extract", Path.Combine(Samples, "xinzhou-jyj-2020.txt"), Path.Combine(Samples, "chaoyang-jw-2020.html"));
        Assert.Equal(0, outcome.ExitCode);
        var reports = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["xinzhou-jyj-2020.txt", "chaoyang-jw-2020.html"], reports.Select(report => report.GetProperty("file").GetString()));
        Assert.Equal("北京市朝阳区教育委员会", reports[1].GetProperty("agency").GetString());
        Assert.Equal("110105", reports[1].GetProperty("region").GetProperty("code").GetString());
        Assert.Equal(23466.49m, reports[1].GetProperty("facts").GetProperty("procurement.amount_wan").GetDecimal());
        var finding = reports[0].GetProperty("findings").EnumerateArray().Single(entry => entry.GetProperty("rule").GetString() == "R01");
        Assert.Equal(("error", 15m, 0m), (finding.GetProperty("severity").GetString(), finding.GetProperty("expected").GetDecimal(), finding.GetProperty("printed").GetDecimal()));
        Assert.Equal("requests.granted.total", Assert.Single(finding.GetProperty("metrics").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_document_that_is_no_report_is_quarantined_with_a_reason_and_status_3()
    {
        var file = Path.Combine(Path.GetTempPath(), $"analytics-{Guid.NewGuid():n}.txt");
        await File.WriteAllTextAsync(file, "关于召开会议的通知\n请各单位按时参加。\n");
        var outcome = await ProgramUnderTest.RunAsync("extract", file);
        File.Delete(file);
        Assert.Equal(3, outcome.ExitCode);
        using var report = JsonDocument.Parse(outcome.Output);
        Assert.True(report.RootElement.GetProperty("quarantined").GetBoolean());
        Assert.Contains("法定统计表", report.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract", "/no/such/file")]
    [InlineData("load", "/no/such/file")]
    public async Task A_missing_path_is_named_with_status_2(string command, string path)
    {
        var outcome = await ProgramUnderTest.RunAsync(command, path);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(path, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_twice_changes_nothing_and_queries_are_read_only()
    {
        using var data = new DataFolderForTest();
        var first = await ProgramUnderTest.RunAsync("load", Samples, "--data", data.Path);
        Assert.Contains("12 loaded, 0 known already, 0 quarantined; published version 1", first.Output, StringComparison.Ordinal);
        var second = await ProgramUnderTest.RunAsync("load", Samples, "--data", data.Path);
        Assert.Contains("0 loaded, 12 known already, 0 quarantined; published version 1", second.Output, StringComparison.Ordinal);

        var rows = await ProgramUnderTest.RunAsync("query", "select count(*) as n from report where is_current", "--format", "csv", "--data", data.Path);
        Assert.Equal("n\n12\n", rows.Output.Replace("\r", "", StringComparison.Ordinal));
        foreach (var sql in new[] { "delete from report", "copy report to 'stolen.csv'", "select * from read_csv('/etc/passwd')", "attach 'other.duckdb' as other" })
        {
            var refused = await ProgramUnderTest.RunAsync("query", sql, "--data", data.Path);
            Assert.Equal(1, refused.ExitCode);
            Assert.NotEmpty(refused.Error);
        }
    }

    [Fact]
    public async Task A_roster_is_loaded_and_a_wrong_one_names_its_row()
    {
        using var data = new DataFolderForTest();
        Directory.CreateDirectory(data.Path);
        var roster = Path.Combine(data.Path, "roster.csv");
        await File.WriteAllTextAsync(roster, "agency,region,sector,first_year,last_year\n教育局,330105,,2019,\n教育局,330106,,2019,2023\n");
        var loaded = await ProgramUnderTest.RunAsync("load", roster, "--data", data.Path);
        Assert.Equal(0, loaded.ExitCode);
        Assert.Contains("1 loaded", loaded.Output, StringComparison.Ordinal);
        var rows = await ProgramUnderTest.RunAsync("query", "select code, first_expected, last_expected from mart_agency order by code", "--format", "csv", "--data", data.Path);
        Assert.Equal("code,first_expected,last_expected\n330105.教育局,2019,\n330106.教育局,2019,2023\n", rows.Output.Replace("\r", "", StringComparison.Ordinal));

        await File.WriteAllTextAsync(roster, "agency,region,sector,first_year,last_year\n教育局,330105,,2019,\n教育局,999999,,2019,\n");
        var refused = await ProgramUnderTest.RunAsync("load", roster, "--data", data.Path);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("第 3 行：没有代码为 999999 的地区", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_what_it_covered()
    {
        using var data = new DataFolderForTest();
        await ProgramUnderTest.RunAsync("load", Path.Combine(Samples, "chaoyang-jw-2020.html"), "--data", data.Path);
        var outcome = await ProgramUnderTest.RunAsync("check", "--data", data.Path);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"ReportUnique\s+1\s+0\s+passed", outcome.Output);
    }

    [Fact]
    public async Task A_query_before_anything_is_loaded_says_what_to_do()
    {
        using var data = new DataFolderForTest();
        var outcome = await ProgramUnderTest.RunAsync("query", "select 1", "--data", data.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("./run load", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_listed_and_gone_back_to_also_while_the_dashboards_are_served()
    {
        using var data = new DataFolderForTest();
        await ProgramUnderTest.RunAsync("load", Path.Combine(Samples, "xinzhou-jyj-2020.txt"), "--data", data.Path);
        await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
        await ProgramUnderTest.RunAsync("load", Path.Combine(Samples, "chaoyang-jw-2020.html"), "--data", data.Path);
        Assert.Equal("n\n2\n", await CountAsync(data.Path));

        var back = await ProgramUnderTest.RunAsync("publish", "--version", "1", "--data", data.Path);

        Assert.Equal((0, "Readers see version 1 again, until the next publication.\n"), (back.ExitCode, back.Output));
        Assert.Equal("n\n1\n", await CountAsync(data.Path));
        Assert.Matches(@"1 .*current[\s\S]*2 ", (await ProgramUnderTest.RunAsync("publish", "--list", "--data", data.Path)).Output);
        var wrong = await ProgramUnderTest.RunAsync("publish", "--version", "9", "--data", data.Path);
        Assert.Equal((1, "There is no published version 9. There are: 1, 2.\n"), (wrong.ExitCode, wrong.Error));
        Assert.Equal("Published version 3.\n", (await ProgramUnderTest.RunAsync("publish", "--data", data.Path)).Output);
        Assert.Equal("n\n2\n", await CountAsync(data.Path));
    }

    [Fact]
    public async Task A_backup_made_while_the_dashboards_are_served_is_restored_elsewhere()
    {
        using var data = new DataFolderForTest();
        using var elsewhere = new DataFolderForTest();
        var file = Path.Combine(elsewhere.Path, "backup.tar.gz");
        var restored = Path.Combine(elsewhere.Path, "data");
        await using var server = await ProgramUnderTest.ServeAsync(data.Path);

        Assert.Equal(0, (await ProgramUnderTest.RunAsync("backup", file, "--data", data.Path)).ExitCode);
        var back = await ProgramUnderTest.RunAsync("restore", file, "--data", restored);

        Assert.Equal(0, back.ExitCode);
        Assert.Equal("n\n12\n", await CountAsync(restored));
        await using var other = await ProgramUnderTest.ServeAsync(restored, withSamples: false);
        using var http = new HttpClient { BaseAddress = other.Address };
        Assert.Contains("示例报告", WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("jobs", UriKind.Relative))), StringComparison.Ordinal);
        Assert.Equal(Directory.GetFiles(Path.Combine(data.Path, "documents")).Length, Directory.GetFiles(Path.Combine(restored, "documents")).Length);
        var again = await ProgramUnderTest.RunAsync("restore", file, "--data", restored);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("holds a warehouse already", again.Error, StringComparison.Ordinal);
    }

    private static async Task<string> CountAsync(string data) =>
        (await ProgramUnderTest.RunAsync("query", "select count(*) as n from report where is_current", "--format", "csv", "--data", data)).Output.Replace("\r", "", StringComparison.Ordinal);
}

// Documents made to break readers, given to the real program: each is refused with a reason, and nothing else happens.
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Analytics.Acceptance;

public sealed class HostileDocumentsTests
{
    private const string Corpus = "ANALYTICS_CORPUS";
    private const long MostResident = 800L << 20;
    private static readonly string Samples = Path.Combine(ProgramUnderTest.Root, "etl", "samples");

    [CorpusFact]
    public async Task All_are_refused_with_a_reason_within_the_limits_and_write_nothing()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable(Corpus)!, "hostile", "docs");
        var before = Traces();
        using var end = new CancellationTokenSource();
        var peak = WatchWorkersAsync(end.Token);
        var outcome = await ProgramUnderTest.RunAsync("extract", folder);
        await end.CancelAsync();

        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Error));
        var reports = Reports(outcome.Output);
        Assert.Equal(Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), reports.Select(report => report.GetProperty("file").GetString()));
        foreach (var report in reports)
        {
            var isText = report.GetProperty("file").GetString()!.Split('-')[1] is "script" or "formula";
            Assert.Equal(!isText, report.GetProperty("quarantined").GetBoolean());
            if (!isText) Assert.Matches("\\p{IsCJKUnifiedIdeographs}{4}", report.GetProperty("reason").GetString()!);
        }
        Assert.InRange(await peak, 1, MostResident);
        Assert.Empty(Traces().Except(before, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_document_that_refers_to_an_address_makes_no_connection()
    {
        using var folder = new DataFolderForTest();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/x.png";
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.rtf"), $$$"""{\rtf1\ansi {\field{\*\fldinst INCLUDEPICTURE "{{{address}}}" \\d}{\fldrslt picture}} text}""");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "b.html"), $"<html><head><link rel=stylesheet href='{address}'><script src='{address}'></script></head><body><img src='{address}'>text</body></html>");
        var outcome = await ProgramUnderTest.RunAsync("extract", folder.Path);
        Assert.Equal(["a.rtf", "b.html"], Reports(outcome.Output).Select(report => report.GetProperty("file").GetString()));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task An_archive_with_a_bad_document_loads_the_good_ones_and_loading_it_again_changes_nothing()
    {
        using var data = new DataFolderForTest();
        using var inbox = new DataFolderForTest();
        var archive = Path.Combine(inbox.Path, "2020.zip");
        var good = await File.ReadAllBytesAsync(Path.Combine(Samples, "xinzhou-jyj-2020.txt"));
        await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in new[] { ("../outside-analytics.txt", good), ("县/report.txt", good), ("县/broken.docx", "PK\u0003\u0004"u8.ToArray()) })
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync();
                await entry.WriteAsync(bytes);
            }
        }

        var first = await ProgramUnderTest.RunAsync("load", archive, "--data", data.Path);
        Assert.Equal(3, first.ExitCode);
        Assert.Contains("2020.zip/县/report.txt", first.Output, StringComparison.Ordinal);
        Assert.Contains("2020.zip/县/broken.docx: ", first.Output, StringComparison.Ordinal);
        Assert.Contains("可疑路径", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 loaded, 0 known already, 2 quarantined; published version 1", first.Output, StringComparison.Ordinal);
        Assert.Equal(good, await File.ReadAllBytesAsync(Path.Combine(data.Path, "documents", Convert.ToHexStringLower(SHA256.HashData(good)))));
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(inbox.Path)!, "outside-analytics.txt")));

        var second = await ProgramUnderTest.RunAsync("load", archive, "--data", data.Path);
        Assert.Contains("0 loaded, 1 known already, 0 quarantined; published version 1", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_says_how_documents_are_read()
    {
        using var data = new DataFolderForTest();
        await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
        Assert.Contains("Documents are read in processes of their own; workers have ", server.Log, StringComparison.Ordinal);
    }

    private static List<JsonElement> Reports(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

    // Peak of the resident bytes of any one worker, as the system remembers it, looked at until told to end.
    private static async Task<long> WatchWorkersAsync(CancellationToken end)
    {
        var peak = 0L;
        while (!end.IsCancellationRequested)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(path[^1])))
            {
                try
                {
                    if (!(await File.ReadAllTextAsync(Path.Combine(process, "cmdline"), CancellationToken.None)).Contains("sandbox-worker", StringComparison.Ordinal)) continue;
                    var line = (await File.ReadAllLinesAsync(Path.Combine(process, "status"), CancellationToken.None)).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                    if (line is not null) peak = Math.Max(peak, long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // It has ended.
                }
            }
            await Task.Delay(20, CancellationToken.None);
        }
        return peak;
    }

    // Where a document could have something written. Other tests use the temporary folder too, under other names.
    private static HashSet<string> Traces() => new[] { Path.GetTempPath(), "/", "/etc", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
        .SelectMany(place => Directory.EnumerateFileSystemEntries(place))
        .Where(path => path.Contains("zipslip", StringComparison.Ordinal) || !path.StartsWith(Path.GetTempPath(), StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Skipped, and says so, where there is no corpus.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CorpusFactAttribute : FactAttribute
    {
        public CorpusFactAttribute()
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Corpus))) Skip = $"The variable {Corpus} names no folder with hostile/docs.";
        }
    }
}

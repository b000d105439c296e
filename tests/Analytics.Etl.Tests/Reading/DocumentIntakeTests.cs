// Order, batches and failures of the intake, with something in place of the processes.
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Sandbox;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Etl.Tests.Reading;

public sealed class DocumentIntakeTests : IDisposable
{
    private const string Poison = "{\\rtf poison";
    private static readonly ReadingLimits Limits = new() { BatchDocuments = 4, DocumentsInHand = 10, File = 10_000 };
    private static readonly Report Empty = new(
        "", default, null, new Agency("", "", "", null, null), ReportScope.Own, new ReportYear(2020), null, new Dictionary<string, string>(StringComparer.Ordinal), [], [], null);

    private readonly string folder = Directory.CreateTempSubdirectory("analytics-intake-").FullName;
    private readonly ConcurrentQueue<int> requests = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Results_come_in_the_order_of_the_files_whatever_is_done_first() => Prop.ForAll(
        Arb.From(Gen.ListOf(Gen.Elements("a", "{\\rtf a", Poison, "", "slow"))), async contents =>
    {
        var files = contents.Select((content, i) => Write($"{i}.txt", content)).ToList();
        await using var intake = Intake(async request =>
        {
            if (Text(request).Contains("slow", StringComparison.Ordinal)) await Task.Delay(3);
            return Answer(request);
        });
        var results = await ReadAsync(intake, files);
        Assert.Equal(files.Select(Path.GetFileName), results.Select(report => report.File));
        foreach (var (content, result) in contents.Zip(results))
        {
            if (content == Poison) Assert.Contains("意外中止", result.Reason, StringComparison.Ordinal);
            else if (content.Length == 0) Assert.Contains("空的", result.Reason, StringComparison.Ordinal);
            else Assert.Equal(content.StartsWith('{'), result.Reason is null);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task Documents_for_LibreOffice_go_together_and_the_others_alone()
    {
        await using var intake = Intake(request => Task.FromResult(Echo(request)));
        var files = Enumerable.Range(0, 20).Select(i => Write($"{i:00}", i % 2 == 0 ? $"{{\\rtf {i}" : $"text {i}")).ToList();
        await ReadAsync(intake, files);
        Assert.Equal([.. Enumerable.Repeat(1, 10), 2, 4, 4], requests.Order());
    }

    [Fact]
    public async Task A_document_that_ends_a_shared_run_is_found_and_the_others_are_read()
    {
        await using var intake = Intake(request => Task.FromResult(
            Text(request).Contains("poison", StringComparison.Ordinal) ? new SandboxResult.Failed(SandboxFailure.Crashed, "", "") : Echo(request)));
        var results = await ReadAsync(intake, [Write("a", "{\\rtf a"), Write("b", Poison), Write("c", "{\\rtf c")]);
        Assert.Equal([false, true, false], results.Select(report => report.IsQuarantined));
        Assert.Equal([1, 1, 1, 3], requests.Order());
    }

    [Theory]
    [InlineData(SandboxFailure.TimedOut, "读取超时（超过 60 秒）")]
    [InlineData(SandboxFailure.OutOfMemory, "压缩炸弹")]
    [InlineData(SandboxFailure.OutputTooLarge, "内容过多（超过 64 MB）")]
    [InlineData(SandboxFailure.Crashed, "意外中止")]
    public async Task A_broken_limit_is_a_reason_that_says_what_to_do(SandboxFailure failure, string words)
    {
        await using var intake = Intake(_ => Task.FromResult<SandboxResult>(new SandboxResult.Failed(failure, "secret figures", "secret words")));
        foreach (var name in new[] { "a.txt", "a.zip" })
        {
            var result = Assert.Single(await ReadAsync(intake, [Write(name, name == "a.zip" ? "PK\u0003\u0004" : "a")]));
            Assert.Equal("R19", Assert.Single(result.Findings).Rule);
            Assert.Empty(result.Facts);
            Assert.Contains(words, result.Reason, StringComparison.Ordinal);
            Assert.Matches("提交|维护人员", result.Reason!);
            Assert.DoesNotContain("secret", result.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_that_throws_and_a_worker_that_talks_nonsense_are_reasons()
    {
        await using var throwing = Intake(_ => Task.FromResult<SandboxResult>(new SandboxResult.Refused("secret", "System.NullReferenceException")));
        Assert.Contains("NullReferenceException", Assert.Single(await ReadAsync(throwing, [Write("a", "a")])).Reason, StringComparison.Ordinal);
        await using var raving = Intake(_ => Task.FromResult<SandboxResult>(new SandboxResult.Completed(new byte[] { 7, 7 })));
        Assert.Contains("意外中止", Assert.Single(await ReadAsync(raving, [Write("a", "a")])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_cannot_say_that_it_read_another_document()
    {
        await using var intake = Intake(_ => Task.FromResult(Completed(Empty with { File = "x", Sha256 = Sha256Hash.Of("x"u8) })));
        var result = Assert.Single(await ReadAsync(intake, [Write("a.txt", "a")]));
        Assert.Equal(("a.txt", Sha256Hash.Of("a"u8)), (result.File, result.Sha256));
    }

    [Fact]
    public async Task No_worker_at_all_is_no_documents_fault()
    {
        await using var intake = Intake(_ => Task.FromResult<SandboxResult>(new SandboxResult.Failed(SandboxFailure.StartFailed, "no such program", "")));
        var error = await Assert.ThrowsAsync<ReadingUnavailableException>(() => ReadAsync(intake, [Write("a", "a"), Write("b", "b")]));
        Assert.Contains("no such program", error.Message, StringComparison.Ordinal);
        Assert.InRange(requests.Count, 2, 4);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        await using var intake = Intake(request => Task.FromResult(Answer(request)));
        var large = Write("large", new string('a', 10_001));
        var documents = await intake.OpenAsync([large]).ToListAsync();
        Assert.Null(Assert.Single(documents).Bytes);
        Assert.Equal(Sha256Hash.Of(File.ReadAllBytes(large)), documents[0].Sha256);
        Assert.Contains("文件过大", Assert.Single(await ReadAsync(intake, [large])).Reason, StringComparison.Ordinal);
        Assert.Empty(requests);
    }

    [Fact]
    public async Task No_more_documents_are_in_hand_than_allowed()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        await using var intake = Intake(async request =>
        {
            lock (gate) most = Math.Max(most, ++now);
            await Task.Delay(1);
            lock (gate) now--;
            return Answer(request);
        });
        await ReadAsync(intake, Enumerable.Range(0, 100).Select(i => Write($"{i}", "a")).ToList());
        Assert.InRange(most, 2, Limits.DocumentsInHand);
    }

    [Fact]
    public async Task Who_stops_listening_stops_the_reading()
    {
        var cancelled = 0;
        var intake = new DocumentIntake(
            async (request, _, cancellation) =>
            {
                if (Text(request).Contains("first", StringComparison.Ordinal)) return Answer(request);
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellation);
                }
                finally
                {
                    Interlocked.Increment(ref cancelled);
                }
                return Answer(request);
            },
            Limits);
        var documents = intake.OpenAsync([Write("0", "first"), .. Enumerable.Range(1, 30).Select(i => Write($"{i}", "hang"))]);
        await foreach (var _ in intake.ExtractAsync(documents)) break;
        Assert.Equal(Limits.DocumentsInHand - 1, cancelled);
    }

    [Fact]
    public async Task An_archive_is_the_documents_in_it()
    {
        var path = Path.Combine(folder, "2020.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            foreach (var name in new[] { "县/a.txt", "县/a.txt.source.json", "../b.txt" })
            {
                await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
                await writer.WriteAsync("文" + name);
            }
        }
        await using var intake = Intake(request => Task.FromResult(Answer(request)));
        var documents = await intake.OpenAsync([path]).ToListAsync();
        Assert.Equal(["2020.zip/县/a.txt", "2020.zip/../b.txt"], documents.Select(document => document.Name));
        Assert.Equal(Sha256Hash.Of("文县/a.txt"u8), documents[0].Sha256);
        Assert.Contains("可疑路径", documents[1].Refusal, StringComparison.Ordinal);
        Assert.Equal(Sha256Hash.Of(await File.ReadAllBytesAsync(path)), documents[1].Sha256);
        var results = await ReadAsync(intake, [Write("z.txt", "z"), path]);
        Assert.Equal(["z.txt", "2020.zip/县/a.txt", "2020.zip/../b.txt"], results.Select(report => report.File));
        Assert.Equal([false, false, true], results.Select(report => report.Reason!.Contains("可疑路径", StringComparison.Ordinal)));
    }

    private DocumentIntake Intake(Func<ReadOnlyMemory<byte>, Task<SandboxResult>> run) => new(
        (request, _, _) =>
        {
            requests.Enqueue(request.Span[1]);
            return run(request);
        },
        Limits);

    private static Task<List<Report>> ReadAsync(DocumentIntake intake, IReadOnlyList<string> files) =>
        intake.ExtractAsync(files).ToListAsync().AsTask();

    // As a worker would; a document with the word dies.
    private static SandboxResult Answer(ReadOnlyMemory<byte> request) => Text(request).Contains("poison", StringComparison.Ordinal)
        ? new SandboxResult.Failed(SandboxFailure.Crashed, "", "")
        : Text(request).Contains("{\\rtf", StringComparison.Ordinal) ? Echo(request) : new SandboxResult.Completed(ReadingRequests.Answer(request));

    // A report without facts for each of a request.
    private static SandboxResult Echo(ReadOnlyMemory<byte> request) => Completed([.. Enumerable.Repeat(Empty, request.Span[1])]);

    private static SandboxResult Completed(params IReadOnlyList<Report> reports)
    {
        var to = new BytesWriter();
        foreach (var report in reports) ReadingRequests.Write(to, (report, null));
        return new SandboxResult.Completed(to.Written);
    }

    private static string Text(ReadOnlyMemory<byte> request) => Encoding.Latin1.GetString(request.Span);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}

// The intake with real workers: what they read is what would be read here, and what breaks them breaks nothing else.
using System.IO.Compression;
using System.Reflection;
using Analytics.Etl.Reading;
using Analytics.Etl.Tests.Facts;
using Analytics.Extraction;
using Analytics.Testing;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Reading;

public sealed class WorkerTests : IAsyncLifetime
{
    private const string Corpus = "ANALYTICS_CORPUS";
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly Extractor Extractor = new(Catalog);
    private static readonly string Program = typeof(WorkerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Program").Value!;
    private readonly string folder = Directory.CreateTempSubdirectory("analytics-worker-tests-").FullName;
    private readonly DocumentIntake intake = Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await intake.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Samples_are_read_as_in_this_process()
    {
        var samples = SampleReports.Read();
        var files = samples.Select(sample => Write(sample.Name, sample.Bytes)).ToList();
        var reports = await intake.ExtractAsync(files).ToListAsync();
        Assert.Equal(samples.Select(sample => ReportJson.Write(Extractor.Extract(sample.Name, sample.Bytes), Catalog)), reports.Select(report => ReportJson.Write(report, Catalog)));
        Assert.InRange(intake.Starts, 1, new ReadingLimits().Workers);
    }

    [Fact]
    public async Task Samples_in_an_archive_are_read_as_outside_of_it()
    {
        var samples = SampleReports.Read();
        var path = Path.Combine(folder, "samples.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            foreach (var sample in samples)
            {
                await using var entry = await zip.CreateEntry(sample.Name).OpenAsync();
                await entry.WriteAsync(sample.Bytes);
            }
        }
        var reports = await intake.ExtractAsync([path]).ToListAsync();
        Assert.Equal(
            samples.Select(sample => ReportJson.Write(Extractor.Extract(sample.Name, sample.Bytes) with { File = "samples.zip/" + sample.Name }, Catalog)),
            reports.Select(report => ReportJson.Write(report, Catalog)));
    }

    [Fact]
    public async Task Rows_of_a_workbook_come_from_a_worker_and_what_is_no_workbook_has_none()
    {
        var rows = await intake.RowsAsync(Write("a.xlsx", FactFiles.Xlsx(["指标", "数值"], [["规章", "0.30000000000000004"]])), int.MaxValue);
        var head = await intake.RowsAsync(Path.Combine(folder, "a.xlsx"), 1);
        var other = await intake.RowsAsync(Write("b.xlsx", SampleReports.Read()[0].Bytes), int.MaxValue);

        Assert.Equal(["1 指标|数值", "2 规章|0.3"], rows.Rows!.Select(row => $"{row.Number} {string.Join('|', row.Cells)}"));
        Assert.Single(head.Rows!);
        Assert.Equal((null, null), other);
    }

    [Fact]
    public async Task A_document_that_takes_too_long_or_too_much_is_refused_and_the_next_one_is_read()
    {
        var sample = SampleReports.Read()[0];
        await using var hasty = Start(new ReadingLimits { Document = TimeSpan.FromMilliseconds(1) });
        var slow = await hasty.ExtractAsync([Write("slow.txt", new byte[9_000_000])]).ToListAsync();
        Assert.Contains("读取超时", Assert.Single(slow).Reason, StringComparison.Ordinal);

        // Four characters of a page become a cell: far more than it was as bytes.
        await using var small = Start(new ReadingLimits { Memory = 180L << 20, Output = 1 << 20 });
        var page = "<table><tr>" + string.Concat(Enumerable.Repeat("<td>1", 4_000_000)) + "</table>";
        var reports = await small.ExtractAsync([Write("swollen.html", System.Text.Encoding.ASCII.GetBytes(page)), Write(sample.Name, sample.Bytes)]).ToListAsync();
        Assert.Contains("内存超限", reports[0].Reason, StringComparison.Ordinal);
        Assert.Equal("R19", Assert.Single(reports[0].Findings).Rule);
        Assert.False(reports[1].IsQuarantined, reports[1].Reason);
    }

    [Fact]
    public async Task A_program_that_is_no_worker_is_said_to_be_none()
    {
        await using var none = new DocumentIntake("/bin/false", []);
        await Assert.ThrowsAsync<ReadingUnavailableException>(async () => await none.ExtractAsync([Write("a.txt", "a"u8.ToArray())]).ToListAsync());
    }

    [CorpusFact]
    public async Task Hostile_documents_are_refused_with_a_reason_and_leave_nothing_behind()
    {
        var before = Traces.Now();
        var files = Files("hostile/docs");
        var reports = await intake.ExtractAsync(files).ToListAsync();
        var refused = reports.Where(report => report.IsQuarantined).ToList();
        Assert.Equal(files.Select(Path.GetFileName), reports.Select(report => report.File));
        Assert.Equal(["html-script-seed-003.html", "xlsx-formula-seed-001.xlsx"], reports.Except(refused).Select(report => report.File));
        Assert.All(refused, report => Assert.Matches("\\p{IsCJKUnifiedIdeographs}{4}", report.Reason!));
        Assert.All(refused, report => Assert.Empty(report.Facts));
        Assert.Contains("压缩炸弹", refused.Single(report => report.File.StartsWith("docx-zipbomb", StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
        // As ordinary text: nothing that was meant to be run is in what was read.
        Assert.DoesNotContain(reports.SelectMany(report => report.Facts), fact => fact.Source.Text.StartsWith('=') || fact.Source.Text.Contains('<', StringComparison.Ordinal));
        // No worker had to be killed for it.
        Assert.InRange(intake.Starts, 1, new ReadingLimits().Workers);
        await intake.DisposeAsync();
        Assert.Empty(Traces.Now().Except(before, StringComparer.Ordinal));
    }

    [CorpusFact]
    public async Task Real_documents_of_every_format_are_read_as_in_this_process()
    {
        var files = Files("docs").Concat(Files("derived/docs")).ToList();
        var reports = await intake.ExtractAsync(files).ToListAsync();
        Assert.Equal(files.Select(Path.GetFileName), reports.Select(report => report.File));
        foreach (var (file, report) in files.Zip(reports))
        {
            // What LibreOffice and tesseract take seconds for is not read twice here.
            if (Path.GetExtension(file) is ".pdf" or ".doc" or ".wps" or ".rtf" or ".odt") Assert.NotEmpty(report.Facts);
            else Assert.Equal(ReportJson.Write(Extractor.Extract(Path.GetFileName(file), await File.ReadAllBytesAsync(file)), Catalog), ReportJson.Write(report, Catalog));
        }
    }

    private static DocumentIntake Start(ReadingLimits? limits = null) => new("dotnet", [Program, ReadingWorker.Argument], limits);

    private static List<string> Files(string part) => Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable(Corpus)!, part)).Order(StringComparer.Ordinal).ToList();

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Skipped, and says so, where there is no corpus.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CorpusFactAttribute : FactAttribute
    {
        public CorpusFactAttribute()
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Corpus))) Skip = $"The variable {Corpus} names no folder with docs/, derived/ and hostile/.";
        }
    }
}

// Damaged and malicious documents by the hundred through the real intake and real workers: each is read or refused with a
// reason, every one has its answer, and nothing else happens. By the ten thousand where ANALYTICS_MUTANTS says so.
using Analytics.Synthetic;
using System.Globalization;
using System.Reflection;
using System.Text;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Testing;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Reading;

public sealed class MutatedDocumentsTests : IAsyncLifetime
{
    private const string Mutants = "ANALYTICS_MUTANTS";
    private const string Seed = "ANALYTICS_SEED";
    private const string Corpus = "ANALYTICS_CORPUS";
    private const int Usual = 500;
    private const int Reported = 500;
    private const int LongestSource = 1 << 20;

    // Of a thousand mutants: what LibreOffice, poppler and tesseract read takes a second each, the others milliseconds.
    private const int Converted = 40;
    private const int Paged = 25;

    private static readonly string[] ConvertedFormats = ["doc", "wps", "rtf", "odt", "ods", "ppt", "odp"];
    private static readonly string[] PagedFormats = ["pdf", "png", "jpg"];
    private static readonly string Program = typeof(MutatedDocumentsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Program").Value!;
    private readonly string folder = Directory.CreateTempSubdirectory("analytics-mutants-").FullName;
    private readonly DirectoryInfo kept = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "mutants"));
    private readonly DocumentIntake intake = new("dotnet", [Program, ReadingWorker.Argument], new ReadingLimits());
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, (string What, Func<byte[]> Again)> made = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await intake.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_is_read_or_refused_with_a_reason_and_nothing_is_read_that_is_not_printed()
    {
        var count = Number(Mutants) ?? Usual;
        var seed = Number(Seed) ?? (count == Usual ? 1 : int.Parse(DateTime.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        var before = Traces.Now();
        var faults = new List<string>();
        var next = 0;
        var answers = 0;
        var refused = 0;
        await foreach (var report in intake.ExtractAsync(Files(seed, count)))
        {
            // In order, one for each; for a zip one for each file in it.
            var number = int.Parse(report.File.AsSpan(0, 5), CultureInfo.InvariantCulture);
            if (number == next) next++;
            else if (number != next - 1 || !report.File.Contains('/', StringComparison.Ordinal)) faults.Add($"{report.File} has come where {next} was due");
            if (++answers % Reported == 0) await File.WriteAllTextAsync(Path.Combine(kept.FullName, "log.txt"), $"{answers} answers, {refused} refused, {intake.Starts} workers\n{string.Join('\n', faults)}\n");
            if (report.IsQuarantined) refused++;
            var found = Faults(report).ToList();
            faults.AddRange(found.Select(fault => $"{report.File}: {fault} [{made[number].What}]"));
            if (found.Count > 0) await File.WriteAllBytesAsync(Path.Combine(kept.FullName, report.File.Split('/')[0]), made[number].Again());
        }
        await intake.DisposeAsync();
        faults.AddRange(Traces.Now().Except(before, StringComparer.Ordinal).Select(trace => $"{trace} was written"));
        if (next != count) faults.Add($"{count - next} have no answer");
        Console.WriteLine($"{count} mutants, {answers} answers, {refused} refused, {intake.Starts} workers started");
        Assert.True(faults.Count == 0, $"{faults.Count} faults with {Seed}={seed} {Mutants}={count}, kept in {kept.FullName}:\n" + string.Join('\n', faults.Take(30)));
    }

    [Fact]
    public void The_same_seed_makes_the_same_mutants()
    {
        var samples = SampleReports.Read().Select(sample => new SourceDocument(sample.Name, sample.Bytes)).ToList();
        Assert.All(Enumerable.Range(0, 40), number =>
            Assert.Equal(new Mutator(5, samples).Make(number, samples[number % samples.Count]).Bytes, new Mutator(5, samples).Make(number, samples[number % samples.Count]).Bytes));
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> Faults(Report report)
    {
        if (report.Reason is { } reason)
        {
            if (reason.Count(c => c is >= '\u4e00' and <= '\u9fff') < 8) yield return $"the reason says too little: {reason}";
            // A reader of ours that threw what it should have expected, broke down or did not end.
            foreach (var sign in new[] { "程序未能处理", "意外中止", "文件结构异常", "读取超时" }.Where(sign => reason.Contains(sign, StringComparison.Ordinal))) yield return reason;
        }
        foreach (var fact in report.Facts.Where(fact => fact is { State: FactState.Number, Source.IsOcr: false }))
        {
            if (CatalogData.Current.Metric(fact.Metric)!.IsCount && !Digits(fact.Source.Text).Contains(Digits(fact.Value!.Value.ToString(CultureInfo.InvariantCulture)), StringComparison.Ordinal))
                yield return $"{fact.Metric} is {fact.Value}, printed {fact.Source.Text}";
        }
    }

    private static string Digits(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));

    // Written as they are asked for, and taken away behind.
    private IEnumerable<string> Files(int seed, int count)
    {
        var sources = Sources();
        var mutator = new Mutator(seed, [.. sources.SelectMany(kind => kind)]);
#pragma warning disable CA5394 // mutants must be the same on every run
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var die = random.Next(1000);
            var kind = sources[die < Converted ? 1 : die < Converted + Paged ? 2 : 0];
            var (number, of) = (i, kind[random.Next(kind.Count)]);
#pragma warning restore CA5394
            var mutant = mutator.Make(number, of);
            made[i] = (mutant.What, () => mutator.Make(number, of).Bytes);
            var path = Path.Combine(folder, mutant.Name);
            File.WriteAllBytes(path, mutant.Bytes);
            yield return path;
            File.Delete(path);
        }
    }

    // Reports of our own in every format, and real ones where there are any: those read here, those that LibreOffice
    // converts, those with pages.
    private static List<SourceDocument>[] Sources()
    {
        var samples = SampleReports.Read();
        var all = samples.Select(sample => new SourceDocument(sample.Name, sample.Bytes)).ToList();
        IReportWriter[] writers =
        [
            new DocxWriter(), new XlsxWriter(true), new XlsxWriter(false), new PptxWriter(),
            .. Enum.GetValues<TextLayout>().Select(layout => new PlainTextWriter(layout, TextEncoding.Utf8)), .. Enum.GetValues<HtmlStyle>().Select(style => new HtmlWriter(style, TextEncoding.Gb18030)),
        ];
        for (var i = 0; i < writers.Length; i++)
            all.Add(new SourceDocument($"w{i}.{writers[i].Extension}", writers[i].Write(new ReportPrinter(CatalogData.Current, Noise.None).Print(samples[i % samples.Count].Facts))));
        var docx = all.Where(document => document.Extension == "docx").Take(2).ToList();
        foreach (var format in new[] { "doc", "rtf", "odt", "pdf" }) all.AddRange(OfficeConversion.To(format, docx));
        all.AddRange(OfficeConversion.To("xls", [.. all.Where(document => document.Extension == "xlsx").Take(1)]));
        if (Environment.GetEnvironmentVariable(Corpus) is { Length: > 0 } corpus)
        {
            all.AddRange(new[] { "docs", "derived/docs", "hostile/docs" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(corpus, part)).Order(StringComparer.Ordinal))
                .Where(file => new FileInfo(file).Length < LongestSource).Select(file => new SourceDocument(Path.GetFileName(file), File.ReadAllBytes(file))));
        }
        return
        [
            [.. all.Where(document => !ConvertedFormats.Contains(document.Extension) && !PagedFormats.Contains(document.Extension))],
            [.. all.Where(document => ConvertedFormats.Contains(document.Extension))],
            [.. all.Where(document => PagedFormats.Contains(document.Extension))],
        ];
    }
}

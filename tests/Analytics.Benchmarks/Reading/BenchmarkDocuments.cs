// What the reading benchmark reads: the corpus where there is one, else the samples; text differs from copy to copy.
using System.Globalization;
using System.Text;
using Analytics.Documents;
using Analytics.Testing;

namespace Analytics.Benchmarks.Reading;

/// <summary>Documents of one kind, and how fast they are to be read.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Extensions">Of its documents.</param>
/// <param name="Target">Documents a second on two cores; null where none is set.</param>
/// <param name="Count">How many are read in one measurement.</param>
/// <param name="IsText">Its bytes are text, so that each copy can be made another document.</param>
internal sealed record DocumentKind(string Name, string Extensions, double? Target, int Count, bool IsText = false)
{
    public static readonly IReadOnlyList<DocumentKind> All =
    [
        new("text", ".txt .md", 500, 3_000, IsText: true),
        new("html", ".html .htm", 500, 1_500, IsText: true),
        new("docx", ".docx", 150, 600),
        new("pdf", ".pdf", 25, 120),
        new("doc, wps, rtf, odt", ".doc .wps .rtf .odt", 6, 100),
        new("xlsx, xls", ".xlsx .xls", null, 200),
        new("pptx", ".pptx", null, 60),
    ];

    public bool Holds(string file) => Extensions.Split(' ').Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}

/// <summary>Copies of documents in a folder of its own; gone when disposed.</summary>
internal sealed class BenchmarkDocuments : IDisposable
{
    private const string Corpus = "ANALYTICS_CORPUS";
    private readonly string folder = Directory.CreateTempSubdirectory("analytics-benchmark-").FullName;
    private readonly List<(string Name, byte[] Bytes)> originals;

    public BenchmarkDocuments()
    {
        var corpus = Environment.GetEnvironmentVariable(Corpus);
        IsCorpus = !string.IsNullOrEmpty(corpus);
        originals = IsCorpus
            ? new[] { "docs", Path.Combine("derived", "docs") }.Select(part => Path.Combine(corpus!, part)).Where(Directory.Exists)
                .SelectMany(part => Directory.EnumerateFiles(part).Order(StringComparer.Ordinal)).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList()
            : SampleReports.Read().Select(sample => (sample.Name, sample.Bytes)).ToList();
    }

    /// <summary>False where the variable for the corpus is not set.</summary>
    public bool IsCorpus { get; }

    public string Source => IsCorpus ? $"the documents of {Corpus}" : $"the samples ({Corpus} is not set: formats that they do not have are left out)";

    /// <summary>The documents themselves, each once.</summary>
    public IReadOnlyList<string> Originals(DocumentKind kind) => Write(kind.Name, originals.Where(document => kind.Holds(document.Name)).Select((document, i) => (Named(i, document.Name), document.Bytes)));

    /// <summary>So many files, the documents one after the other again and again. In copies of text every sentence ends
    /// with another character: no cache has seen it.</summary>
    /// <param name="files">Of <see cref="Originals"/>.</param>
    /// <param name="round">Copies of another round differ from these.</param>
    public IReadOnlyList<string> Copies(DocumentKind kind, IReadOnlyList<string> files, int count, int round)
    {
        if (!kind.IsText) return Enumerable.Range(0, count).Select(i => files[i % files.Count]).ToList();
        var texts = files.Select(file => (Path: file, Text: TextDecoder.Decode(File.ReadAllBytes(file)))).ToList();
        return Write(string.Create(CultureInfo.InvariantCulture, $"{kind.Name}-{round}"), Enumerable.Range(0, count).Select(i =>
        {
            var (path, text) = texts[i % texts.Count];
            var mark = (char)('\u3400' + ((round * 3_000) + (i / texts.Count)) % 6_500);
            return (Named(i, Path.GetFileName(path)), Encoding.UTF8.GetBytes(Utf8(text).Replace("。", mark + "。", StringComparison.Ordinal)));
        }));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // What the page says of its encoding would no longer be true.
    private static string Utf8(string text) => text.Replace("gb2312", "utf-8", StringComparison.OrdinalIgnoreCase).Replace("gbk", "utf-8", StringComparison.OrdinalIgnoreCase);

    private static string Named(int index, string name) => string.Create(CultureInfo.InvariantCulture, $"{index:0000}-{name}");

    private List<string> Write(string part, IEnumerable<(string Name, byte[] Bytes)> documents)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, part)).FullName;
        var files = new List<string>();
        foreach (var (name, bytes) in documents)
        {
            var path = Path.Combine(place, name);
            File.WriteAllBytes(path, bytes);
            files.Add(path);
        }
        return files;
    }
}

// Real reports in real office files, and files made to break readers.
namespace Analytics.Documents.Tests.Office;

public sealed class OfficeCorpusTests
{
    private const string Variable = "ANALYTICS_CORPUS";
    private static readonly string[] Extensions = ["docx", "doc", "wps", "rtf", "odt", "ods", "xls", "xlsx", "ppt", "pptx"];

    [OfficeCorpusFact]
    public void Every_office_file_is_read_with_its_text_and_tables()
    {
        foreach (var file in Files("docs").Concat(Files("derived/docs")))
        {
            var document = DocumentReader.Read(file, File.ReadAllBytes(file));

            Assert.NotEmpty(document.Paragraphs());
            Assert.Contains(document.Tables().SelectMany(table => table.Rows).SelectMany(row => row), cell => cell.Text.Length > 0);
        }
    }

    [OfficeCorpusFact]
    public void Hostile_files_are_refused_with_a_reason_and_nothing_is_written()
    {
        var temporary = Directory.EnumerateFileSystemEntries("/tmp").ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files("hostile/docs"))
        {
            var result = Assert.Single(DocumentReader.ReadAll(file, File.ReadAllBytes(file)));
            if (file.EndsWith("xlsx", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(result.Document!.Tables().SelectMany(table => table.Rows).SelectMany(row => row), cell => cell.Text.StartsWith('='));
                continue;
            }
            Assert.Contains(Reason(Path.GetFileName(file)), result.Reason, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries("/tmp").Where(path => !temporary.Contains(path)), path => path.Contains("zipslip", StringComparison.Ordinal));
    }

    private static string Reason(string file) => file.Split('-')[1] switch
    {
        "empty.docx" or "empty" => "空的",
        "encrypted" => "加密",
        "truncated" => "损坏或不完整",
        "xxe" => "外部实体",
        "zipbomb" => "压缩炸弹",
        "zipslip" => "可疑路径",
        _ => "。",
    };

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable(Variable)!, folder))
        .Where(file => Extensions.Contains(Path.GetExtension(file)[1..], StringComparer.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Skipped, and says so, where there is no corpus.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class OfficeCorpusFactAttribute : FactAttribute
    {
        public OfficeCorpusFactAttribute()
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))) Skip = $"The variable {Variable} names no folder with docs/, derived/ and hostile/.";
        }
    }
}

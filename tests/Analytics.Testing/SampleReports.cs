// The sample documents that the product comes with, made again from the facts beside them, so that what a document says
// can be read in a table and checked.
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Catalog;
using Analytics.Synthetic;
using CsvHelper;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Testing;

/// <summary>A sample document.</summary>
/// <param name="Name">File name: gongshu-jyj-2020.docx.</param>
/// <param name="Facts">What it is made from.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Sidecar">The whole file <c>NAME.source.json</c>.</param>
public sealed record SampleReport(string Name, ReportFacts Facts, byte[] Bytes, byte[] Sidecar)
{
    public string SidecarName => Name + ".source.json";
}

/// <summary>Makes the samples from <c>reports.csv</c> and <c>facts.csv</c>.</summary>
public static class SampleReports
{
    private const string Note = "本项目自行编制的文件，不是原件；所载数字为该机关在其年度报告中公布的数字。";
    private const int HeadsAgainAfter = 10;

    private static readonly JsonWriterOptions SidecarOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>All samples, in the order of <c>Samples/reports.csv</c>.</summary>
    /// <exception cref="FormatException">A row of the tables cannot be read.</exception>
    public static IReadOnlyList<SampleReport> Read()
    {
        var values = Rows("facts.csv").ToLookup(row => row["sample"], StringComparer.Ordinal);
        return Rows("reports.csv").Select(row => Make(row, values[row["sample"]])).ToList();
    }

    private static SampleReport Make(IReadOnlyDictionary<string, string> row, IEnumerable<IReadOnlyDictionary<string, string>> values)
    {
        var facts = new ReportFacts(
            row["agency"], int.Parse(row["year"], CultureInfo.InvariantCulture), Date(row["published"]),
            new[] { ("二", row["form_two"]), ("三", row["form_three"]), ("四", row["form_four"]) }
                .Where(form => form.Item2.Length > 0).ToDictionary(form => form.Item1, form => form.Item2, StringComparer.Ordinal),
            values.ToDictionary(value => new MetricKey(value["metric"]), value => value["printed"]))
        {
            Signed = Date(row["signed"]),
            Narrative = row["narrative"].Split('|'),
            HeadUnits = row["head_units"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(unit => unit.Split('='))
                .ToDictionary(unit => new MetricKey(unit[0]), unit => unit[1]),
        };
        var noise = row["noise"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Noise.None, With);
        var writer = Writer(row["format"], row["layout"], row["encoding"]);
        var bytes = writer.Write(new ReportPrinter(CatalogData.Current, noise).Print(facts));
        return new SampleReport($"{row["sample"]}.{writer.Extension}", facts, bytes, Sidecar(facts, row["source"], bytes));
    }

    private static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Noise With(Noise noise, string name) => name switch
    {
        "broken-heads" => noise with { BrokenHeads = true },
        "spaced-labels" => noise with { SpacedLabels = true },
        "half-width-brackets" => noise with { HalfWidthBrackets = true },
        "comma-numbering" => noise with { Numbering = Numbering.Comma },
        "heads-again" => noise with { HeadsAgainAfter = HeadsAgainAfter },
        _ => throw new FormatException($"No noise is named {name}."),
    };

    private static IReportWriter Writer(string format, string layout, string encoding)
    {
        var text = encoding switch
        {
            "" or "utf-8" => TextEncoding.Utf8,
            "utf-16" => TextEncoding.Utf16,
            "gb18030" => TextEncoding.Gb18030,
            _ => throw new FormatException($"No encoding is named {encoding}."),
        };
        return format switch
        {
            "txt" => new PlainTextWriter(Enum.Parse<TextLayout>(layout, ignoreCase: true), text),
            "md" => new MarkdownWriter(text),
            "html" => new HtmlWriter(Enum.Parse<HtmlStyle>(layout, ignoreCase: true), text),
            "docx" => new DocxWriter(),
            _ => throw new FormatException($"No format is named {format}."),
        };
    }

    private static byte[] Sidecar(ReportFacts facts, string source, byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SidecarOptions))
        {
            json.WriteStartObject();
            json.WriteString("agency", facts.Agency);
            json.WriteString("source", source);
            json.WriteString("published", facts.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
            json.WriteString("note", Note);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static List<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var stream = typeof(SampleReports).Assembly.GetManifestResourceStream("samples/" + name)!;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions(), leaveOpen: false);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.Select((head, i) => (head, value: i < csv.FieldCount ? csv.GetString(i) : ""))
                .ToDictionary(field => field.head, field => field.value, StringComparer.Ordinal));
        }
        return rows;
    }
}

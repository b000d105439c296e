// Real reports: every number of the statutory tables stands in a cell of its own, and no other number does.
using System.Globalization;
using System.Text.Json;

namespace Analytics.Documents.Tests.Pdf;

public sealed class PdfCorpusTests
{
    [PdfCorpusTheory]
    [InlineData("docs", "hongze-2023")]
    [InlineData("docs", "hongze-2024")]
    [InlineData("docs", "huaian-2024")]
    [InlineData("derived/docs", "pdf-landscape-huaian-2024")]
    [InlineData("derived/docs", "pdf-scan-hongze-2024")]
    public void The_numbers_in_cells_are_those_read_by_hand(string folder, string name)
    {
        var file = Path.Combine(PdfCorpusTheoryAttribute.Folder!, folder, name + ".pdf");
        var gold = Path.Combine(PdfCorpusTheoryAttribute.Folder!, folder.Replace("docs", "gold", StringComparison.Ordinal), name + ".json");
        using var json = JsonDocument.Parse(File.ReadAllText(gold));
        var expected = json.RootElement.GetProperty("facts").EnumerateObject().Where(fact => fact.Value.ValueKind == JsonValueKind.Number).Select(fact => fact.Value.GetDecimal());

        var cells = DocumentReader.Read(file, File.ReadAllBytes(file)).Tables().SelectMany(table => table.Rows).SelectMany(row => row);
        var numbers = cells.Select(cell => decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null).OfType<decimal>();

        Assert.Equal(expected.Order(), numbers.Order());
    }

    [PdfCorpusTheory]
    [InlineData("pdf-cut-pingtan-2020", "损坏")]
    [InlineData("pdf-encrypted-pingtan-2020", "加密")]
    public void Hostile_files_are_refused_with_their_reason(string name, string reason)
    {
        var file = Path.Combine(PdfCorpusTheoryAttribute.Folder!, "hostile/docs", name + ".pdf");

        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read(file, File.ReadAllBytes(file)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}

/// <summary>Skipped, and says so, where there is no corpus.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfCorpusTheoryAttribute : TheoryAttribute
{
    private const string Variable = "ANALYTICS_CORPUS";

    public PdfCorpusTheoryAttribute()
    {
        if (Folder is null) Skip = $"The variable {Variable} names no folder with docs/ and gold/.";
    }

    /// <summary>Null where there is none.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}

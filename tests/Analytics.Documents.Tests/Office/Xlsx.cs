// Small workbooks made in memory from the markup of their sheets.
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Analytics.Documents.Tests.Office;

/// <summary>A sheet to be written.</summary>
/// <param name="Rows">Markup of its rows.</param>
/// <param name="Merges">Merged ranges: "A1:D1".</param>
/// <param name="State">visible, hidden, veryHidden.</param>
/// <param name="Columns">Markup of its columns.</param>
internal sealed record Sheet(string Rows, string[]? Merges = null, string State = "visible", string Columns = "");

internal static class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A workbook; the formats are used by cells as styles 1, 2 ….</summary>
    public static byte[] Of(Sheet[] sheets, params string[] formats)
    {
        var numbers = Enumerable.Range(1, sheets.Length).ToList();
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                """ + string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + "</Types>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
                + string.Concat(numbers.Select(n => $"<sheet name=\"表{n}\" sheetId=\"{n}\" state=\"{sheets[n - 1].State}\" r:id=\"rId{n}\"/>")) + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"{PackageRelations}\">"
                + string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
                + $"<Relationship Id=\"rId{sheets.Length + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>",
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"{formats.Length}\">"
                + string.Concat(formats.Select((format, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(format)}\"/>"))
                + "</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>"
                + $"<cellXfs count=\"{formats.Length + 1}\"><xf numFmtId=\"0\"/>"
                + string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{164 + i}\" applyNumberFormat=\"1\"/>")) + "</cellXfs></styleSheet>",
        };
        foreach (var n in numbers) parts[$"xl/worksheets/sheet{n}.xml"] = Markup(sheets[n - 1]);
        return Zip.Of([.. parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value)))]);
    }

    /// <summary>Rows of cells: numbers as numbers, null as nothing, other texts as texts.</summary>
    public static string Rows(params string?[][] rows) => string.Concat(rows.Select((row, i) => Row(i + 1, row)));

    /// <summary>One row, from 1.</summary>
    public static string Row(int number, params string?[] texts) => $"<row r=\"{number}\">"
        + string.Concat(texts.Select((text, i) => text is null ? "" : Cell($"{(char)('A' + i)}{number}", text))) + "</row>";

    /// <summary>One cell.</summary>
    public static string Cell(string place, string text) => text.All(char.IsAsciiDigit)
        ? $"<c r=\"{place}\"><v>{text}</v></c>"
        : $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    private static string Markup(Sheet sheet)
    {
        var merges = sheet.Merges is { Length: > 0 } ranges ? $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>" : "";
        var columns = sheet.Columns.Length > 0 ? $"<cols>{sheet.Columns}</cols>" : "";
        return $"<worksheet xmlns=\"{Main}\">{columns}<sheetData>{sheet.Rows}</sheetData>{merges}</worksheet>";
    }
}

internal static class Zip
{
    /// <summary>A zip of these entries.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }
}

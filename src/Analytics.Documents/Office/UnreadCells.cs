// Cells of which the workbook says nothing that can be shown: a formula stored without its result, or an error. They are not blank.
using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Analytics.Documents.Office;

/// <summary>Finds, in the XML of an xlsx, the cells that the workbook library shows as empty although they are not.</summary>
internal sealed class UnreadCells
{
    /// <summary>What stands in place of a formula without a stored result; never the formula itself.</summary>
    public const string Formula = "#公式无结果";

    public static readonly UnreadCells None = new([]);

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private readonly List<Dictionary<(int Row, int Column), string>> sheets;

    private UnreadCells(List<Dictionary<(int Row, int Column), string>> sheets) => this.sheets = sheets;

    /// <param name="bytes">A package that was checked before.</param>
    public static UnreadCells Of(ReadOnlyMemory<byte> bytes)
    {
        using var stream = ReadOnlyStream.Of(bytes);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var targets = Targets(zip);
        var cells = new List<Dictionary<(int Row, int Column), string>>();
        if (zip.GetEntry("xl/workbook.xml") is not { } workbook) return None;
        using var xml = Open(workbook);
        while (xml.Read())
        {
            if (!IsMain(xml, "sheet")) continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            var part = id is not null && targets.TryGetValue(id, out var target) ? zip.GetEntry(target) : null;
            cells.Add(part is null ? [] : CellsOf(part));
        }
        return new UnreadCells(cells);
    }

    /// <summary>What to show, by row and column from 0.</summary>
    /// <param name="number">Of the sheet, from 1.</param>
    public IReadOnlyDictionary<(int Row, int Column), string> Sheet(int number) =>
        number <= sheets.Count ? sheets[number - 1] : new Dictionary<(int Row, int Column), string>();

    private static Dictionary<string, string> Targets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations) return targets;
        using var xml = Open(relations);
        while (xml.Read())
        {
            if (xml.LocalName != "Relationship" || xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;
            targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private static Dictionary<(int Row, int Column), string> CellsOf(ZipArchiveEntry part)
    {
        var cells = new Dictionary<(int Row, int Column), string>();
        using var xml = Open(part);
        (int Row, int Column)? cell = null;
        var hasFormula = false;
        var type = "";
        while (xml.Read())
        {
            if (IsMain(xml, "c"))
            {
                cell = Place(xml.GetAttribute("r"));
                type = xml.GetAttribute("t");
                hasFormula = false;
            }
            else if (cell is { } place && IsMain(xml, "f"))
            {
                hasFormula = true;
                cells[place] = Formula;
            }
            else if (cell is { } valued && IsMain(xml, "v"))
            {
                var value = xml.ReadElementContentAsString();
                // A text without characters is a result, a number without digits is none.
                if (type == "e") cells[valued] = value;
                else if (hasFormula && (type == "str" || value.Length > 0)) cells.Remove(valued);
            }
        }
        return cells;
    }

    private static bool IsMain(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI is Main or StrictMain;

    // C12 → (11, 2)
    private static (int Row, int Column)? Place(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        var i = 0;
        for (; i < reference.Length && reference[i] is >= 'A' and <= 'Z' && i < 4; i++) column = (column * 26) + reference[i] - 'A' + 1;
        return int.TryParse(reference.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row - 1, column - 1) : null;
    }

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
}

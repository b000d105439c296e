// Word documents (Office Open XML): body paragraphs and tables as they are printed once all changes are accepted.
using System.Globalization;
using System.Text;
using Analytics.Documents.Office;
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Documents;

/// <summary>Reads docx bytes. Deleted and hidden text, notes and fallback copies of drawings are left out.</summary>
internal sealed class DocxReader : IFormatReader
{
    private const string What = "Word 文件";
    private readonly List<Block> blocks = [];
    private readonly StringBuilder carried = new();
    private int tables;

    public string Format => "docx";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            ZipGuard.Check(bytes, What);
            using var word = Package.Open(bytes, WordprocessingDocument.Open);
            Walk(Body(word) ?? throw new UnreadableDocumentException("Word 文件里没有正文，请检查文件是否损坏。"));
            EndCarried();
            var title = word.PackageProperties.Title;
            return (string.IsNullOrWhiteSpace(title) ? null : title.Trim(), blocks);
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException))
        {
            // What the library throws on damaged packages is not documented, and seen to be many things.
            throw new UnreadableDocumentException("Word 文件损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    private static WordElement? Body(WordprocessingDocument word)
    {
        using var part = word.MainDocumentPart?.GetStream(FileMode.Open, FileAccess.Read);
        return part is not null && WordElement.Read(part) is { Name: "document" } document ? document.Child("body") : null;
    }

    private void Walk(WordElement container)
    {
        foreach (var child in container.Children)
        {
            switch (child.Name)
            {
                case "p": AddParagraph(child); break;
                case "tbl" when IsLayout(child):
                    EndCarried();
                    foreach (var row in RowsOf(child))
                    {
                        foreach (var cell in CellsOf(row))
                        {
                            Walk(cell);
                            EndCarried();
                        }
                    }
                    break;
                case "tbl":
                    EndCarried();
                    AddTable(child);
                    break;
                case "del" or "moveFrom" or "sectPr" or "sdtPr": break;
                case "mc:AlternateContent": Walk(Chosen(child)); break;
                default: Walk(child); break;
            }
        }
    }

    // A table that holds more cells in tables of its own than beside them only lays the page out.
    private static bool IsLayout(WordElement table)
    {
        var cells = RowsOf(table).SelectMany(CellsOf).Select(cell => (Cell: cell, Inner: Outer(cell, "tbl").ToList())).ToList();
        if (cells.TrueForAll(cell => cell.Inner.Count == 0)) return false;
        var inner = cells.SelectMany(cell => cell.Inner).SelectMany(RowsOf).SelectMany(CellsOf).Count(cell => cell.HasText);
        return inner > 0 && inner >= cells.Count(cell => cell.Inner.Count == 0 && cell.Cell.HasText);
    }

    private void AddParagraph(WordElement paragraph)
    {
        var (text, boxes) = Read(paragraph);
        // What floats beside a paragraph is read before it: headings in text boxes hang on the paragraph that follows them.
        if (boxes.Count > 0) EndCarried();
        foreach (var box in boxes)
        {
            Walk(box);
            EndCarried();
        }
        carried.Append(text);
        if (!IsJoined(paragraph)) EndCarried();
    }

    private void EndCarried()
    {
        foreach (var part in carried.ToString().Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(part)) blocks.Add(new Paragraph(part.Trim(), default));
        }
        carried.Clear();
    }

    // Its mark was deleted: the next paragraph goes on in the same line.
    private static bool IsJoined(WordElement paragraph) => paragraph.Child("pPr")?.Child("rPr") is { } mark && (mark.Child("del") ?? mark.Child("moveFrom")) is not null;

    private void AddTable(WordElement table)
    {
        tables++;
        var grid = new GridBuilder(tables);
        foreach (var row in RowsOf(table))
        {
            grid.Skip(Count(row.Child("trPr")?.Child("gridBefore")) ?? 0);
            var cells = CellsOf(row).ToList();
            for (var i = 0; i < cells.Count; i++)
            {
                var properties = cells[i].Child("tcPr");
                var isCovered = IsContinued(properties?.Child("vMerge"));
                var text = isCovered ? "" : CellText(cells[i]);
                var span = Count(properties?.Child("gridSpan")) ?? 1;
                while (i + 1 < cells.Count && IsContinued(cells[i + 1].Child("tcPr")?.Child("hMerge")))
                {
                    i++;
                    span += Count(cells[i].Child("tcPr")?.Child("gridSpan")) ?? 1;
                }
                if (isCovered) grid.SkipCovered(span);
                else grid.Add(text, span, 1);
            }
            grid.EndRow();
        }
        blocks.Add(grid.Build());
    }

    // Rows and cells may stand inside content controls; those deleted under change tracking are gone.
    private static IEnumerable<WordElement> RowsOf(WordElement table) => Outer(table, "tr").Where(row => row.Child("trPr")?.Child("del") is null);

    private static IEnumerable<WordElement> CellsOf(WordElement row) => Outer(row, "tc").Where(cell => cell.Child("tcPr")?.Child("cellDel") is null);

    // Elements of a name that stand in no other of that name, those in text boxes of paragraphs apart.
    private static IEnumerable<WordElement> Outer(WordElement container, string name)
    {
        foreach (var child in container.Children)
        {
            if (child.Name == name) yield return child;
            else if (child.Name is "p" or "mc:Fallback" || child.Children.Count == 0) continue;
            else foreach (var inner in Outer(child, name)) yield return inner;
        }
    }

    private static bool IsContinued(WordElement? merge) => merge is not null && merge.Value switch
    {
        null or "continue" => true,
        "restart" => false,
        var other => throw new FormatException($"Cells are merged '{other}'."),
    };

    private static int? Count(WordElement? number) => number?.Value is { } value ? int.Parse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) : null;

    // Paragraphs of text boxes are read with the paragraph that they hang on.
    private static string CellText(WordElement cell)
    {
        var builder = new StringBuilder();
        foreach (var paragraph in Outer(cell, "p"))
        {
            var (text, boxes) = Read(paragraph);
            foreach (var box in boxes) builder.Append(CellText(box)).Append('\n');
            builder.Append(text);
            if (!IsJoined(paragraph)) builder.Append('\n');
        }
        return string.Join('\n', builder.ToString().Split('\n').Select(part => part.Trim()).Where(part => part.Length > 0));
    }

    private static (string Text, IReadOnlyList<WordElement> Boxes) Read(WordElement paragraph)
    {
        var builder = new StringBuilder();
        var boxes = new List<WordElement>();
        Append(paragraph, builder, boxes);
        return (builder.ToString(), boxes);
    }

    private static void Append(WordElement element, StringBuilder builder, List<WordElement> boxes)
    {
        foreach (var child in element.Children)
        {
            switch (child.Name)
            {
                case "t" or "m:t": builder.Append(child.Text); break;
                case "tab" when element.Name != "tabs": builder.Append('\t'); break;
                case "br" or "cr": builder.Append('\n'); break;
                case "noBreakHyphen": builder.Append('-'); break;
                case "sym": builder.Append(Shown(child)); break;
                case "del" or "moveFrom": break;
                case "r" when child.Child("rPr")?.Child("vanish") is { IsOn: true }: break;
                case "ruby" when child.Child("rubyBase") is { } printed: Append(printed, builder, boxes); break;
                // What asks to be filled in is not filled in.
                case "sdt" when child.Child("sdtPr")?.Child("showingPlcHdr") is { IsOn: true }: break;
                case "mc:AlternateContent": Append(Chosen(child), builder, boxes); break;
                case "txbxContent": boxes.Add(child); break;
                default: Append(child, builder, boxes); break;
            }
        }
    }

    // A drawing and, for older programs, the same again.
    private static WordElement Chosen(WordElement alternate) => alternate.Child("mc:Choice") ?? alternate;

    // The font Symbol keeps signs and digits at their usual places, moved into the private area.
    private static string Shown(WordElement symbol)
    {
        if (!int.TryParse(symbol.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code > char.MaxValue) return "";
        return code is > 0xF020 and < 0xF07F && symbol.Font == "Symbol" ? ((char)(code - 0xF000)).ToString() : ((char)code).ToString();
    }
}

// Word documents (Office Open XML): body paragraphs and tables, merged cells by gridSpan and vMerge.
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Analytics.Documents;

/// <summary>Reads docx bytes. Deleted text (tracked changes) and fallback copies of drawings are left out.</summary>
internal sealed class DocxReader : IFormatReader
{
    private const long MostUnpackedBytes = 256L << 20;
    private const int MostEntries = 2_000;
    private const int MostNested = 500;
    private readonly List<Block> blocks = [];
    private int tables;

    public string Format => "docx";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            CheckPackage(stream);
            using var word = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = 50_000_000 });
            CheckNesting(word);
            var body = word.MainDocumentPart?.Document?.Body ?? throw new UnreadableDocumentException("Word 文件里没有正文，请检查文件是否损坏。");
            Walk(body);
            var title = word.PackageProperties.Title;
            return (string.IsNullOrWhiteSpace(title) ? null : title.Trim(), blocks);
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException))
        {
            // What the library throws on damaged packages is not documented, and seen to be many things.
            throw new UnreadableDocumentException("Word 文件损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    private static void CheckPackage(MemoryStream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("word/document.xml") is null)
            throw new UnreadableDocumentException("这是压缩包或其他 Office 文件，不是 Word（docx）文档，请提交 docx、html、md 或 txt。");
        if (zip.Entries.Any(entry => entry.FullName.Split('/', '\\').Contains("..")))
            throw new UnreadableDocumentException("Word 文件含有指向文件之外的路径，疑似恶意文件，已拒绝读取。");
        if (zip.Entries.Count > MostEntries || zip.Entries.Sum(entry => entry.Length) > MostUnpackedBytes)
            throw new UnreadableDocumentException("Word 文件解压后异常巨大，疑似压缩炸弹，已拒绝读取。");
        stream.Position = 0;
    }

    // The library reads nested elements by recursion, and a stack that overflows ends the process.
    private static void CheckNesting(WordprocessingDocument word)
    {
        if (word.MainDocumentPart is not { } main) return;
        using var part = main.GetStream();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.Depth > MostNested) throw new UnreadableDocumentException("Word 文件嵌套层数过多，疑似损坏，已拒绝读取。");
        }
    }

    private void Walk(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case WordParagraph paragraph: Add(paragraph); break;
                case WordTable table when IsLayout(table):
                    foreach (var cell in table.Descendants<TableCell>().Where(cell => cell.Ancestors<WordTable>().First() == table)) Walk(cell);
                    break;
                case WordTable table: Add(table); break;
                case DeletedRun or SectionProperties: break;
                case AlternateContent alternate: Walk((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate); break;
                default:
                    if (child.HasChildren) Walk(child);
                    break;
            }
        }
    }

    // A table that holds tables only lays the page out.
    private static bool IsLayout(WordTable table) => table.Descendants<WordTable>().Any();

    private void Add(WordParagraph paragraph)
    {
        foreach (var part in Text(paragraph).Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(part)) blocks.Add(new Paragraph(part.Trim(), default));
        }
    }

    private void Add(WordTable table)
    {
        tables++;
        var grid = new GridBuilder(tables);
        foreach (var row in Own<TableRow>(table, table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) continue;
            grid.Skip(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
            foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
            {
                var properties = cell.TableCellProperties;
                var span = properties?.GridSpan?.Val?.Value ?? 1;
                if (IsContinued(properties)) grid.SkipCovered(span);
                else grid.Add(CellText(cell), span, 1);
            }
            grid.EndRow();
        }
        blocks.Add(grid.Build());
    }

    // Rows may stand inside content controls.
    private static IEnumerable<T> Own<T>(OpenXmlElement container, WordTable table)
        where T : OpenXmlElement => container.Descendants<T>().Where(element => element.Ancestors<WordTable>().First() == table);

    private static bool IsContinued(TableCellProperties? properties) =>
        properties?.VerticalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    // Paragraphs of text boxes are read with the paragraph that they hang on.
    private static string CellText(TableCell cell) => string.Join('\n', cell.Descendants<WordParagraph>()
        .Where(paragraph => !paragraph.Ancestors<WordParagraph>().Any()).Select(Text).Select(part => part.Trim()).Where(part => part.Length > 0));

    private static string Text(WordParagraph paragraph)
    {
        var builder = new StringBuilder();
        Append(paragraph, builder);
        return builder.ToString();
    }

    private static void Append(OpenXmlElement element, StringBuilder builder)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text text: builder.Append(text.Text); break;
                case TabChar: builder.Append('\t'); break;
                case Break or CarriageReturn: builder.Append('\n'); break;
                case NoBreakHyphen: builder.Append('-'); break;
                case DeletedRun or MoveFromRun: break;
                case AlternateContent alternate: Append((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate, builder); break;
                case WordParagraph:
                    if (builder.Length > 0 && builder[^1] != '\n') builder.Append('\n');
                    Append(child, builder);
                    builder.Append('\n');
                    break;
                default: Append(child, builder); break;
            }
        }
    }
}

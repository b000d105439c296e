// Whatever arrives is foreign: it is read, or refused with a reason a person can act on, and never breaks the program.
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Documents.Tests;

public sealed class DocumentReaderTests
{
    private const string Html = "<html><body><table><tr><td rowspan=\"2\">规章</td><td>0</td></tr><tr><td>1</td></tr></table><p>文</p></body></html>";
    private const string Markdown = "# 题\n\n| a | b |\n| --- | --- |\n| 规章 | 0<br>1 |\n\n> 引\n";
    private const string Text = "题\n\t规章\n\t/\n\n\t0\n续\n\na\tb\nc|d\n| e | f |\n";

    private static readonly byte[] Word = Docx.Of(
        Docx.P("题") + Docx.Table(Docx.Row(Docx.Cell("规章", "<w:vMerge w:val=\"restart\"/>"), Docx.Cell("0", "<w:gridSpan w:val=\"2\"/>"))), "题");

    private static readonly byte[][] Samples =
        [Word, Encoding.UTF8.GetBytes(Html), Encoding.UTF8.GetBytes(Markdown), Encoding.UTF8.GetBytes(Text), Encoding.Unicode.GetBytes(Text)];

    private static readonly Gen<byte> Bytes = Gen.Choose(0, 255).Select(b => (byte)b);

    private static readonly Gen<byte[]> Magics = Gen.Elements<byte[]>(
        [], [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "%PDF-"u8.ToArray(), [0xFF, 0xFE], [0xFE, 0xFF],
        [0xEF, 0xBB, 0xBF], "<html>"u8.ToArray(), "# a\n# b\n"u8.ToArray());

    private static readonly Gen<byte[]> Random = Magics.SelectMany(magic => Bytes.ArrayOf().Select(rest => magic.Concat(rest).ToArray()));

    // Characters that mean something to one of the readers.
    private static readonly Gen<byte[]> Markup = Gen.Elements("<table>", "<td colspan=9", "</tr>", "|", "---", "\t", "\n", "#", "> ", "*", "[", "](", "`", "&", "<!--", "规章", "0", " ")
        .ListOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));

    private static readonly Gen<byte[]> Mutated = Gen.Elements(Samples).SelectMany(Mutations);

    // The same inside the package, where compression would only turn a change into damage.
    private static readonly Gen<byte[]> MutatedWord = Gen.Elements("word/document.xml", "[Content_Types].xml", "_rels/.rels")
        .SelectMany(entry => Mutations(Docx.Part(Word, entry)).Select(part => Docx.With(Word, entry, part)));

    [Fact]
    public void Any_bytes_are_a_document_or_are_refused()
    {
        var any = Gen.Frequency((2, Random), (2, Markup), (3, Mutated), (3, MutatedWord));

        Prop.ForAll(any.ToArbitrary(), IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    [Theory]
    [InlineData(Html, "html")]
    [InlineData(Markdown, "md")]
    [InlineData(Text, "txt")]
    [InlineData("\n\n  <!DOCTYPE html>\n<p>文", "html")]
    [InlineData("a < b\n", "txt")]
    public void The_format_is_told_by_content(string content, string format)
    {
        Assert.Equal(format, DocumentReader.Read("report.pdf", Encoding.UTF8.GetBytes(content)).Format);
    }

    [Fact]
    public void A_docx_is_told_by_content() => Assert.Equal("docx", DocumentReader.Read("report.txt", Word).Format);

    [Fact]
    public void A_document_keeps_its_name_without_folders_and_the_hash_of_its_bytes()
    {
        var document = DocumentReader.Read("inbox/2020/report.txt", "文"u8.ToArray());

        Assert.Equal("report.txt", document.Name);
        Assert.Equal(Sha256Hash.Of("文"u8), document.Sha256);
    }

    [Fact]
    public void An_empty_file_is_refused() => Refuses([], "空的");

    [Fact]
    public void A_pdf_is_refused() => Refuses("%PDF-1.7\n"u8.ToArray(), "PDF");

    [Fact]
    public void A_damaged_old_office_file_is_refused() => Refuses([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "旧版 Office");

    [Theory]
    [InlineData(0x89, 0x50, 0x4E, 0x47)]
    [InlineData(0xFF, 0xD8, 0xFF, 0xE0)]
    public void A_picture_is_refused(params int[] bytes) => Refuses([.. bytes.Select(b => (byte)b), 0, 0, 0], "图片");

    [Fact]
    public void A_zip_that_is_no_document_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("xl/workbook.xml");

        Refuses(stream.ToArray(), "压缩包");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(100)]
    [InlineData(-1)]
    [InlineData(-30)]
    public void A_truncated_docx_is_refused(int length) => Refuses(Word[..(length < 0 ? Word.Length + length : length)], "损坏或不完整");

    private static void Refuses(byte[] bytes, string reason)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read(bytes));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
    }

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return Reading.Read(bytes).Blocks is not null;
        }
        catch (UnreadableDocumentException e)
        {
            return e.Message.Any(c => c > '\u4e00');
        }
    }

    private static Gen<byte[]> Mutations(byte[] sample)
    {
        var at = Gen.Choose(0, sample.Length - 1);
        var flipped = at.SelectMany(i => Bytes.Select(b => sample.Select((old, k) => k == i ? b : old).ToArray()));
        var cut = at.Select(i => sample[..i]);
        var removed = at.Two().Select(ends => sample.Where((_, k) => k < Math.Min(ends.Item1, ends.Item2) || k > Math.Max(ends.Item1, ends.Item2)).ToArray());
        var doubled = at.Two().Select(ends => sample[..Math.Max(ends.Item1, ends.Item2)].Concat(sample[Math.Min(ends.Item1, ends.Item2)..]).ToArray());
        return Gen.OneOf(flipped, cut, removed, doubled);
    }
}

// A district sends its reports as one zip, with whatever else lies in the folder.
using System.Text;

namespace Analytics.Documents.Tests.Office;

public sealed class ArchiveReaderTests
{
    private static readonly byte[] Word = Docx.Of(Docx.P("文"));

    [Fact]
    public void Each_document_of_an_archive_is_read_by_itself()
    {
        var results = DocumentReader.ReadAll("in/2020.zip", Zip.Of(
            ("县/", []), ("县/a.docx", Word), ("b.txt", "文"u8.ToArray()), ("c.docx", Word[..100]), ("__MACOSX/._a.docx", [1]), ("县/.DS_Store", [1]), ("~$a.docx", [1])));

        Assert.Equal(["2020.zip/县/a.docx", "2020.zip/b.txt", "2020.zip/c.docx"], results.Select(result => result.Name));
        Assert.Equal(["docx", "txt", null], results.Select(result => result.Document?.Format));
        Assert.Equal("2020.zip/县/a.docx", results[0].Document!.Name);
        Assert.Equal(Sha256Hash.Of(Word), results[0].Document!.Sha256);
        Assert.Contains("损坏", results[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_no_archive_is_its_only_result()
    {
        Assert.Equal("docx", Assert.Single(DocumentReader.ReadAll("in/a.docx", Word)).Document!.Format);
        Assert.Contains("空的", Assert.Single(DocumentReader.ReadAll("a.docx", default)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_is_no_document_and_says_what_it_holds()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("a.zip", Zip.Of(("a.docx", Word), ("b.docx", Word))));

        Assert.Contains("内含 2 个文件（a.docx、b.docx）", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_in_archives_are_not_opened()
    {
        var result = Assert.Single(DocumentReader.ReadAll("a.zip", Zip.Of(("b.zip", Zip.Of(("c.docx", Word))))));

        Assert.Contains("压缩包", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("..\\a.txt")]
    [InlineData("/tmp/a.txt")]
    [InlineData("C:\\a.txt")]
    public void A_name_that_leads_out_of_the_archive_is_refused_and_the_rest_is_read(string name)
    {
        var results = DocumentReader.ReadAll("a.zip", Zip.Of((name, "文"u8.ToArray()), ("b.txt", "文"u8.ToArray())));

        Assert.Contains("可疑路径", results[0].Reason, StringComparison.Ordinal);
        Assert.Equal("txt", results[1].Document!.Format);
    }

    [Fact]
    public void Names_in_gbk_are_shown_as_written()
    {
        // As Windows writes them: bytes of the code page, no mark. Both names have four bytes.
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("年报");
        var bytes = Zip.Of(("abcd.txt", "文"u8.ToArray()));
        for (var i = 0; i + 4 <= bytes.Length; i++)
        {
            if (bytes.AsSpan(i, 4).SequenceEqual("abcd"u8)) gbk.CopyTo(bytes.AsSpan(i));
        }

        Assert.Equal("a.zip/年报.txt", Assert.Single(DocumentReader.ReadAll("a.zip", bytes)).Name);
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        var bytes = Zip.Of([.. Enumerable.Range(0, 501).Select(i => ($"{i}.txt", Array.Empty<byte>()))]);

        Assert.Contains("超过 500 个", Assert.Single(DocumentReader.ReadAll("a.zip", bytes)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_unpacks_to_a_monster_is_refused_and_the_rest_is_read()
    {
        var results = DocumentReader.ReadAll("a.zip", Zip.Of(("bomb.txt", new byte[65 << 20]), ("b.txt", "文"u8.ToArray())));

        Assert.Contains("压缩炸弹", results[0].Reason, StringComparison.Ordinal);
        Assert.Equal("txt", results[1].Document!.Format);
    }

    [Theory]
    [InlineData("Rar!\u001a\u0007")]
    [InlineData("7z\u00bc\u00af'")]
    public void Other_archives_are_refused_by_name(string start) =>
        Assert.Contains("RAR、7z", Assert.Single(DocumentReader.ReadAll("a.rar", Encoding.Latin1.GetBytes(start + new string('x', 100)))).Reason, StringComparison.Ordinal);

    [Fact]
    public void An_empty_archive_says_so() => Assert.Contains("没有文件", Assert.Single(DocumentReader.ReadAll("a.zip", Zip.Of())).Reason, StringComparison.Ordinal);
}

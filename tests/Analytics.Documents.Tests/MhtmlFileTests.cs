// Word and WPS save pages as one file, and people name it .doc.
using System.Text;

namespace Analytics.Documents.Tests;

public sealed class MhtmlFileTests
{
    private const string Page = "<html><head><title>某局年报</title></head><body><p>总体情况=好</p><table><tr><td>规章</td><td>0</td></tr></table></body></html>";

    [Theory]
    [InlineData("quoted-printable", "utf-8", "\r\n")]
    [InlineData("base64", "utf-8", "\r\n")]
    [InlineData("quoted-printable", "GB18030", "\n")]
    [InlineData("8bit", "utf-8", "\r\n")]
    public void The_page_is_read_and_the_rest_is_not(string transfer, string charset, string lineEnd)
    {
        var document = DocumentReader.Read("年报.doc", Archive(transfer, charset, lineEnd));

        Assert.Equal(("mht", "某局年报"), (document.Format, document.Title));
        Assert.Equal(["总体情况=好"], document.Paragraphs());
        Assert.Equal(["规章|0"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void Sheets_of_a_workbook_are_read_behind_the_frames_that_show_them()
    {
        var parts = "<html><frameset><frame src=s.htm></frameset></html>\n--b\nContent-Type: text/html\n\n<table><tr><td>规章</td><td>1</td></tr></table>"
            + "\n--b\nContent-Type: text/html\n\n<table><tr><td>规章</td><td>2</td></tr></table>";
        var document = Reading.Read($"MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"b\"\n\n--b\nContent-Type: text/html\n\n{parts}\n--b--\n");

        Assert.Equal(["规章|1", "规章|2"], document.Tables().SelectMany(table => table.Rows()));
    }

    [Theory]
    [InlineData("image/png", "AAAA", "没有网页正文")]
    [InlineData("text/html", "%%%", "编码不完整")]
    public void An_archive_without_a_page_is_refused_with_advice(string type, string body, string what)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read(
            $"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: {type}\nContent-Transfer-Encoding: base64\n\n{body}\n--b--\n"));

        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains("另存为 docx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_about_mail_is_a_text() => Assert.Equal("txt", Reading.Read("说明：MIME-Version: 1.0\nContent-Type: multipart/related\n").Format);

    private static byte[] Archive(string transfer, string charset, string lineEnd)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding(charset).GetBytes(Page);
        var body = transfer switch
        {
            "base64" => Convert.ToBase64String(page, Base64FormattingOptions.InsertLineBreaks),
            "quoted-printable" => string.Concat(page.Select((b, i) => (b is > 32 and < 127 and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}") + (i % 20 == 19 ? "=\r\n" : ""))),
            _ => Encoding.Latin1.GetString(page),
        };
        var text = "From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Next.1\"\r\n\r\nThis is a multi-part message.\r\n\r\n"
            + $"------=_Next.1\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: {transfer}\r\nContent-Type: text/html; charset=\"{charset}\"\r\n\r\n{body}\r\n"
            + "------=_Next.1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------=_Next.1--\r\n";
        return Encoding.Latin1.GetBytes(text.Replace("\r\n", lineEnd, StringComparison.Ordinal));
    }
}

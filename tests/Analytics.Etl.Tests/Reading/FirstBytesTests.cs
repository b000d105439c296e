// How a file is sent to be read depends on its first bytes, and nothing in them can go wrong.
using System.Text;
using Analytics.Etl.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Etl.Tests.Reading;

public sealed class FirstBytesTests
{
    private const string ZipHead = "PK\u0003\u0004..........................";

    [Theory]
    [InlineData("{\\rtf1", true, false)]
    [InlineData("<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">", true, false)]
    [InlineData("<?xml version=\"1.0\"?><html/>", false, false)]
    [InlineData(ZipHead + "mimetypeapplication/vnd.oasis.opendocument.text", true, false)]
    [InlineData(ZipHead + "[Content_Types].xml", false, false)]
    [InlineData(ZipHead + "word/document.xml", false, true)]
    [InlineData(ZipHead, false, true)]
    [InlineData("PK\u0003\u0004", false, true)]
    [InlineData("PK", false, false)]
    [InlineData("%PDF-1.7", false, false)]
    [InlineData("", false, false)]
    public void Content_decides(string content, bool needsLibreOffice, bool mayBeArchive)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        Assert.Equal((needsLibreOffice, mayBeArchive), (FirstBytes.NeedLibreOffice(bytes), FirstBytes.MayBeArchive(bytes)));
    }

    [Fact]
    public void No_bytes_are_both() => Prop.ForAll<byte[]>(bytes =>
    {
        byte[] zip = [.. "PK\u0003\u0004"u8, .. bytes];
        Assert.False(FirstBytes.NeedLibreOffice(zip) && FirstBytes.MayBeArchive(zip));
        Assert.False(FirstBytes.NeedLibreOffice(bytes) && FirstBytes.MayBeArchive(bytes));
    }).QuickCheckThrowOnFailure();
}

// The format decides who reads a file and with which filter; its name says nothing.
using System.Text;
using Analytics.Documents.Office;

namespace Analytics.Documents.Tests.Office;

[Collection(LibreOfficeFilesDefinition.Name)]
public sealed class OfficeSnifferTests(LibreOfficeFiles files)
{
    [Theory]
    [InlineData("doc", nameof(OfficeKind.Doc))]
    [InlineData("xls", nameof(OfficeKind.Xls))]
    [InlineData("ppt", nameof(OfficeKind.Ppt))]
    [InlineData("rtf", nameof(OfficeKind.Rtf))]
    [InlineData("odt", nameof(OfficeKind.Odt))]
    [InlineData("ods", nameof(OfficeKind.Ods))]
    [InlineData("odp", nameof(OfficeKind.Odp))]
    public void Formats_are_told_by_content(string extension, string kind) => Assert.Equal(kind, OfficeSniffer.Sniff(files[extension]).ToString());

    [Fact]
    public void New_formats_are_told_by_their_parts()
    {
        Assert.Equal(OfficeKind.Docx, OfficeSniffer.Sniff(Docx.Of(Docx.P("文"))));
        Assert.Equal(OfficeKind.Xlsx, OfficeSniffer.Sniff(Xlsx.Of([new Sheet("")])));
        Assert.Equal(OfficeKind.Pptx, OfficeSniffer.Sniff(Pptx.Of(Pptx.Text("文"))));
        Assert.Equal(OfficeKind.Zip, OfficeSniffer.Sniff(Zip.Of(("a.txt", [1]))));
        Assert.Equal(OfficeKind.None, OfficeSniffer.Sniff("文"u8.ToArray()));
        Assert.Equal(OfficeKind.None, OfficeSniffer.Sniff("<?xml version=\"1.0\"?><html/>"u8.ToArray()));
    }

    [Fact]
    public void A_Word_file_with_a_password_says_so()
    {
        var bytes = (byte[])files["doc"].Clone();
        // The flag stands in the header of the stream WordDocument, which begins with this magic.
        var header = bytes.AsSpan(512).IndexOf((ReadOnlySpan<byte>)[0xEC, 0xA5]) + 512;
        bytes[header + 11] |= 1;

        Assert.Contains("加密", Assert.Throws<UnreadableDocumentException>(() => OfficeSniffer.Sniff(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_with_a_password_says_so()
    {
        // LibreOffice has no such file here: the name of the stream is what counts.
        var bytes = (byte[])files["xls"].Clone();
        var name = Encoding.Unicode.GetBytes("Workbook");
        var at = bytes.AsSpan().IndexOf(name);
        var other = Encoding.Unicode.GetBytes("EncryptedPackage\0");
        other.CopyTo(bytes.AsSpan(at));
        bytes[at + 64] = (byte)other.Length;

        Assert.Contains("加密", Assert.Throws<UnreadableDocumentException>(() => OfficeSniffer.Sniff(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_containers_are_told_or_refused_but_never_break_the_program()
    {
        var random = new Random(1);
        foreach (var extension in new[] { "doc", "xls", "ppt" })
        {
            for (var i = 0; i < 2_000; i++)
            {
                var bytes = (byte[])files[extension].Clone();
                for (var k = random.Next(1, 6); k > 0; k--) bytes[random.Next(8, random.Next(2) == 0 ? 512 : bytes.Length)] = (byte)random.Next(256);
                try
                {
                    OfficeSniffer.Sniff(bytes.AsMemory(0, random.Next(8, bytes.Length)));
                }
                catch (UnreadableDocumentException e)
                {
                    Assert.EndsWith("。", e.Message, StringComparison.Ordinal);
                }
            }
        }
    }
}

// What a package says of itself is compared with what it is.
using System.Buffers.Binary;
using Analytics.Documents.Office;

namespace Analytics.Documents.Tests.Office;

public sealed class ZipGuardTests
{
    private static readonly byte[] Word = Docx.Of(Docx.P("文"));

    [Fact]
    public void A_whole_package_passes() => ZipGuard.Check(Word, "文件");

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("word\\..\\..\\evil.txt")]
    [InlineData("/tmp/evil.txt")]
    [InlineData("\\evil.txt")]
    [InlineData("C:/evil.txt")]
    public void A_path_that_leads_out_of_it_is_refused(string entry) => Refuses(Docx.With(Word, entry, [1]), "可疑路径");

    [Fact]
    public void More_than_the_limit_is_refused_though_packed_small() => Refuses(Zip.Of(("a", new byte[200 << 20]), ("b", new byte[57 << 20])), "压缩炸弹");

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void Content_of_another_size_than_declared_is_refused(int declared)
    {
        var bytes = Zip.Of(("a.xml", new byte[1_000]));
        // The declared size in the central directory.
        var directory = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 0x01, 0x02]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 24), declared);

        Refuses(bytes, "声明的大小");
    }

    [Fact]
    public void Content_that_was_changed_is_refused()
    {
        var bytes = Zip.Of(("a.xml", new byte[1_000]));
        var directory = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 0x01, 0x02]);
        bytes[directory + 16] ^= 1;

        Refuses(bytes, "校验码");
    }

    [Fact]
    public void A_package_whose_directory_or_entry_is_damaged_is_refused()
    {
        var headless = (byte[])Word.Clone();
        headless.AsSpan(0, 4).Clear();
        Refuses(headless, "损坏或不完整");
        Refuses([.. Word.Take(Word.Length - 10)], "损坏或不完整");
    }

    private static void Refuses(byte[] bytes, string reason) =>
        Assert.Contains(reason, Assert.Throws<UnreadableDocumentException>(() => ZipGuard.Check(bytes, "文件")).Message, StringComparison.Ordinal);
}

// A wrong guess at the encoding turns every label into other characters, so no guess is better than a wrong one.
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Documents.Tests;

public sealed class TextDecoderTests
{
    private const string Report = "教育局2020年政府信息公开工作年度报告\n一、总体情况\n收到申请 12 件。\n";

    // Full-width commas make sure that a GB18030 text is not valid UTF-8 by chance.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (4, Gen.Choose(0x4e00, 0x9fa5).Select(c => (char)c)), (2, Gen.Elements("，。（）０１".ToCharArray())), (2, Gen.Elements("abc 0123\n\t".ToCharArray())))
        .ListOf().Select(letters => string.Concat(letters) + "，");

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Marked => ["utf-8", "utf-16LE", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_byte_order_mark_decides_and_is_not_part_of_the_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(Report, TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Report)]));
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public void Text_without_a_mark_is_read_all_the_same(string name) => Assert.Equal(Report, TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(Report)));

    [Theory]
    [InlineData("GB2312")]
    [InlineData("GBK")]
    [InlineData("GB18030")]
    public void Text_of_the_Chinese_standards_is_read(string name) => Assert.Equal(Report, TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(Report)));

    [Fact]
    public void Characters_that_take_four_bytes_in_GB18030_are_read()
    {
        const string text = "\u3b11城中学𠮷𤭢\u02c8 2020年，";
        var bytes = Encoding.GetEncoding("GB18030").GetBytes(text);

        Assert.Contains(bytes.Where((_, i) => i > 0), b => b is >= 0x30 and <= 0x39);
        Assert.Equal(text, TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Any_text_comes_back_from_UTF_8_and_from_GB18030()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
            TextDecoder.Decode(Encoding.UTF8.GetBytes(text)) == text && TextDecoder.Decode(Encoding.GetEncoding("GB18030").GetBytes(text)) == text)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Line_ends_of_all_systems_become_line_feeds() => Assert.Equal("一\n二\n三\n", TextDecoder.Decode("一\r\n二\r三\n"u8));

    [Fact]
    public void A_stray_zero_byte_is_dropped() => Assert.Equal("申请12件，无结转", TextDecoder.Decode("申请12件，\0无结转"u8));

    [Fact]
    public void A_UTF_8_mark_before_bytes_that_are_not_UTF_8_is_refused_with_advice()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode([0xEF, 0xBB, 0xBF, 0xB1, 0xA8, 0xB8]));

        Assert.Contains("另存为 UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_another_encoding_is_refused_with_the_encodings_that_are_read()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode([0x41, 0xFF, 0xFF, 0x42]));

        Assert.Contains("不是 UTF-8、UTF-16 或 GB18030", error.Message, StringComparison.Ordinal);
        Assert.Contains("另存为 UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_said_to_be_no_text()
    {
        var bytes = new byte[4000];
        new Random(1).NextBytes(bytes);

        var error = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode(bytes));

        Assert.Contains("不是文本，也不是能识别的文档格式", error.Message, StringComparison.Ordinal);
        Assert.Contains("另存为 docx 或 pdf", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x00)]
    [InlineData(0x1B)]
    public void Bytes_that_are_mostly_control_characters_are_refused(byte control)
    {
        var bytes = Enumerable.Range(0, 99).Select(i => i % 3 == 0 ? control : (byte)'a').ToArray();

        var error = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode(bytes));

        Assert.Contains("不是文本", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_feeds_between_pages_are_text()
    {
        var text = string.Concat(Enumerable.Repeat("第\f", 50));

        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));
    }
}

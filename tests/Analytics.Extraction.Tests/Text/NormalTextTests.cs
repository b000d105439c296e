// Two prints of one label must come out the same, and two labels must not.
namespace Analytics.Extraction.Tests;

public sealed class NormalTextTests
{
    [Theory]
    [InlineData("自 然 人", "自然人")]
    [InlineData("社会公\n益组织", "社会公益组织")]
    [InlineData("总\u3000计", "总计")]
    [InlineData("本年增／减", "本年增减")]
    [InlineData("危及“三安全一稳定”", "危及三安全一稳定")]
    [InlineData("危及\"三安全一稳定\"", "危及三安全一稳定")]
    [InlineData("规章\u200b", "规章")]
    public void Spaces_widths_and_punctuation_do_not_matter(string text, string body) => Assert.Equal(new NormalText(body, ""), NormalText.Of(text));

    [Theory]
    [InlineData("（一）予以公开", "一", "予以公开")]
    [InlineData("(一)予以公开", "一", "予以公开")]
    [InlineData("一、本年新收政府信息公开申请数量", "一", "本年新收政府信息公开申请数量")]
    [InlineData("1.属于国家秘密", "1", "属于国家秘密")]
    [InlineData("1、属于国家秘密", "1", "属于国家秘密")]
    [InlineData("１．属于国家秘密", "1", "属于国家秘密")]
    [InlineData("(3)其他", "3", "其他")]
    [InlineData("十二、附则", "十二", "附则")]
    public void Numbering_is_told_from_the_label(string text, string number, string body) => Assert.Equal(new NormalText(body, number), NormalText.Of(text));

    [Theory]
    [InlineData("一般项目", "一般项目")]
    [InlineData("2.5万元", "25万元")]
    [InlineData("三类内部事务", "三类内部事务")]
    public void What_only_looks_like_numbering_is_part_of_the_label(string text, string body) => Assert.Equal(new NormalText(body, ""), NormalText.Of(text));

    [Theory]
    [InlineData("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开")]
    [InlineData("规章（指本机关制定的", "规章")]
    [InlineData("采购总金额（单位：万元）", "采购总金额")]
    public void Remarks_in_brackets_are_left_out(string text, string body) => Assert.Equal(body, NormalText.Of(text).Body);

    [Fact]
    public void A_bracket_within_a_name_that_begins_with_it_is_kept() => Assert.Equal("第二十条第项", NormalText.Of("第二十条第（一）项").Body);

    [Fact]
    public void Squeezed_text_is_half_width_without_any_white_space()
    {
        Assert.Equal("2020年(1月1日),A/B:", NormalText.Squeeze(" ２０２０ 年（１月\t１日），Ａ／Ｂ：\u00ad\ufeff"));
    }

    [Fact]
    public void A_character_is_squeezed_as_a_text_of_it_alone_is()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Assert.Equal(NormalText.Squeeze(((char)c).ToString()), NormalText.SqueezeCharacter((char)c)?.ToString() ?? "");
    }

    [Fact]
    public void Text_without_letters_or_digits_is_empty() => Assert.Equal(new NormalText("", ""), NormalText.Of("——（）"));

    [Theory]
    [InlineData("行政機關制發件數", "行政机关制发件数")]
    [InlineData("其他對(duì)外管理服務(wù)事項(xiàng)", "其他对外管理服务事项")]
    [InlineData("本年新公開數（ shù ）量", "本年新公开数量")]
    [InlineData("公开（gōngkāi）数量", "公开数量")]
    [InlineData("公开(gōng kāi)数量", "公开数量")]
    [InlineData("恶(è)意", "恶意")]
    public void Traditional_characters_and_their_pinyin_do_not_matter(string text, string body) => Assert.Equal(body, NormalText.Of(text).Body);

    [Theory]
    [InlineData("附件(PDF)", "附件(PDF)")]
    [InlineData("情形(a)", "情形(a)")]
    [InlineData("邮箱(gs@163.com)", "邮箱(gs@163.com)")]
    [InlineData("第(yī)", "第")]
    [InlineData("表2(zhèn)", "表2(zhèn)")]
    [InlineData("镇(zhèn", "镇(zhèn")]
    [InlineData("(zhèn)镇", "(zhèn)镇")]
    [InlineData("镇()", "镇()")]
    public void Other_brackets_are_no_pinyin(string text, string squeezed) => Assert.Equal(squeezed, NormalText.Squeeze(text));

    [Fact]
    public void The_narrow_text_keeps_the_script_and_every_place()
    {
        Assert.Equal("拖市鎮2020年", NormalText.Narrow("拖市鎮(zhèn) ２０２０年"));
        Assert.Equal("拖市镇2020年", NormalText.Squeeze("拖市鎮(zhèn) ２０２０年"));
    }
}

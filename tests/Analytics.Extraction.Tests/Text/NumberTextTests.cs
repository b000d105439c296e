// A number is read as people type it, or not at all: a guess would be a wrong fact without a trace.
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Extraction.Tests;

public sealed class NumberTextTests
{
    private static readonly Gen<decimal> Numbers = Gen.Choose(0, int.MaxValue).SelectMany(n => Gen.Choose(0, 4).Select(places => new decimal(n, 0, 0, false, (byte)places)));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("404", 404)]
    [InlineData(" 12\n", 12)]
    [InlineData("１２３", 123)]
    [InlineData("+1", 1)]
    [InlineData("＋0", 0)]
    [InlineData("-93", -93)]
    [InlineData("－1", -1)]
    [InlineData("−7", -7)]
    [InlineData("—2", -2)]
    [InlineData("‑4", -4)]
    [InlineData("--253", -253)]
    [InlineData("- 93", -93)]
    [InlineData("增52", 52)]
    [InlineData("增加52", 52)]
    [InlineData("减4", -4)]
    [InlineData("减少4", -4)]
    [InlineData("+(0)", 0)]
    [InlineData("-(0)", 0)]
    [InlineData("-（3）", -3)]
    [InlineData("±0", 0)]
    [InlineData("1,382", 1382)]
    [InlineData("1，382", 1382)]
    [InlineData("１２，３４５，６７８", 12345678)]
    [InlineData("0.00", 0)]
    [InlineData("12。", 12)]
    [InlineData("12；", 12)]
    public void A_count_is_read_whatever_its_sign_width_and_separators(string text, int value) => Assert.Equal(new NumberText(CellKind.Number, value, ""), NumberText.Read(text));

    [Theory]
    [InlineData("3336.05万元", "3336.05", "万元")]
    [InlineData("252.1 万元", "252.1", "万元")]
    [InlineData("251000元", "251000", "元")]
    [InlineData("73802895.90元", "73802895.90", "元")]
    [InlineData("23600万元", "23600", "万元")]
    [InlineData("23,600.00", "23600.00", "")]
    [InlineData("3.2亿元", "3.2", "亿元")]
    [InlineData("3.2亿", "3.2", "亿")]
    [InlineData("12千元", "12", "千元")]
    [InlineData("252.1（万元）", "252.1", "万元")]
    [InlineData("252.1（单位：元）", "252.1", "元")]
    [InlineData("３３３６．０５万元", "3336.05", "万元")]
    public void An_amount_is_read_with_its_unit(string text, string value, string unit)
    {
        Assert.Equal(new NumberText(CellKind.Number, decimal.Parse(value, CultureInfo.InvariantCulture), unit), NumberText.Read(text));
    }

    [Theory]
    [InlineData("22（其中修订16件）", 22, "")]
    [InlineData("55(含自然失效29件)", 55, "")]
    [InlineData("3件", 3, "件")]
    [InlineData("3 件（其中修订 1 件）", 3, "件")]
    [InlineData("-2项", -2, "项")]
    [InlineData("5件次", 5, "件次")]
    public void A_number_is_read_among_its_words(string text, int value, string unit) => Assert.Equal(new NumberText(CellKind.Number, value, unit), NumberText.Read(text));

    [Theory]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData("\\")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("－")]
    [InlineData("──")]
    [InlineData(" 无 ")]
    [InlineData("（无）")]
    [InlineData("不适用")]
    [InlineData("N/A")]
    public void A_mark_for_nothing_is_blank_and_not_zero(string text) => Assert.Equal(new NumberText(CellKind.BlankMark, 0, ""), NumberText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\u3000\u00a0\u200b")]
    public void Nothing_printed_is_empty(string text) => Assert.Equal(new NumberText(CellKind.Empty, 0, ""), NumberText.Read(text));

    [Theory]
    [InlineData("规章")]
    [InlineData("12-15")]
    [InlineData("12/15")]
    [InlineData("3\n4")]
    [InlineData("1 382")]
    [InlineData("1,38")]
    [InlineData("1.2.3")]
    [InlineData("12.")]
    [InlineData(".5")]
    [InlineData("±5")]
    [InlineData("(3)")]
    [InlineData("3)")]
    [InlineData("+(3")]
    [InlineData("约3万元")]
    [InlineData("5%")]
    [InlineData("1.2万件")]
    [InlineData("三")]
    [InlineData("٣")]
    [InlineData("无0")]
    [InlineData("99999999999999999999999999999999")]
    public void A_text_without_one_honest_number_is_text(string text) => Assert.Equal(CellKind.Text, NumberText.Read(text).Kind);

    [Fact]
    public void Any_number_is_read_back_from_any_print()
    {
        var prints = Gen.Elements<Func<string, string>>(text => text, Wide, text => $" {text} ", text => text + "（含上年）", text => text + "件", text => text + "。");
        var signs = Gen.Elements(("", 1), ("+", 1), ("＋", 1), ("-", -1), ("－", -1), ("--", -1), ("增", 1), ("减", -1));

        Prop.ForAll(Numbers.ToArbitrary(), signs.ToArbitrary(), prints.ToArbitrary(), (number, sign, print) =>
        {
            var plain = number.ToString(CultureInfo.InvariantCulture);
            var grouped = number.ToString("#,##0.####", CultureInfo.InvariantCulture);
            return Value(print(sign.Item1 + plain)) == sign.Item2 * number && Value(print(sign.Item1 + grouped)) == sign.Item2 * number;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_breaks_the_reading()
    {
        var texts = Gen.Elements("0123456789+-－减增,，.()（）万元亿件/无 \n".ToCharArray()).ListOf().Select(letters => string.Concat(letters));

        Prop.ForAll(texts.ToArbitrary(), text => NumberText.Read(text) is var read && (read.Kind == CellKind.Number || (read.Value == 0 && read.Unit.Length == 0)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("采购总金额（万元，保留四位小数）", "万元")]
    [InlineData("采购总金额（单位：元）", "元")]
    [InlineData("采购总金额 （ 亿 元 ）", "亿元")]
    [InlineData("采购总金额", "")]
    [InlineData("采购项目数量", "")]
    public void A_head_may_name_the_unit(string head, string unit) => Assert.Equal(unit, NumberText.UnitIn(head));

    [Theory]
    [InlineData("元", "0.0001")]
    [InlineData("千元", "0.1")]
    [InlineData("万元", "1")]
    [InlineData("万", "1")]
    [InlineData("百万元", "100")]
    [InlineData("亿元", "10000")]
    [InlineData("亿", "10000")]
    public void A_unit_of_money_is_so_many_wan(string unit, string wan) => Assert.Equal(decimal.Parse(wan, CultureInfo.InvariantCulture), NumberText.InWan(unit));

    [Theory]
    [InlineData("件")]
    [InlineData("项")]
    [InlineData("")]
    public void A_unit_of_count_is_no_money(string unit) => Assert.Null(NumberText.InWan(unit));

    private static decimal? Value(string text) => NumberText.Read(text) is { Kind: CellKind.Number } number ? number.Value : null;

    private static string Wide(string text) => string.Concat(text.Select(c => c is > '!' and < '~' ? (char)(c - '!' + '！') : c));
}

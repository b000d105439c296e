// A number of the text is compared with the tables only where nothing else can be meant by it.
using System.Globalization;
using System.Text;
using Analytics.Catalog;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Extraction.Tests;

public sealed class StatementReaderTests
{
    [Theory]
    [InlineData("2020年，我局共收到政府信息公开申请3件。", "received 3")]
    [InlineData("2020年度，我局接到公民、法人或其他组织申请公开事项1项。", "received 1")]
    [InlineData("全年共收到依申请公开信息 １２ 条，答复率100%。", "received 12")]
    [InlineData("本年度共受理政府信息公开申请1,203件。", "accepted 1203")]
    [InlineData("本年度收到三件政府信息公开申请，均已答复。", "received 3")]
    [InlineData("区教育局2020年新收信息公开申请十二件，办结十件，结转下年度继续办理2件。", "received 12, closed 10, carried_out 2")]
    [InlineData("共收到政府信息公开申请20件（含上年度结转申请4件，另有3件顺延到下年度答复）。", "received 20, carried_in 4, carried_out 3")]
    [InlineData("收到政府信息公开申请5件，其中1件结转2021年继续办理。", "received 5, carried_out 1")]
    [InlineData("全年收到政府信息公开申请7件，答复6件；2019年结转1件。", "received 7, closed 6, carried_in 1")]
    [InlineData("受理政府信息公开申请3件、答复3件。", "accepted 3, closed 3")]
    [InlineData("根据《条例》要求，收到政府信息公开申请0件。", "received 0")]
    public void Requests_are_read_with_what_happened_to_them(string text, string told) => Assert.Equal(told, Told.In(text));

    [Theory]
    [InlineData("2020年，我局未收到政府信息公开申请。", "received 0")]
    [InlineData("截止2020年12月31日，我局主动公开信息15条，未收到申请公开政府信息要求。", "received 0")]
    [InlineData("本年度没有收到依申请公开的申请，无结转下年度申请。", "received 0, carried_out 0")]
    [InlineData("本年度无依申请公开事项。", "received 0")]
    [InlineData("2020年，未收到依申请公开事项.", "received 0")]
    [InlineData("我局未收到过公开申请，未发生由政府信息公开引发的举报、投诉、行政复议和行政诉讼等。", "received 0, reconsideration 0, litigation 0")]
    [InlineData("收到政府信息公开申请8件，无下年度结转。", "received 8, carried_out 0")]
    [InlineData("全年未受理信息公开申请，未发生行政复议、行政诉讼。", "accepted 0, reconsideration 0, litigation 0")]
    [InlineData("未发生针对依申请公开的行政复议及诉讼案件。", "reconsideration 0, litigation 0")]
    [InlineData("未因政府信息公开申请引发行政复议或者行政诉讼。", "reconsideration 0, litigation 0")]
    [InlineData("无因政府信息公开申请被申请行政复议、提起行政诉讼的情况。", "reconsideration 0, litigation 0")]
    public void What_did_not_happen_is_a_stated_zero(string text, string told) => Assert.Equal(told, Told.In(text));

    [Theory]
    [InlineData("全年政府信息公开行政复议2件，行政诉讼1件。", "reconsideration 2, litigation 1")]
    [InlineData("信息公开类行政复议7件，诉讼9件，均获维持。", "reconsideration 7, litigation 9")]
    [InlineData("因政府信息公开被申请行政复议、提起行政诉讼共3起。", "disputes 3")]
    [InlineData("政府集中采购项目12个，采购总金额252.1万元。", "procurement_count 12")]
    [InlineData("完成政府集中采购项目12个，政府集中采购总金额2521000元。", "procurement_count 12, procurement_amount 252.1")]
    [InlineData("行政事业性收费总金额1.5亿元。", "fees_amount 15000")]
    public void Disputes_procurement_and_fees_are_read(string text, string told) => Assert.Equal(told, Told.In(text));

    [Theory]
    [InlineData("全年共收到网上申请3件。")]
    [InlineData("通过当面申请受理依申请公开15件。")]
    [InlineData("收到自然人提出的政府信息公开申请3件。")]
    [InlineData("其中收到政府信息公开申请3件。")]
    [InlineData("共收到政府信息公开申请10余件。")]
    [InlineData("共收到政府信息公开申请约10件。")]
    [InlineData("共收到政府信息公开申请近10件。")]
    [InlineData("共收到政府信息公开申请10件以上。")]
    [InlineData("2019年我局收到政府信息公开申请5件。")]
    [InlineData("2019年，收到政府信息公开申请5件。")]
    [InlineData("与上年同期相比，收到政府信息公开申请5件。")]
    [InlineData("上半年，我局收到政府信息公开申请5件。")]
    [InlineData("2020年6月，收到政府信息公开申请5件。")]
    [InlineData("截至2020年底，我局累计收到政府信息公开申请120件。")]
    [InlineData("自2008年以来，我局累计收到政府信息公开申请120件。")]
    [InlineData("拱墅区公安局收到政府信息公开申请5件。")]
    [InlineData("根据区公安局统计，共收到政府信息公开申请5件。")]
    [InlineData("各学校共收到政府信息公开申请5件。")]
    [InlineData("全市共收到政府信息公开申请5件。")]
    [InlineData("我区共收到政府信息公开申请5件。")]
    [InlineData("政府信息公开申请量增长5件。")]
    [InlineData("收到人大建议、政协提案12件，答复12件。")]
    [InlineData("受理行政许可申请120件，办结120件。")]
    [InlineData("共收到申请5件。")]
    [InlineData("办理12345热线交办事项6155件。")]
    [InlineData("没有出现依申请公开政府信息应公开不予公开的情况。")]
    [InlineData("没有向政府信息公开申请人收费。")]
    [InlineData("未收到书面政府信息公开申请。")]
    [InlineData("审结行政复议案件120件。")]
    [InlineData("受理政府信息公开行政复议案件12件。")]
    [InlineData("全年行政复议12件。")]
    [InlineData("未发生因信息公开被纠正的行政复议。")]
    [InlineData("政府采购总金额252.1万元。")]
    [InlineData("政府集中采购项目类信息7条。")]
    [InlineData("公开政府集中采购项目7个。")]
    [InlineData("政府集中采购预算252.1万元。")]
    [InlineData("减免行政事业性收费12万元。")]
    [InlineData("依申请公开工作中，行政事业性收费总金额0元。")]
    [InlineData("收到政府信息公开申请，不予受理3件。")]
    [InlineData("全区教育系统共收到政府信息公开申请20件。")]
    [InlineData("局机关收到政府信息公开申请5件。")]
    [InlineData("我局收到区政府转办的政府信息公开申请3件。")]
    [InlineData("收到依申请公开投诉3件。")]
    [InlineData("未收到依申请公开投诉。")]
    [InlineData("今年以来，累计处理政府信息依申请公开92件，其中，本年度新接收91件。")]
    [InlineData("未对公众依申请公开政府信息收取任何费用。")]
    [InlineData("中学未发生依申请公开1次。")]
    [InlineData("政府信息公开申请内容涉及征地5件，规划3件。")]
    [InlineData("五、存在的主要问题及改进情况。收到政府信息公开申请5件。")]
    public void What_may_be_about_something_else_states_nothing(string text) => Assert.Equal("", Told.In(text));

    [Fact]
    public void A_heading_on_requests_tells_what_is_applied_for()
    {
        Assert.Equal("received 5", Told.In("（二）依申请公开情况", "2020年，我局共收到申请5件。"));
        Assert.Equal("", Told.In("（二）依申请公开情况", "（三）行政审批情况", "2020年，我局共收到申请5件。"));
    }

    [Fact]
    public void Lines_that_a_page_broke_are_one_sentence() => Assert.Equal("received 3119, closed 3050", Told.In(
        "和针对性。2020 年，全局共收到政府信息公开申请 3119 件，答", "- 2 -", "复 3050 件，均在法定期限内予以答复。"));

    [Fact]
    public void A_line_of_a_table_is_no_sentence() =>
        Assert.Equal("", Told.In("一、本年新收政府信息公开申请数量", "3件", "0", "二、上年结转政府信息公开申请数量", "1件"));

    [Theory]
    [InlineData("全区共受理政府信息公开申请749件。", "accepted 749")]
    [InlineData("2020年全区各级行政机关共受理政府信息公开申请21件。", "accepted 21")]
    [InlineData("我区收到政府信息公开申请21件。", "received 21")]
    [InlineData("区政府办代表区政府受理政府信息公开申请17件。", "")]
    [InlineData("区本级收到政府信息公开申请17件。", "")]
    [InlineData("本机关收到政府信息公开申请17件。", "")]
    [InlineData("区政府收到政府信息公开申请17件。", "")]
    public void A_government_states_the_numbers_of_all_its_bodies(string text, string told) =>
        Assert.Equal(told, Told.Of(Told.Government, ReportScope.Territory, text));

    [Fact]
    public void An_office_of_the_government_is_called_in_short() => Assert.Equal("received 8", Told.Of(
        new Agency("杭州市拱墅区人民政府办公室", "拱墅区人民政府办公室", "人民政府办公室", new RegionCode("330105"), "政府办公室"), ReportScope.Own,
        "2020年，区政府办公室共收到8份政府信息公开申请，均为自然人申请。"));

    [Fact]
    public void A_body_whose_name_is_not_known_still_speaks_of_itself() => Assert.Equal("received 3", Told.Of(null, ReportScope.Own, "我局收到政府信息公开申请3件。"));

    [Fact]
    public void A_count_is_read_in_any_print() => Prop.ForAll(Gen.Choose(0, 9999).ToArbitrary(), Gen.Elements("5", "５", "五").ToArbitrary(), (number, print) =>
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var printed = print switch { "五" => Chinese(number), "５" => string.Concat(digits.Select(c => (char)(c - '0' + '０'))), _ => digits };
        Assert.Equal($"received {number}", Told.In($"2020年，我局共收到政府信息公开申请{printed}件。"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unknown_word_before_the_number_makes_it_state_nothing() =>
        Prop.ForAll(Gen.Elements("甲", "热线", "x", "网站", "乙局", "建议").ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (word, at) =>
        {
            string[] parts = ["2020年", "我局", "收到", "政府信息公开申请", "3件。"];
            Assert.Equal("", Told.In(string.Concat(parts.Take(at)) + word + string.Concat(parts.Skip(at))));
        }).QuickCheckThrowOnFailure();

    // 1203 is 一千二百零三.
    private static string Chinese(int value)
    {
        const string Digits = "零一二三四五六七八九";
        if (value == 0) return "零";
        var printed = new StringBuilder();
        var (rest, gap) = (value, false);
        foreach (var (place, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = rest / place;
            rest %= place;
            gap |= digit == 0;
            if (digit == 0) continue;
            if (gap && printed.Length > 0) printed.Append('零');
            printed.Append(Digits[digit]).Append(name);
            gap = false;
        }
        return printed.ToString();
    }
}

// Labels are misprinted, cut and renumbered; a wrong match would put one line's figures under another's name.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class LabelsTests
{
    private static readonly Forms Forms = CatalogData.Current.Forms;
    private static readonly Labels Labels = new(Forms);

    [Theory]
    [InlineData("规章", "rules")]
    [InlineData("规 范 性 文 件", "normative_documents")]
    [InlineData("行政规范性文件", "normative_documents")]
    [InlineData("（一）予以公开", "requests.granted")]
    [InlineData("予以公开", "requests.granted")]
    [InlineData("(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "requests.partly_granted")]
    [InlineData("1、属于国家秘密", "requests.denied.state_secret")]
    [InlineData("2.其他法律行政法规禁止公开", "requests.denied.law_forbids")]
    [InlineData("2.其他法律法规禁止公开", "requests.denied.law_forbids")]
    [InlineData("2.其他法律行政止公开", "requests.denied.law_forbids")]
    [InlineData("2.其他法律行政法规禁止", "requests.denied.law_forbids")]
    [InlineData("3.危及三安全一稳定", "requests.denied.security_stability")]
    [InlineData("5.要求行政机关确认或重新出具已获取信息", "requests.declined.reconfirmation")]
    [InlineData("四、结转下年度继续办理", "requests.carried_out")]
    [InlineData("结转至下年度继续办理", "requests.carried_out")]
    public void A_label_is_known_through_misprint_cut_and_numbering(string text, string line)
    {
        var best = Labels.Lines(Docs.Token(text)).MaxBy(found => found.Score);

        Assert.Equal(line, Forms.Lines[best.Line].Line);
    }

    [Theory]
    [InlineData("规则")]
    [InlineData("公开")]
    [InlineData("行政")]
    [InlineData("收到和处理政府信息公开申请情况")]
    [InlineData("本年新制作数量")]
    [InlineData("教育局")]
    [InlineData("12")]
    [InlineData("/")]
    [InlineData("")]
    public void Other_texts_are_no_label_of_a_line(string text) => Assert.Empty(Labels.Lines(Docs.Token(text)));

    [Fact]
    public void Every_label_of_the_forms_is_best_matched_by_its_own_line()
    {
        foreach (var (line, label) in Forms.Lines.SelectMany(line => line.Labels, (line, label) => (line, label)))
        {
            var found = Labels.Lines(Docs.Token(label));
            var best = found.Max(entry => entry.Score);
            Assert.Contains(found, entry => entry.Score == best && Forms.Lines[entry.Line] == line);
        }
    }

    [Fact]
    public void Numbering_that_differs_costs_more_than_numbering_that_is_missing()
    {
        var label = NormalText.Of("（一）予以公开");
        var same = Labels.Score(NormalText.Of("(一)予以公开"), label);
        var missing = Labels.Score(NormalText.Of("予以公开"), label);
        var other = Labels.Score(NormalText.Of("（二）予以公开"), label);

        Assert.True(same > missing && missing > other && other > 0);
    }

    [Fact]
    public void Short_labels_must_be_equal()
    {
        Assert.Equal(0, Labels.Score(NormalText.Of("其它"), NormalText.Of("其他")));
        Assert.Equal(1, Labels.Score(NormalText.Of("其 他"), NormalText.Of("其他")));
    }

    [Theory]
    [InlineData("第二十条第（五）项", "五")]
    [InlineData("第二十条第(五)项", "五")]
    [InlineData("第二十条 第五项", "五")]
    [InlineData("二十条(八)项", "八")]
    public void A_block_is_known_by_its_number(string text, string block)
    {
        var mark = Labels.Mark(Docs.Token(text));

        Assert.Equal((MarkKind.Block, block), (mark!.Kind, mark.Key));
    }

    [Theory]
    [InlineData("第二十条第（七）项")]
    [InlineData("第二十一条第（五）项")]
    public void A_block_that_no_form_has_is_none(string text) => Assert.Null(Labels.Mark(Docs.Token(text)));

    [Theory]
    [InlineData("三、收到和处理政府信息公开申请情况", MarkKind.Section)]
    [InlineData("(三)收到和处理政府信息公开申请情况", MarkKind.Section)]
    [InlineData("信息内容", MarkKind.Head)]
    [InlineData("（五）不予处理", MarkKind.Group)]
    public void Headings_heads_and_groups_are_marks(string text, MarkKind kind) => Assert.Equal(kind, Labels.Mark(Docs.Token(text))!.Kind);

    [Theory]
    [InlineData("二", "一", "本年新制作数量", "made")]
    [InlineData("二", "一", "本年新\n制作数量", "made")]
    [InlineData("二", "八", "本年收费金额（单位：万元，保留4位小数）", "amount_wan")]
    [InlineData("三", "", "商业 企业", "enterprise")]
    [InlineData("四", "", "尚 未 审 结", "pending")]
    public void A_column_is_known_by_its_head(string table, string block, string text, string column)
    {
        Assert.Equal(column, Labels.Column(Docs.Token(text), table, block, form: null)!.Column);
    }

    [Fact]
    public void A_column_is_looked_for_in_one_form_where_that_is_known()
    {
        Assert.Null(Labels.Column(Docs.Token("本年制发件数"), "二", "一", "2019"));
        Assert.Equal("issued", Labels.Column(Docs.Token("本年制发件数"), "二", "一", "2021")!.Column);
    }

    [Theory]
    [InlineData("行政诉讼（未经复议直接起诉）", "litigation_direct", true)]
    [InlineData("复议后起诉", "litigation_after", true)]
    [InlineData("行政诉讼（未经复议直接起诉）", "litigation_after", false)]
    public void A_label_may_carry_its_group_in_front(string text, string line, bool isLabel)
    {
        Assert.Equal(isLabel, Labels.IsLabelOf(Docs.Token(text), Forms.Lines.Single(entry => entry.Line == line)));
    }

    [Theory]
    [InlineData("理结果", true)]
    [InlineData("予处理", true)]
    [InlineData("公开", true)]
    [InlineData("教育局", false)]
    [InlineData("12", false)]
    public void A_piece_of_a_torn_label_is_a_fragment(string text, bool isFragment) => Assert.Equal(isFragment, Labels.IsFragment(Docs.Token(text)));
}

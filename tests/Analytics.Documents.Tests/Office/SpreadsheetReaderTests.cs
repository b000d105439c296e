// A workbook shows values by their formats and merges cells at will; what a person sees on its sheets is what counts.
using System.Text;

namespace Analytics.Documents.Tests.Office;

public sealed class SpreadsheetReaderTests
{
    private static readonly string?[][] Report =
    [
        ["某市教育局2020年政府信息公开工作年度报告"],
        ["2020年，我局受理申请3件。"],
        ["二、主动公开政府信息情况"],
        ["信息内容", "本年新制作数量", "本年新公开数量"],
        ["规章", "0", "1"],
        ["规范性文件", null, "2"],
        ["三、收到和处理政府信息公开申请情况"],
        ["", "自然人", "法人", "总计"],
        ["一、本年新收政府信息公开申请数量"],
        ["二、上年结转政府信息公开申请数量", "0", "1", "1"],
        ["某市教育局"],
        ["2021年1月20日"],
    ];

    [Fact]
    public void Tables_are_parted_from_the_text_around_them()
    {
        var document = Read(new Sheet(Xlsx.Rows(Report)));

        Assert.Equal("xlsx", document.Format);
        Assert.Equal(
            ["某市教育局2020年政府信息公开工作年度报告", "2020年，我局受理申请3件。", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "某市教育局", "2021年1月20日"],
            document.Paragraphs());
        Assert.Equal(["信息内容|本年新制作数量|本年新公开数量", "规章|0|1", "规范性文件||2"], document.Tables()[0].Rows());
    }

    [Fact]
    public void A_row_whose_values_are_all_blank_stays_in_its_table()
    {
        var table = Read(new Sheet(Xlsx.Rows(Report))).Tables()[1];

        Assert.Equal(["|自然人|法人|总计", "一、本年新收政府信息公开申请数量|||", "二、上年结转政府信息公开申请数量|0|1|1"], table.Rows());
    }

    [Fact]
    public void Merged_cells_stand_once_with_their_spans()
    {
        var rows = Xlsx.Rows(["三、本年度办理结果", "（一）予以公开", null, "1"], [null, "（二）不予公开", "1.国家秘密", "2"], [null, null, "2.其他", "3"]);
        var table = Assert.Single(Read(new Sheet(rows, ["A1:A3", "B1:C1", "B2:B3"])).Tables());

        Assert.Equal(["三、本年度办理结果|（一）予以公开|1", "（二）不予公开|1.国家秘密|2", "2.其他|3"], table.Rows());
        Assert.Equal(["1 2 4", "2 3 4", "3 4"], Enumerable.Range(0, 3).Select(table.ColumnsOf));
        Assert.Equal((1, 3), (table.Rows[0][0].ColumnSpan, table.Rows[0][0].RowSpan));
        Assert.Equal((2, 1), (table.Rows[0][1].ColumnSpan, table.Rows[0][1].RowSpan));
    }

    [Fact]
    public void Values_are_shown_by_their_number_formats()
    {
        const string row = """<row r="1"><c r="A1" t="inlineStr"><is><t>增减</t></is></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>3336.05</v></c><c r="D1" s="3"><v>0.125</v></c><c r="E1"><v>0.1</v></c></row>""";

        var document = DocumentReader.Read("a.xlsx", Xlsx.Of([new Sheet(row)], "\\+0;\\-0;0", "0.0000", "0.0%"));

        Assert.Equal(["增减|+1|3336.0500|12.5%|0.1"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void A_formula_is_read_by_its_stored_result_and_never_passed_on()
    {
        const string row = """
            <row r="1"><c r="A1" t="str"><f>HYPERLINK("http://127.0.0.1:9/","x")</f><v>某局</v></c><c r="B1"><f>SUM(C1:D1)</f><v>7</v></c><c r="C1"><f>1+1</f></c><c r="D1"><f>1+1</f><v></v></c>
            <c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><v>1</v></c><c r="F2"><v>1</v></c></row>
            """;

        Assert.Equal(["某局|7|#公式无结果|#公式无结果|#DIV/0!|1", "|1||||1"], Assert.Single(Read(new Sheet(row)).Tables()).Rows());
    }

    [Fact]
    public void Hidden_sheets_rows_and_columns_are_not_read()
    {
        const string rows = """
            <row r="1" ht="15" customHeight="1"><c r="A1" t="inlineStr"><is><t>规章</t></is></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row>
            <row r="2" hidden="1" ht="15" customHeight="1"><c r="A2" t="inlineStr"><is><t>藏</t></is></c><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row>
            <row r="3" ht="15" customHeight="1"><c r="A3" t="inlineStr"><is><t>规范性文件</t></is></c><c r="B3"><v>5</v></c><c r="C3"><v>6</v></c></row>
            """;
        var document = Read(
            new Sheet(Xlsx.Rows(["藏", "1"]), State: "hidden"),
            new Sheet(rows, Columns: """<col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="10" hidden="1" customWidth="1"/>"""),
            new Sheet(Xlsx.Rows(["藏", "1"]), State: "veryHidden"));

        var table = Assert.Single(document.Tables());
        Assert.Equal(["规章|2", "规范性文件|6"], table.Rows());
        Assert.Equal(2, table.Rows[0][0].Anchor.Page);
    }

    [Fact]
    public void Empty_rows_and_columns_fall_away_and_part_tables()
    {
        var rows = Xlsx.Row(3, null, null, "规章", null, "1") + Xlsx.Row(4, null, null, "规范性文件", null, "2") + Xlsx.Row(7, null, null, "行政许可", null, "3") + Xlsx.Row(8, null, null, "行政处罚", null, "4");
        var tables = Read(new Sheet(rows)).Tables();

        Assert.Equal(["规章|1", "规范性文件|2"], tables[0].Rows());
        Assert.Equal(["行政许可|3", "行政处罚|4"], tables[1].Rows());
        Assert.Equal("1 2", tables[1].ColumnsOf(0));
    }

    [Theory]
    [InlineData("填报单位：某市教育局", "填报日期：2021年1月20日", "填报单位：某市教育局", "填报日期：2021年1月20日")]
    [InlineData("填报单位：", "某市教育局", "填报单位：某市教育局")]
    public void Words_before_a_table_in_cells_side_by_side_are_paragraphs(string first, string second, params string[] paragraphs)
    {
        var document = Read(new Sheet(Xlsx.Rows([first, second], ["信息内容", "数量"], ["规章", "1"])));

        Assert.Equal(paragraphs, document.Paragraphs());
        Assert.Equal(["信息内容|数量", "规章|1"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void A_name_beside_its_label_is_no_table()
    {
        var rows = Xlsx.Row(1, "填报单位", "某市教育局") + Xlsx.Row(3, "信息内容", "数量") + Xlsx.Row(4, "规章", "1") + Xlsx.Row(5, "规范性文件", "2");
        var document = Read(new Sheet(rows));

        Assert.Equal(["填报单位 某市教育局"], document.Paragraphs());
        Assert.Single(document.Tables());
    }

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        var bytes = Docx.With(Xlsx.Of([new Sheet(Xlsx.Rows(["a", "1"]))]), "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"u8.ToArray());

        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("a.xlsx", bytes));

        Assert.Contains("Excel 文件损坏", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_declaration_is_refused_so_that_no_entity_is_resolved()
    {
        const string xml = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>""";
        var bytes = Docx.With(Xlsx.Of([new Sheet("")]), "xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(xml));

        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("a.xlsx", bytes));

        Assert.Contains("DTD", error.Message, StringComparison.Ordinal);
    }

    private static Document Read(params Sheet[] sheets) => DocumentReader.Read("report.xlsx", Xlsx.Of(sheets));
}

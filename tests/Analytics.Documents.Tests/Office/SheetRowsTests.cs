// A workbook as a list: all that stands on its first visible sheet, as it was entered.
using Analytics.Documents.Office;

namespace Analytics.Documents.Tests.Office;

public sealed class SheetRowsTests
{
    [Fact]
    public void Rows_are_those_of_the_first_visible_sheet_with_their_numbers_hidden_rows_too()
    {
        var rows = SheetRows.Read(Xlsx.Of([
            new Sheet(Xlsx.Rows(["别的"]), State: "hidden"),
            new Sheet("""<row r="2"><c r="B2" t="inlineStr"><is><t> 头 </t></is></c></row><row r="5" hidden="1"><c r="A5"><v>1</v></c></row>"""),
            new Sheet(Xlsx.Rows(["后面"]))]), int.MaxValue);

        Assert.Equal(["2: |头", "5: 1"], rows!.Select(Told));
    }

    [Fact]
    public void Numbers_are_as_entered_dates_are_dates_and_what_has_no_result_says_so()
    {
        const string row = """<row r="1"><c r="A1" s="1"><v>3336.0500000000002</v></c><c r="B1" s="2"><v>44216</v></c><c r="C1"><f>1+1</f></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="b"><v>1</v></c></row>""";

        Assert.Equal(["1: 3336.05|2021-01-20|#公式无结果|#REF!|TRUE"], SheetRows.Read(Xlsx.Of([new Sheet(row)], "0.0", "yyyy/m/d"), int.MaxValue)!.Select(Told));
    }

    [Fact]
    public void No_more_rows_are_read_than_asked_for() =>
        Assert.Equal(["1: a"], SheetRows.Read(Xlsx.Of([new Sheet(Xlsx.Rows(["a"], ["b"]))]), 1)!.Select(Told));

    [Fact]
    public void What_is_no_workbook_has_no_rows_and_a_broken_one_is_refused()
    {
        var whole = Xlsx.Of([new Sheet(Xlsx.Rows(["a"]))]);

        Assert.Null(SheetRows.Read("agency,region"u8.ToArray(), 1));
        Assert.Throws<UnreadableDocumentException>(() => SheetRows.Read(whole.AsMemory(0, whole.Length / 2), 1));
    }

    private static string Told(SheetLine row) => $"{row.Number}: {string.Join('|', row.Cells)}";
}

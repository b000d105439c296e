// The output of `extract` is a contract: other programs read it key by key.
using System.Text.Json;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class ReportJsonTests
{
    private static readonly string Text = Printed.Text("2019",
        "licensing.decisions=1382", "procurement.count=75", "procurement.amount_wan=23,466.490万元", "rules.made=/", "penalties.decisions=约9",
        "reconsideration.upheld=11", "fees.items_change=-93") + "\n发布日期：2021-01-27\n";

    private static readonly JsonElement Json = Write(Text);

    [Fact]
    public void An_object_has_just_the_keys_of_the_contract_in_order()
    {
        Assert.Equal(
            [
                "file", "sha256", "agency_printed", "agency", "sector", "scope", "region", "year", "published", "forms", "facts", "blanks", "unread",
                "findings", "sources", "quarantined", "reason",
            ],
            Keys(Json));
        Assert.Equal(["code", "name", "path"], Keys(Json.GetProperty("region")));
        Assert.Equal(["rule", "severity", "metrics", "expected", "printed", "message"], Keys(Json.GetProperty("findings")[0]));
        Assert.Equal(
            ["table", "grid", "row", "column", "page", "line", "box", "text", "unit", "ocr"], Keys(Json.GetProperty("sources").GetProperty("licensing.decisions")));
    }

    [Fact]
    public void Who_and_when_are_told()
    {
        Assert.Equal("report.txt", Json.GetProperty("file").GetString());
        Assert.Matches("^[0-9a-f]{64}$", Json.GetProperty("sha256").GetString());
        Assert.Equal("杭州市拱墅区教育局", Json.GetProperty("agency").GetString());
        Assert.Equal("杭州市拱墅区教育局", Json.GetProperty("agency_printed").GetString());
        Assert.Equal("教育", Json.GetProperty("sector").GetString());
        Assert.Equal("own", Json.GetProperty("scope").GetString());
        Assert.Equal("""{"code":"330105","name":"拱墅区","path":"浙江省/杭州市/拱墅区"}""", Json.GetProperty("region").GetRawText());
        Assert.Equal(2020, Json.GetProperty("year").GetInt32());
        Assert.Equal("2021-01-27", Json.GetProperty("published").GetString());
        Assert.Equal("""{"二":"2019","三":"2019","四":"2019"}""", Json.GetProperty("forms").GetRawText());
    }

    [Fact]
    public void Numbers_are_written_as_printed_without_idle_zeros_in_wan()
    {
        var facts = Json.GetProperty("facts");

        Assert.Equal(["1382", "23466.49", "-93", "0"],
            new[] { "licensing.decisions", "procurement.amount_wan", "fees.items_change", "requests.received.total" }.Select(metric => facts.GetProperty(metric).GetRawText()));
    }

    [Fact]
    public void Blank_and_unread_cells_are_listed_and_are_no_facts()
    {
        Assert.Equal("""["rules.made"]""", Json.GetProperty("blanks").GetRawText());
        Assert.Equal("""["penalties.decisions"]""", Json.GetProperty("unread").GetRawText());
        Assert.False(Json.GetProperty("facts").TryGetProperty("rules.made", out _));
        Assert.False(Json.GetProperty("facts").TryGetProperty("penalties.decisions", out _));
    }

    [Fact]
    public void Every_cell_has_its_source()
    {
        var sources = Json.GetProperty("sources");
        var printed = Keys(Json.GetProperty("facts")).Concat(Texts("blanks")).Concat(Texts("unread"));

        Assert.Equal(printed.Order(StringComparer.Ordinal), Keys(sources).Order(StringComparer.Ordinal));
        var amount = sources.GetProperty("procurement.amount_wan");
        Assert.Equal((2, "23,466.490万元", "万元", false),
            (amount.GetProperty("table").GetInt32(), amount.GetProperty("text").GetString(), amount.GetProperty("unit").GetString(), amount.GetProperty("ocr").GetBoolean()));
        Assert.Equal(JsonValueKind.Number, amount.GetProperty("line").ValueKind);
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null], new[] { "page", "box" }.Select(key => amount.GetProperty(key).ValueKind));
    }

    [Fact]
    public void A_finding_says_rule_severity_cells_and_values()
    {
        var finding = Json.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("rule").GetString() == "R04");

        Assert.Equal(("error", """["reconsideration.total"]""", "11", "0"),
            (finding.GetProperty("severity").GetString()!, finding.GetProperty("metrics").GetRawText(), finding.GetProperty("expected").GetRawText(), finding.GetProperty("printed").GetRawText()));
    }

    [Fact]
    public void A_document_that_is_not_read_has_the_same_keys_and_a_reason()
    {
        var json = JsonDocument.Parse(ReportJson.Write(new Extractor(CatalogData.Current).Extract("in/empty.docx", Array.Empty<byte>()), CatalogData.Current)).RootElement;

        Assert.Equal(Keys(Json), Keys(json));
        Assert.Equal("empty.docx", json.GetProperty("file").GetString());
        Assert.True(json.GetProperty("quarantined").GetBoolean());
        Assert.Contains("空的", json.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.All(new[] { "agency", "agency_printed", "sector", "region", "year", "published" }, key => Assert.Equal(JsonValueKind.Null, json.GetProperty(key).ValueKind));
    }

    [Fact]
    public void A_report_is_one_line_of_readable_Chinese()
    {
        var line = ReportJson.Write(Printed.Extract(Text), CatalogData.Current);

        Assert.DoesNotContain('\n', line);
        Assert.Contains("浙江省/杭州市/拱墅区", line, StringComparison.Ordinal);
    }

    private static JsonElement Write(string text) => JsonDocument.Parse(ReportJson.Write(Printed.Extract(text), CatalogData.Current)).RootElement;

    private static IEnumerable<string> Keys(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string> Texts(string key) => Json.GetProperty(key).EnumerateArray().Select(item => item.GetString()!);
}

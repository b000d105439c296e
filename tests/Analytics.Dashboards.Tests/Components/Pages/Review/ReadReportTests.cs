// What is kept of a quarantined document is what extract prints: shown value by value, or not at all.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Review;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Review;

public sealed class ReadReportTests
{
    private const string Printed = """
        {"file":"x.md","sha256":"00","agency_printed":null,"agency":null,"sector":null,"scope":"own","region":null,"year":null,"published":null,"forms":{"二":"2019"},
        "facts":{"rules.issued":1,"procurement.amount_wan":841.5},"blanks":["rules.disclosed"],"unread":["rules.public_total"],
        "findings":[{"rule":"R19","severity":"error","metrics":[],"expected":null,"printed":null,"message":"没有机关"}],
        "sources":{"rules.issued":{"table":2,"grid":1,"row":3,"column":2,"page":null,"line":17,"box":null,"text":"1","unit":null,"ocr":false},
        "rules.disclosed":{"table":2,"grid":null,"row":null,"column":null,"page":null,"line":18,"box":null,"text":"/","unit":null,"ocr":false},
        "rules.public_total":{"table":2,"grid":null,"row":null,"column":null,"page":4,"line":null,"box":null,"text":"l0","unit":null,"ocr":true},
        "procurement.amount_wan":{"table":2,"grid":1,"row":9,"column":3,"page":null,"line":33,"box":null,"text":"841.5万元","unit":"万元","ocr":false}},
        "quarantined":true,"reason":"没有机关"}
        """;

    [Fact]
    public void Values_come_with_their_states_texts_and_places()
    {
        var read = ReadReport.Parse(Printed, CatalogData.Current)!;
        Assert.Equal(
            [("number", (decimal?)1, "1", "t1r3c2"), ("blank", null, "/", "l18"), ("unread", null, "l0", null), ("number", 841.5m, "841.5万元", "t1r9c3")],
            read.Facts.Select(fact => (fact.State, fact.Value, fact.Text, fact.Cell)));
        Assert.Equal(CatalogData.Current.Metric(new MetricKey("rules.issued"))!.LabelZh, read.Facts[0].Label);
        Assert.Equal((null, null, null, "own"), (read.Agency, read.Region, read.Year, read.Scope));
        Assert.Equal([("二", "2019")], read.Forms);
        Assert.Equal([new ReadFinding("R19", "error", "没有机关")], read.Findings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"facts\":{}}")]
    public void What_says_nothing_shows_nothing(string? extracted) => Assert.Null(ReadReport.Parse(extracted, CatalogData.Current));
}

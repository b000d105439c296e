// A document that is read again takes the place of what was read of it before, and leaves nothing of it.

namespace Analytics.Warehouse.Tests;

public sealed class AgainTests
{
    private static readonly LoadItem Other = Sample.Of("b", Sample.Chaoyang, 2022, "requests.received.total=10");

    [Fact]
    public async Task Other_figures_of_the_same_document_replace_what_was_loaded()
    {
        await SameAsFreshAsync(Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=4"), Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=40"));
    }

    [Fact]
    public async Task Another_year_of_the_same_document_leaves_the_first_year_empty()
    {
        await SameAsFreshAsync(Sample.Of("a", Sample.Gongshu, 2021, "requests.received.total=4"), Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=4"));
    }

    [Fact]
    public async Task Other_findings_of_the_same_figures_replace_those_before()
    {
        var first = Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=4");
        await SameAsFreshAsync(first.With(Sample.Error("R01", "requests.received.total")), first);
    }

    [Fact]
    public async Task A_quarantined_document_can_become_a_report_and_a_report_be_quarantined()
    {
        var report = Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=4");
        await SameAsFreshAsync(Sample.Quarantined("a", "未能识别机关名称"), report);
        await SameAsFreshAsync(report, Sample.Quarantined("a", "空白表"));
    }

    [Fact]
    public async Task An_earlier_version_counts_again_when_the_later_one_turns_out_to_be_another_year()
    {
        var earlier = Sample.Of("c", Sample.Gongshu, 2021, "requests.received.total=3").Published(2022, 1, 1);
        await SameAsFreshAsync(
            Sample.Of("a", Sample.Gongshu, 2021, "requests.received.total=4").Published(2023, 1, 1),
            Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=4").Published(2023, 1, 1), earlier);
    }

    [Fact]
    public async Task What_is_not_meant_to_be_read_again_is_left_as_it_is()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=4"));

        await warehouse.PublishAsync(Sample.Of("a", Sample.Gongshu, 2022, "requests.received.total=40"));

        Assert.Equal("4", await warehouse.ValueAsync("select plain(value) from mart_value join dim_metric using (metric_id) where metric = 'requests.received.total'"));
    }

    private static async Task SameAsFreshAsync(LoadItem before, LoadItem after, params LoadItem[] others)
    {
        using var warehouse = await TestWarehouse.OpenAsync([before, Other, .. others]);
        await warehouse.PublishAsync(after with { IsAgain = true });
        using var fresh = await TestWarehouse.OpenAsync([after, Other, .. others]);

        Assert.Equal(await fresh.Writer.ContentHashAsync(default), await warehouse.Writer.ContentHashAsync(default));
        Assert.All(await warehouse.Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
        Assert.Equal(await fresh.ValueAsync("select count(*) from report"), await warehouse.ValueAsync("select count(*) from report"));
        Assert.Equal(await fresh.ValueAsync("select count(*) from printed_table"), await warehouse.ValueAsync("select count(*) from printed_table"));
    }
}

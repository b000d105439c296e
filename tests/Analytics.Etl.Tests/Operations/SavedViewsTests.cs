// Each person's views are their own.
using Analytics.Etl.Operations;

namespace Analytics.Etl.Tests.Operations;

[Collection(nameof(SharedPostgres))]
public sealed class SavedViewsTests(SharedPostgres postgres)
{
    [Theory, OnDuckDb, OnPostgres]
    public async Task A_view_is_kept_replaced_by_one_of_its_name_and_forgotten(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var views = new SavedViews(trial.Database, trial.Clock);
        await views.SaveAsync("甲", " 两区 ", "compare?e=a", default);
        await views.SaveAsync("甲", "一县", "ranking?m=b", default);
        await views.SaveAsync("乙", "两区", "compare?e=c", default);
        await views.SaveAsync("甲", "两区", "compare?e=d", default);

        Assert.Equal([("一县", "ranking?m=b"), ("两区", "compare?e=d")], (await views.ListAsync("甲", default)).Select(view => (view.Name, view.Address)).Order());
        await views.ForgetAsync("甲", "两区", default);
        await views.ForgetAsync("甲", "没有", default);
        Assert.Equal(["一县"], (await views.ListAsync("甲", default)).Select(view => view.Name));
        Assert.Equal(["两区"], (await views.ListAsync("乙", default)).Select(view => view.Name));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task A_name_that_is_empty_or_too_long_is_refused(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var views = new SavedViews(trial.Database, trial.Clock);

        await Assert.ThrowsAsync<ArgumentException>(() => views.SaveAsync("甲", "  ", "compare", default));
        await Assert.ThrowsAsync<ArgumentException>(() => views.SaveAsync("甲", new string('长', SavedViews.LongestName + 1), "compare", default));
    }
}

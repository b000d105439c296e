// The address is the page's memory: what is chosen comes back from it, and nothing in it can break the page.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class CompareStateTests
{
    private static readonly MetricKey[] Metrics =
        CatalogData.Current.Metrics.Select(metric => metric.Key).Concat(CatalogData.Current.DerivedMetrics.Select(metric => metric.Key)).ToArray();

    // Whatever may stand in an agency's name, and what an address gives a meaning to.
    private static readonly Gen<EntityKey> Entities = Gen.OneOf(
        Gen.Choose(0, 999_999).Select(code => new EntityKey(true, $"{code:000000}")),
        Gen.Choose(0, 99_999).Select(code => new EntityKey(true, $"Z{code:00000}")),
        Gen.Elements("教育局民政厅aé&=+%#?/:;\"'<>{}|\\ ^-._~".ToCharArray()).NonEmptyListOf().Select(letters => new EntityKey(false, $"330105.{string.Concat(letters)}局")));

    private static readonly Gen<int?> Years = Gen.Frequency((1, Gen.Constant<int?>(null)), (3, Gen.Choose(ReportYear.First, ReportYear.Last).Select(year => (int?)year)));

    private static readonly Gen<CompareState> States =
        from entities in Entities.ListOf()
        from metrics in Gen.Elements(Metrics).NonEmptyListOf()
        from first in Years
        from last in Years
        from view in Gen.Elements(Enum.GetValues<CompareView>())
        from measure in Gen.Elements(Enum.GetValues<Measure>())
        select new CompareState(entities.Distinct().Take(CompareState.MostEntities).ToList(), metrics.Distinct().Take(CompareState.MostMetrics).ToList(),
            first > last ? last : first, first > last ? first : last, view, measure);

    // Near to what an address holds, so that almost right parts come up.
    private static readonly Gen<string?> Parts = Gen.OneOf(
        Gen.Constant<string?>(null),
        Gen.Elements("r:", ",", "-", "2019", "2024", "1", "requests.received.total", "disclosure_rate", "330105", "330105.教育局", " ", "Line", "bar", "\0", "\ud800", "%", "é", "999999999999")
            .ListOf().Select(parts => (string?)string.Concat(parts)),
        ArbMap.Default.GeneratorFor<string?>());

    [Fact]
    public void State_comes_back_from_its_address() => Prop.ForAll(States.ToArbitrary(), state => Assert.Equal(Text(state), Text(Read(state.ToQuery())))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_gives_a_state_that_can_be_shown() => Prop.ForAll(
        Parts.Four().ToArbitrary(), parts =>
        {
            var state = CompareState.Parse(parts.Item1, parts.Item2, parts.Item3, parts.Item4);
            return state.Entities.Count <= CompareState.MostEntities && state.Entities.All(entity => entity.Code.Length > 0 && (!entity.IsRegion || RegionCode.IsCode(entity.Code)))
                && state.Metrics.Count is > 0 and <= CompareState.MostMetrics && state.Metrics.All(metric => Metrics.Contains(metric))
                && (state.FirstYear is null || ReportYear.IsYear(state.FirstYear.Value)) && (state.LastYear is null || ReportYear.IsYear(state.LastYear.Value))
                && !(state.FirstYear > state.LastYear) && Enum.IsDefined(state.View)
                && state.Entities.Distinct().Count() == state.Entities.Count && state.Metrics.Distinct().Count() == state.Metrics.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_chosen_is_an_empty_address_of_the_default_metric()
    {
        var state = CompareState.Parse(null, null, null, null);

        Assert.Empty(state.Entities);
        Assert.Equal([CompareState.DefaultMetric], state.Metrics);
        Assert.Equal((null, null, CompareView.Auto), (state.FirstYear, state.LastYear, state.View));
        Assert.Equal("", state.ToQuery());
    }

    [Fact]
    public void Bad_parts_are_left_out_and_the_good_ones_kept()
    {
        var state = CompareState.Parse("330105.教育局,,r:,r:33,r:330105, 330105.教育局 ", "no.such.metric,Requests,disclosure_rate,", "2019-1066", "pie");

        Assert.Equal([new EntityKey(false, "330105.教育局"), new EntityKey(true, "330105")], state.Entities);
        Assert.Equal([new MetricKey("disclosure_rate")], state.Metrics);
        Assert.Equal((2019, null, CompareView.Auto), (state.FirstYear, state.LastYear, state.View));
    }

    [Theory]
    [InlineData("2019-2024", 2019, 2024)]
    [InlineData("2024-2019", 2019, 2024)]
    [InlineData("2020-2020", 2020, 2020)]
    [InlineData("2020-", 2020, null)]
    [InlineData("-2020", null, 2020)]
    [InlineData("-", null, null)]
    [InlineData("2020", null, null)]
    [InlineData("2019-2020-2021", null, null)]
    [InlineData("1000-9999", null, null)]
    [InlineData("2007-2101", null, null)]
    [InlineData("2008-2100", 2008, 2100)]
    [InlineData("+2019- 2020", null, null)]
    public void Years_in_the_wrong_order_are_swapped_and_what_is_no_year_is_left_out(string text, int? first, int? last)
    {
        var state = CompareState.Parse(null, null, text, null);

        Assert.Equal((first, last), (state.FirstYear, state.LastYear));
    }

    [Fact]
    public void No_more_is_taken_than_can_be_told_apart()
    {
        var many = Enumerable.Range(0, 50).Select(i => $"{i:000000}.教育局").ToList();
        var state = CompareState.Parse(string.Join(',', many), string.Join(',', Metrics.Take(50)), null, null);

        Assert.Equal(many.Take(CompareState.MostEntities), state.Entities.Select(entity => entity.Code));
        Assert.Equal(Metrics.Take(CompareState.MostMetrics), state.Metrics);
    }

    [Fact]
    public void Agency_with_a_comma_in_its_name_comes_back_from_its_address()
    {
        var state = CompareState.Parse(null, null, null, null) with { Entities = [new EntityKey(false, "-.甲局,乙局")] };

        Assert.Equal(state.Entities, Read(state.ToQuery()).Entities);
    }

    // The way there and back: the browser's address, then ASP.NET's reading of it.
    internal static CompareState Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(new Uri("http://localhost/compare" + query).Query);
        string? Part(string name) => parts.TryGetValue(name, out var value) ? (string?)value : null;
        return CompareState.Parse(Part("e"), Part("m"), Part("y"), Part("v"), Part("t"));
    }

    private static string Text(CompareState state) =>
        $"{string.Join(" + ", state.Entities)} | {string.Join(" + ", state.Metrics)} | {state.FirstYear} to {state.LastYear} | {state.View} | {state.Measure}";
}

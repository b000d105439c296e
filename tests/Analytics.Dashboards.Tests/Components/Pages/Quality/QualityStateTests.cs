// The address of the quality page.
using Analytics.Dashboards.Components.Pages.Quality;
using Microsoft.AspNetCore.WebUtilities;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Quality;

public sealed class QualityStateTests
{
    [Fact]
    public void Choices_survive_the_address()
    {
        var query = $"?r=330000&l=county&s={Uri.EscapeDataString("教育")}&y=2020-2021&tab=findings&rule=R01&severity=error&state=explained&agency={Uri.EscapeDataString("330105.教育局")}&page=3";

        Assert.Equal(query, Read(query).ToQuery());
        Assert.Equal("330105.教育局", Read(query).Agency);
    }

    [Theory]
    [InlineData("?show=missing", "missing")]
    [InlineData("?show=overdue", "")]
    [InlineData("?tab=notes&show=overdue", "overdue")]
    [InlineData("?tab=notes&show=missing", "")]
    public void What_is_shown_is_a_word_of_its_tab(string query, string show) => Assert.Equal(show, Read(query).Show);

    [Fact]
    public void What_cannot_be_understood_is_left_out() => Assert.Equal("quality", Read("?r=x&l=x&s=x&y=x&tab=x&show=x&rule=x&severity=x&state=x&page=x").ToAddress());

    internal static QualityState Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        return QualityState.Parse(name => parts.TryGetValue(name, out var value) ? (string?)value : null, CatalogData.Current);
    }
}

// A reader knows a line again by its colour, so it must not change under them.
namespace Analytics.Dashboards.Tests;

public sealed class EntityColoursTests
{
    [Fact]
    public void Agency_keeps_its_colour_and_no_other_agency_has_the_same()
    {
        var colours = new EntityColours();
        var agencies = Enumerable.Range(0, 20).Select(i => $"330105.{i}").ToList();
        var first = agencies.ConvertAll(colours.Of);

        Assert.Equal(Enumerable.Range(0, 20), first);
        Assert.Equal(Enumerable.Reverse(first), Enumerable.Reverse(agencies).Select(colours.Of));
    }
}

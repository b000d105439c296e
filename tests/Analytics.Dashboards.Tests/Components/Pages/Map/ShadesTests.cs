// Shades are fairly parted: about a fifth each, equal values alike, the legend true to what is shown.
using Analytics.Dashboards.Components.Pages.Map;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Dashboards.Tests.Components.Pages.Map;

public sealed class ShadesTests
{
    private static readonly Gen<decimal[]> Values = Gen.Choose(-50, 50).Select(value => (decimal)value / 4).NonEmptyListOf().Select(values => values.ToArray());

    [Fact]
    public void Ten_values_have_two_of_each_shade()
    {
        var shades = new Shades(Enumerable.Range(1, 10).Select(value => (decimal)value));

        Assert.Equal([new(1, 1, 2), new(2, 3, 4), new(3, 5, 6), new(4, 7, 8), new Shade(5, 9, 10)], shades.All);
    }

    [Fact]
    public void Equal_values_have_one_shade_in_the_middle() => Assert.Equal([new Shade(3, 7, 7)], new Shades([7, 7, 7]).All);

    [Fact]
    public void Two_values_have_the_lightest_and_the_darkest() => Assert.Equal([new Shade(1, 0, 0), new Shade(5, 9, 9)], new Shades([0, 9]).All);

    [Fact]
    public void Nothing_has_no_shade() => Assert.Empty(new Shades([]).All);

    [Fact]
    public void Greater_values_are_never_lighter_and_every_value_lies_within_the_limits_of_its_shade() => Prop.ForAll(Values.ToArbitrary(), values =>
    {
        var shades = new Shades(values);
        var sorted = values.Order().ToList();
        return sorted.Zip(sorted.Skip(1)).All(pair => shades.Of(pair.First) <= shades.Of(pair.Second))
            && values.All(value => shades.All.Single(shade => shade.Step == shades.Of(value)) is var own && own.Least <= value && value <= own.Greatest)
            && shades.All.All(shade => values.Contains(shade.Least) && values.Contains(shade.Greatest) && shade.Step is >= 1 and <= Shades.Most);
    }).QuickCheckThrowOnFailure();
}

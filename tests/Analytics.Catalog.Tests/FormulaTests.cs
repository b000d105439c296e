// A formula that is read wrongly would draw a wrong rate in every chart, so what cannot be read must not pass.
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Catalog.Tests;

public sealed class FormulaTests
{
    private static readonly Dictionary<MetricKey, IReadOnlyList<FormulaTerm>> Known = new[]
    {
        "granted.total", "denied.secret.total", "denied.process.total", "denied.process.natural", "closed.total",
    }.Select(name => new MetricKey(name)).ToDictionary(key => key, key => (IReadOnlyList<FormulaTerm>)[new FormulaTerm(key, 1)]);

    private static readonly Gen<FormulaTerm> Terms = Gen.Elements(Known.Keys.AsEnumerable())
        .SelectMany(key => Gen.Elements(1, -1).Select(sign => new FormulaTerm(key, sign)));

    private static readonly Gen<List<FormulaTerm>> Sums = Terms.NonEmptyListOf().Select(terms => terms.ToList());

    [Fact]
    public void A_written_formula_is_read_back_term_by_term()
    {
        Prop.ForAll(Sums.ToArbitrary(), Sums.ToArbitrary(), (above, below) =>
        {
            var (sum, none) = Formula.Parse(Write(above), Known);
            var (numerator, denominator) = Formula.Parse($"({Write(above)}) / ({Write(below)})", Known);
            return sum.SequenceEqual(above) && none.Count == 0 && numerator.SequenceEqual(above) && denominator.SequenceEqual(below);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_sum_over_a_pattern_takes_every_metric_of_the_pattern_and_no_other()
    {
        var (terms, _) = Formula.Parse("Σ denied.*.total", Known);

        Assert.Equal(["denied.secret.total", "denied.process.total"], terms.Select(term => term.Metric.Value));
    }

    [Fact]
    public void A_derived_sum_stands_for_its_terms_with_their_signs()
    {
        var net = new MetricKey("net");
        var known = new Dictionary<MetricKey, IReadOnlyList<FormulaTerm>>(Known)
        {
            [net] = [new FormulaTerm(new MetricKey("closed.total"), 1), new FormulaTerm(new MetricKey("granted.total"), -1)],
        };

        var (terms, _) = Formula.Parse("denied.secret.total - net", known);

        Assert.Equal([("denied.secret.total", 1), ("closed.total", -1), ("granted.total", 1)], terms.Select(term => (term.Metric.Value, term.Coefficient)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("()")]
    [InlineData("granted.total +")]
    [InlineData("+ + granted.total")]
    [InlineData("granted.total closed.total")]
    [InlineData("granted.total * closed.total")]
    [InlineData("granted.total / ")]
    [InlineData("granted.total / closed.total / closed.total")]
    [InlineData("(granted.total")]
    [InlineData("(granted.total) + (closed.total)")]
    [InlineData("granted..total")]
    [InlineData("Granted.total")]
    [InlineData("2 granted.total")]
    [InlineData("granted.totals")]
    [InlineData("Σ unavailable.*.total")]
    [InlineData("Σ *")]
    [InlineData("予以公开")]
    public void What_cannot_be_read_is_refused(string text) => Assert.Throws<FormatException>(() => Formula.Parse(text, Known));

    [Fact]
    public void An_unknown_metric_is_named_in_the_message()
    {
        var error = Assert.Throws<FormatException>(() => Formula.Parse("granted.total / closed.totals", Known));

        Assert.Contains("'closed.totals'", error.Message, StringComparison.Ordinal);
    }

    private static string Write(List<FormulaTerm> terms)
    {
        var text = new StringBuilder();
        foreach (var term in terms)
        {
            if (term.Coefficient < 0) text.Append(" - ");
            else if (text.Length > 0) text.Append(" + ");
            text.Append(term.Metric.Value);
        }
        return text.ToString();
    }
}

// A statement that names no metric, or a word that no statement asks for, is a slip of the seed.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Catalog.Tests;

public sealed class NarrativeTests
{
    private static readonly CatalogData Catalog = CatalogData.Current;

    [Fact]
    public void Every_statement_has_its_sums_and_its_words()
    {
        var topics = Keys(WordRole.Topic);
        var acts = Keys(WordRole.Act);
        Assert.All(Catalog.NarrativeStatements, statement =>
        {
            Assert.NotEmpty(statement.Alternatives);
            Assert.All(statement.Alternatives, sum => Assert.All(sum, term => Assert.NotNull(Catalog.Metric(term.Metric))));
            Assert.Subset(topics, statement.Topics.ToHashSet(StringComparer.Ordinal));
            Assert.Subset(acts, statement.Acts.ToHashSet(StringComparer.Ordinal));
            Assert.NotEqual(0, statement.Topics.Count + statement.Acts.Count);
        });
        Assert.Equal(Catalog.NarrativeStatements.Count, Catalog.NarrativeStatements.Select(statement => statement.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void R09_covers_every_cell_that_a_statement_may_equal() => Assert.All(
        Catalog.NarrativeStatements, statement => Assert.All(statement.Alternatives[0], term => Assert.True(Catalog.Rule("R09").Covers(term.Metric), term.Metric.Value)));

    [Fact]
    public void A_word_has_one_role_in_a_statement() => Assert.Empty(Catalog.NarrativeWords.All.Where(word => NarrativeWords.IsRead(word.Role))
        .GroupBy(word => word.Text, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [InlineData("收到政府信息公开申请3件", "收到")]
    [InlineData("政府信息公开申请3件", "政府信息公开申请")]
    [InlineData("结转下年度继续办理", "结转下年度")]
    [InlineData("热线3件", null)]
    [InlineData("", null)]
    public void The_longest_word_is_read(string text, string? word) => Assert.Equal(word, Catalog.NarrativeWords.At(text)?.Text);

    private static HashSet<string> Keys(WordRole role) =>
        Catalog.NarrativeWords.All.Where(word => word.Role == role).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
}

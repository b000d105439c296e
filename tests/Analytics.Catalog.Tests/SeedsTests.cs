// The seeds are the only place where things are defined; a missing file or column must not read as empty.
namespace Analytics.Catalog.Tests;

public sealed class SeedsTests
{
    [Fact]
    public void All_definitions_are_embedded()
    {
        Assert.Equal(
            [
                "agency-kinds.csv", "characters.csv", "derived-metrics.csv", "form-columns.csv", "form-lines.csv", "form-marks.csv", "metrics.csv",
                "narrative-statements.csv", "narrative-words.csv", "pinyin.csv", "province-tiles.csv", "region-events.csv", "regions.csv", "rule-terms.csv", "rules.csv",
                "scope-phrases.csv", "sectors.csv", "source-ranks.csv",
            ],
            Seeds.Names);
    }

    [Fact]
    public void A_seed_nobody_wrote_is_an_error() => Assert.Throws<FileNotFoundException>(() => Seeds.Read("nothing.csv"));

    [Fact]
    public void A_column_that_a_seed_lacks_is_named()
    {
        var error = Assert.Throws<FormatException>(() => Seeds.Read("rules.csv")[0]["colour"]);

        Assert.Contains("rules.csv has no column colour", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_missing_is_named_with_its_line()
    {
        var row = new Seeds.Row("some.csv", 7, new Dictionary<string, string>(StringComparer.Ordinal) { ["position"] = "" });

        var error = Assert.Throws<FormatException>(() => row.Int("position"));

        Assert.Contains("some.csv line 7: position is empty", error.Message, StringComparison.Ordinal);
        Assert.Null(row.IntOrNull("position"));
    }

    [Fact]
    public void A_list_is_parted_at_its_separator_without_empty_pieces()
    {
        var row = new Seeds.Row("some.csv", 1, new Dictionary<string, string>(StringComparer.Ordinal) { ["forms"] = "2019  2021", ["patterns"] = "教育局|教委" });

        Assert.Equal(["2019", "2021"], row.List("forms"));
        Assert.Equal(["教育局", "教委"], row.List("patterns", '|'));
    }

    [Fact]
    public void The_hash_over_all_seeds_is_a_sha256() => Assert.Matches("^[0-9a-f]{64}$", Seeds.Sha256);
}

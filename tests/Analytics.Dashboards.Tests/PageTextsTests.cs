// Every text in the language of whoever reads.
using System.Globalization;

namespace Analytics.Dashboards.Tests;

public sealed class PageTextsTests
{
    [Fact]
    public void Texts_are_chinese_first_and_english_for_readers_of_english()
    {
        Assert.Equal("对比", PageServices.Texts["Page.Compare"]);
        Assert.Equal("第 1–20 项，共 42 项", PageServices.Texts["Pager.Range", 1, 20, 42]);

        using var english = new InEnglish();
        Assert.Equal("Compare", PageServices.Texts["Page.Compare"]);
        Assert.Equal("1–20 of 42", PageServices.Texts["Pager.Range", 1, 20, 42]);
    }

    [Fact]
    public void Another_language_reads_chinese() => Assert.Equal("对比", PageTexts.Find("Page.Compare", CultureInfo.GetCultureInfo("fr")));

    [Fact]
    public void Key_that_nobody_wrote_is_shown_as_it_is_and_says_so()
    {
        var missing = PageServices.Texts["No.Such", 1];

        Assert.Equal(("No.Such", true), (missing.Value, missing.ResourceNotFound));
        Assert.Null(PageTexts.Find("No.Such"));
    }

    [Fact]
    public void Texts_of_all_files_are_listed()
    {
        var names = PageServices.Texts.GetAllStrings(includeParentCultures: true).Select(text => text.Name).ToList();

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "Page.Compare", "Compare.Table", "Jobs.Runs", "Unit.件" }, names.ToHashSet(StringComparer.Ordinal));
    }
}

// A form other than the year's is no error, but a reader who compares years must know.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R13FormOfYearTests
{
    [Fact]
    public void The_form_made_for_the_year_raises_nothing()
    {
        Assert.Empty(Found.By("R13", "2019"));
        Assert.Empty(Found.In("R13", Printed.Text("2021").Replace("2020年", "2022年", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2021", "2020年")]
    [InlineData("2019", "2022年")]
    public void Another_form_is_named_with_its_tables(string form, string year)
    {
        var finding = Assert.Single(Found.In("R13", Printed.Text(form).Replace("2020年", year, StringComparison.Ordinal)));

        Assert.Equal(Severity.Info, finding.Severity);
        Assert.Contains($"表二用的是 {form} 年表式", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"表三用的是 {form} 年表式", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_mixed_forms_only_the_other_one_is_named()
    {
        var message = Assert.Single(Found.In("R13", Printed.Text([("二", "2021"), ("三", "2019"), ("四", "2019")]))).Message;

        Assert.Contains("表二", message, StringComparison.Ordinal);
        Assert.DoesNotContain("表三", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_year_there_is_nothing_to_compare()
    {
        Assert.Empty(Found.In("R13", Printed.Text("2021").Replace("2020年", "", StringComparison.Ordinal)));
    }
}

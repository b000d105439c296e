// Names of cells in documents, in addresses that anybody may write.
using Analytics.Dashboards.Documents;

namespace Analytics.Dashboards.Tests.Documents;

public sealed class CellNameTests
{
    [Theory]
    [InlineData(1, 4, 5, null, "t1r4c5")]
    [InlineData(1, 4, 5, 12, "t1r4c5")]
    [InlineData(null, null, null, 12, "l12")]
    [InlineData(1, 4, null, null, null)]
    [InlineData(null, null, null, null, null)]
    public void Place_has_its_name(int? table, int? row, int? column, int? line, string? name) => Assert.Equal(name, CellName.Of(table, row, column, line));

    [Fact]
    public void Only_names_are_taken_from_an_address_and_each_once() =>
        Assert.Equal(["t1r4c5", "l2"], CellName.Parse("t1r4c5.l2.t1r4c5.body{}.</style>.t1r1.*.l"));

    [Fact]
    public void Hardly_more_cells_are_outlined_than_a_form_has() => Assert.Equal(100, CellName.Parse(string.Join('.', Enumerable.Range(1, 500).Select(i => "l" + i))).Count);

    [Fact]
    public void Address_begins_at_the_first_cell()
    {
        Assert.Equal("documents/ab/view?mark=t1r4c5.l2#t1r4c5", CellName.Address("ab", ["t1r4c5", "l2"]));
        Assert.Equal("documents/ab/view", CellName.Address("ab", []));
    }
}

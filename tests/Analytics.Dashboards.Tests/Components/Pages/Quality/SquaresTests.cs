// Every state of the matrix has a sign and words of its own.
using Analytics.Dashboards.Components.Pages.Quality;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Quality;

public sealed class SquaresTests
{
    private static readonly DateOnly Due = new(2021, 1, 31);
    private readonly Squares squares = new(PageServices.Texts);

    [Fact]
    public void No_two_states_share_a_sign() => Assert.Equal(Squares.States.Count, Squares.States.Select(Squares.Sign).Distinct().Count());

    [Theory]
    [InlineData("errors", "甲局 2020 年度：已报告，2 处错误、1 处警告")]
    [InlineData("warnings", "甲局 2020 年度：已报告，1 处警告")]
    [InlineData("fine", "甲局 2020 年度：已报告，没有待处理的错误或警告")]
    [InlineData("missing", "甲局 2020 年度：缺报：应于 2021-01-31 前公布，没有收到报告")]
    [InlineData("awaited", "甲局 2020 年度：尚未到期：应于 2021-01-31 前公布")]
    [InlineData("not_expected", "甲局 2020 年度：没有报告；按名册这一年不需要报告")]
    [InlineData("unknown", "甲局 2020 年度：没有报告；机关不在名册上，不知道是否应当报告")]
    public void A_square_says_what_became_of_the_report(string state, string text) => Assert.Equal(text, squares.Text(Cell(state)));

    [Fact]
    public void A_quarantined_document_is_told_alone_and_beside_a_report()
    {
        Assert.StartsWith("甲局 2020 年度：有 3 份文件被隔离", squares.Text(Cell("quarantined") with { Quarantined = 3, Reports = 0 }), StringComparison.Ordinal);
        Assert.Contains("；有 3 份文件被隔离", squares.Text(Cell("fine") with { Quarantined = 3, Reports = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_report_says_by_how_many_days() =>
        Assert.EndsWith("；2021-02-10 公布，迟 10 天", squares.Text(Cell("fine") with { IsLate = true, Published = Due.AddDays(10) }), StringComparison.Ordinal);

    [Fact]
    public void Reports_of_several_scopes_are_told() => Assert.Contains("共 2 份不同口径的报告", squares.Text(Cell("errors") with { Reports = 2 }), StringComparison.Ordinal);

    private static MatrixCell Cell(string state) => new("1", "甲局", "某省", 2020, state, 7, 1, 2, 1, 0, Due, null, false, 1);
}

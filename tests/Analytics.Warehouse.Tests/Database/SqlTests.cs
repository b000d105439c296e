// Every statement is a file: each must say why it exists, and each question must ask whose regions may be seen.
namespace Analytics.Warehouse.Tests;

public sealed class SqlTests
{
    private static readonly string[] Folders = ["schema", "load", "decisions", "marts", "queries", "checks", "settings"];

    public static TheoryData<string> Files => new(Folders.SelectMany(Sql.In));

    // Questions whose answers are the same for everybody: how much is published, for the source line of every chart.
    private static readonly string[] ForEverybody = ["queries/shared/Places", "queries/shared/IsSynthetic"];

    public static TheoryData<string> Queries => new(Sql.In("queries").Except(ForEverybody, StringComparer.Ordinal));

    [Fact]
    public void Every_folder_has_its_files() => Assert.All(Folders, folder => Assert.NotEmpty(Sql.In(folder)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_opens_with_a_comment_that_says_why_it_exists(string path) => Assert.Matches(@"^-- \S", Sql.Text(path));

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_is_limited_to_the_scope_of_the_asker(string path) =>
        Assert.Matches(@"(visible|members|coverage|report_states)\(\$scope[,)]|is_within\(\w+, \$scope\)", Sql.Text(path));

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_sees_agencies_only_through_the_scope(string path) => Assert.DoesNotMatch(@"\b(mart_agency|dim_agency)\b", Sql.Text(path));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_ends_its_last_statement(string path) => Assert.EndsWith(";\n", Sql.Text(path), StringComparison.Ordinal);

    [Fact]
    public void Files_come_in_order_of_name_and_from_their_folder_only()
    {
        var migrations = Sql.In("schema");

        Assert.Equal(migrations.Order(StringComparer.Ordinal), migrations);
        Assert.All(migrations, path => Assert.Matches(@"^schema/\d{4}-\d{2}-\d{2}_\d{2}_[A-Z][A-Za-z]+$", path));
    }

    [Fact]
    public void A_file_nobody_wrote_is_an_error() => Assert.Throws<FileNotFoundException>(() => Sql.Text("queries/nothing"));
}

// The forms are lines times columns; metrics.csv lists the same cells, and the two must not part.
namespace Analytics.Catalog.Tests;

public sealed class FormTests
{
    private static readonly Catalog Catalog = Catalog.Current;

    [Fact]
    public void Cells_of_the_forms_are_the_metrics_and_the_metrics_are_their_cells()
    {
        var cells = from form in Catalog.Forms.Names
                    from line in Catalog.Forms.Lines
                    from column in Catalog.Forms.ColumnsOf(line, form)
                    select (line.Table, form, $"{line.Line}.{column.Column}");
        var metrics = from metric in Catalog.Metrics
                      from form in metric.Forms
                      select (metric.Table, form, metric.Key.Value);

        Assert.Equal(metrics.Order(), cells.Order());
    }

    [Fact]
    public void Metrics_stand_in_the_order_of_the_form()
    {
        var lines = Catalog.Forms.Lines.Select((line, i) => (line.Line, i)).ToDictionary(entry => entry.Line, entry => entry.i);
        var order = Catalog.Metrics.Select(metric => lines[metric.Key.Line]).ToList();

        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void A_metric_has_the_unit_of_its_column_where_the_form_names_one()
    {
        foreach (var line in Catalog.Forms.Lines)
        {
            foreach (var column in line.Forms.SelectMany(form => Catalog.Forms.ColumnsOf(line, form)).Where(column => column.Unit.Length > 0))
                Assert.Equal(Catalog.Metric(new MetricKey($"{line.Line}.{column.Column}"))!.Unit, column.Unit);
        }
    }

    [Fact]
    public void Columns_of_a_line_are_numbered_from_one_without_gaps()
    {
        foreach (var line in Catalog.Forms.Lines)
        {
            foreach (var columns in line.Forms.Select(form => Catalog.Forms.ColumnsOf(line, form)))
                Assert.Equal(Enumerable.Range(1, columns.Count), columns.Select(column => column.Position));
        }
    }

    [Fact]
    public void A_form_does_not_have_the_columns_of_a_line_it_does_not_print()
    {
        var procurement = Catalog.Forms.Lines.Single(line => line.Line == "procurement");

        Assert.Equal(["count", "amount_wan"], Catalog.Forms.ColumnsOf(procurement, "2019").Select(column => column.Column));
        Assert.Empty(Catalog.Forms.ColumnsOf(procurement, "2021"));
    }

    [Theory]
    [InlineData(2018, null)]
    [InlineData(2019, "2019")]
    [InlineData(2020, "2019")]
    [InlineData(2021, "2021")]
    [InlineData(2030, "2021")]
    public void The_form_made_for_a_year_holds_until_the_next(int year, string? form) => Assert.Equal(form, Catalog.Forms.Expected(new ReportYear(year)));

    [Fact]
    public void Labels_of_a_line_are_unlike_those_of_every_other_line_under_the_same_heading()
    {
        var repeated = Catalog.Forms.Lines.SelectMany(line => line.Labels, (line, label) => (line.Table, line.Block, line.Group, label))
            .GroupBy(entry => entry).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(repeated);
    }

    [Fact]
    public void Every_block_and_group_of_a_line_has_a_mark_or_a_line_of_its_own()
    {
        foreach (var line in Catalog.Forms.Lines)
        {
            if (line.Block.Length > 0) Assert.Single(Catalog.Forms.Marks, mark => mark.Table == line.Table && mark.Kind == MarkKind.Block && mark.Key == line.Block);
            if (line.Group.Length == 0) continue;
            Assert.True(
                Catalog.Forms.Marks.Any(mark => mark.Table == line.Table && mark.Key == line.Group) || Catalog.Forms.Lines.Any(other => other.Labels[0] == line.Group),
                $"{line.Line}: {line.Group}");
        }
    }

    [Fact]
    public void Every_statutory_section_has_a_heading()
    {
        Assert.Equal(["一", "二", "三", "四", "五", "六"], Catalog.Forms.Marks.Where(mark => mark.Kind == MarkKind.Section).Select(mark => mark.Key));
    }

    [Fact]
    public void Forms_that_are_not_read_are_known_by_their_signs_until_they_have_lines()
    {
        Assert.Equal(["2008", "2014"], Catalog.Forms.Unread.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Catalog.Forms.Marks, mark => mark.Kind == MarkKind.Sign);
        Assert.All(Catalog.Forms.Unread.Values, signs => Assert.InRange(signs.Count, 20, 60));

        var with2014 = Catalog.From(name => Seeds.Text(name) + (name == "form-lines.csv" ? "统,old,2014,,,required,收到申请数,\n" : ""));
        Assert.Equal(["2008"], with2014.Forms.Unread.Keys);
        Assert.Equal(["2014", "2019", "2021"], with2014.Forms.Names);
    }
}

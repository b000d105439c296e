// The statutory forms as data: lines and columns of each table, and the labels around them.
namespace Analytics.Catalog;

/// <summary>A line of a form's table, a row of <c>form-lines.csv</c>, in the order of the form.</summary>
/// <param name="Table">二, 三 or 四.</param>
/// <param name="Line">First part of the metric keys of its cells.</param>
/// <param name="Forms">Forms that print it.</param>
/// <param name="Block">The part of table 二 it stands in (一, 五, 六, 八, 九); empty elsewhere.</param>
/// <param name="Group">Label of the rows it stands under; empty where there is none.</param>
/// <param name="IsOptional">Reports may leave it out or split it without anything being amiss.</param>
/// <param name="Labels">The printed label, then its known variants.</param>
public sealed record FormLine(
    string Table, string Line, IReadOnlyList<string> Forms, string Block, string Group, bool IsOptional, IReadOnlyList<string> Labels);

/// <summary>A column of a form's table or block, a row of <c>form-columns.csv</c>.</summary>
/// <param name="Table">二, 三 or 四.</param>
/// <param name="Block">Of table 二; empty elsewhere.</param>
/// <param name="Forms">Forms that print it.</param>
/// <param name="Position">From 1, among the columns that hold values.</param>
/// <param name="Column">Last part of the metric keys of its cells.</param>
/// <param name="Unit">Unit of the numbers as the form asks for them; empty where only the print tells.</param>
/// <param name="Labels">The printed head, then its known variants.</param>
public sealed record FormColumn(
    string Table, string Block, IReadOnlyList<string> Forms, int Position, string Column, string Unit, IReadOnlyList<string> Labels);

/// <summary>Kinds of labels that hold no values of their own.</summary>
public enum MarkKind
{
    Section,
    Block,
    Head,
    Group,
    Caption,

    /// <summary>By which a form is recognised that has no lines yet and is therefore not read.</summary>
    Sign,
}

/// <summary>A label around the values, a row of <c>form-marks.csv</c>.</summary>
/// <param name="Table">一 to 六; empty for a sign.</param>
/// <param name="Kind">Section heading, block heading, column head, group of rows, caption, sign.</param>
/// <param name="Key">What it tells: the block's name for a block, the forms that print it for a sign, else the label.</param>
/// <param name="Labels">The printed label, then its known variants.</param>
public sealed record FormMark(string Table, MarkKind Kind, string Key, IReadOnlyList<string> Labels);

/// <summary>All forms: the union of their lines in order, so that a table can be aligned before its form is known.</summary>
public sealed class Forms
{
    internal Forms(IReadOnlyList<FormLine> lines, IReadOnlyList<FormColumn> columns, IReadOnlyList<FormMark> marks)
    {
        Lines = lines;
        Columns = columns;
        Marks = marks.Where(mark => mark.Kind != MarkKind.Sign).ToList();
        Names = lines.SelectMany(line => line.Forms).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        FirstYears = Names.ToDictionary(name => name, name => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Unread = marks.Where(mark => mark.Kind == MarkKind.Sign).SelectMany(mark => mark.Key.Split(' '), (mark, form) => (form, mark.Labels))
            .Where(sign => !FirstYears.ContainsKey(sign.form)).GroupBy(sign => sign.form, sign => sign.Labels, StringComparer.Ordinal)
            .ToDictionary(form => form.Key, form => (IReadOnlyList<IReadOnlyList<string>>)form.ToList(), StringComparer.Ordinal);
    }

    public IReadOnlyList<FormLine> Lines { get; }

    public IReadOnlyList<FormColumn> Columns { get; }

    public IReadOnlyList<FormMark> Marks { get; }

    /// <summary>Names of the forms, which are the first report years they were made for: "2019", "2021".</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>First report year of each form; it is in use until the next one's first year.</summary>
    public IReadOnlyDictionary<string, int> FirstYears { get; }

    /// <summary>Forms that are recognised and not read, each with its signs and their wordings. A form of which there are
    /// lines is read, and its signs no longer count.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Unread { get; }

    /// <summary>The form made for a year, null for years before the first.</summary>
    public string? Expected(ReportYear year) => Names.LastOrDefault(name => FirstYears[name] <= year.Value);

    /// <summary>The value columns of a line in a form, in order; empty where the form does not print the line.</summary>
    public IReadOnlyList<FormColumn> ColumnsOf(FormLine line, string form) => !line.Forms.Contains(form, StringComparer.Ordinal)
        ? []
        : Columns.Where(column => column.Table == line.Table && column.Block == line.Block && column.Forms.Contains(form, StringComparer.Ordinal))
            .OrderBy(column => column.Position).ToList();
}

// The columns of facts, whatever format they come in.
namespace Analytics.Etl.Facts;

/// <summary>Columns of normalized facts, in the order of the template.</summary>
public static class FactColumns
{
    public static readonly ListColumn Agency = new("agency", "机关", true);
    public static readonly ListColumn Region = new("region", "地区", true);
    public static readonly ListColumn Year = new("year", "年度", true);
    public static readonly ListColumn Scope = new("scope", "口径", false);
    public static readonly ListColumn Metric = new("metric", "指标", true);
    public static readonly ListColumn State = new("state", "状态", false);
    public static readonly ListColumn Value = new("value", "数值", true);
    public static readonly ListColumn Unit = new("unit", "单位", false);
    public static readonly ListColumn Published = new("published", "发布日期", false);

    // A list with fewer of them is something else; with these, one that lacks a column is told so.
    private const int LeastOfRequired = 3;

    public static IReadOnlyList<ListColumn> All { get; } = [Agency, Region, Year, Scope, Metric, State, Value, Unit, Published];

    /// <summary>Whether heads are those of facts, perhaps without one or two that are needed: a metric, and most of what says whose and when.</summary>
    public static bool Look(IReadOnlyList<string> heads) =>
        heads.Any(Metric.IsNamed) && All.Count(column => column.IsRequired && heads.Any(column.IsNamed)) >= LeastOfRequired;
}

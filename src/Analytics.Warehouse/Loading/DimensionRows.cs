// Rows of the staged dimensions, column by column in the order of sql/load/DimensionStaging.sql.
namespace Analytics.Warehouse;

internal sealed record RegionRow(
    string Code, DateOnly? ValidFrom, DateOnly? ValidTo, string Name, string Short, string Level, string? Parent, bool IsZone,
    string Path, string Lineage, string Pinyin, string Initials, int FirstPlace, int LastPlace, bool IsSynthetic);

internal sealed record RegionEventRow(DateOnly Date, string Kind, string Codes, string NoteZh, string Source);

internal sealed record MetricRow(
    short MetricId, string Metric, bool IsDerived, int Position, string FormTable, string Forms, string LabelZh, string LabelEn, string Unit, string Kind,
    int? MinDenominator, string Polarity, int Since, int? Until, string Note, bool IsCount);

internal sealed record DerivedTermRow(string Metric, string Term, bool IsDenominator, sbyte Coefficient);

internal sealed record RuleRow(string Rule, string Scope, string Severity, string Formula, string Applies, string Cells, string NameZh, string MessageZh);

internal sealed record RuleTermRow(string Rule, string Instance, string Metric, sbyte YearOffset, sbyte Coefficient, bool IsResult);

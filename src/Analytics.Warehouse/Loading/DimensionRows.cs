// Rows of the staged dimensions and their appender maps, in the order of sql/load/DimensionStaging.sql.
using DuckDB.NET.Data.Mapping;

namespace Analytics.Warehouse;

internal sealed record RegionRow(
    string Code, DateOnly? ValidFrom, DateOnly? ValidTo, string Name, string Short, string Level, string? Parent, bool IsZone,
    string Path, string Lineage, string Pinyin, string Initials)
{
    internal sealed class Columns : DuckDBAppenderMap<RegionRow>
    {
        public Columns()
        {
            Map(row => row.Code);
            Map(row => row.ValidFrom);
            Map(row => row.ValidTo);
            Map(row => row.Name);
            Map(row => row.Short);
            Map(row => row.Level);
            Map(row => row.Parent);
            Map(row => row.IsZone);
            Map(row => row.Path);
            Map(row => row.Lineage);
            Map(row => row.Pinyin);
            Map(row => row.Initials);
        }
    }
}

internal sealed record RegionEventRow(DateOnly Date, string Kind, string Codes, string NoteZh, string Source)
{
    internal sealed class Columns : DuckDBAppenderMap<RegionEventRow>
    {
        public Columns()
        {
            Map(row => row.Date);
            Map(row => row.Kind);
            Map(row => row.Codes);
            Map(row => row.NoteZh);
            Map(row => row.Source);
        }
    }
}

internal sealed record MetricRow(
    short MetricId, string Metric, bool IsDerived, int Position, string FormTable, string Forms, string LabelZh, string LabelEn, string Unit, string Kind,
    int? MinDenominator, string Polarity, int Since, int? Until, string Note)
{
    internal sealed class Columns : DuckDBAppenderMap<MetricRow>
    {
        public Columns()
        {
            Map(row => row.MetricId);
            Map(row => row.Metric);
            Map(row => row.IsDerived);
            Map(row => row.Position);
            Map(row => row.FormTable);
            Map(row => row.Forms);
            Map(row => row.LabelZh);
            Map(row => row.LabelEn);
            Map(row => row.Unit);
            Map(row => row.Kind);
            Map(row => row.MinDenominator);
            Map(row => row.Polarity);
            Map(row => row.Since);
            Map(row => row.Until);
            Map(row => row.Note);
        }
    }
}

internal sealed record DerivedTermRow(string Metric, string Term, bool IsDenominator, sbyte Coefficient)
{
    internal sealed class Columns : DuckDBAppenderMap<DerivedTermRow>
    {
        public Columns()
        {
            Map(row => row.Metric);
            Map(row => row.Term);
            Map(row => row.IsDenominator);
            Map(row => row.Coefficient);
        }
    }
}

internal sealed record RuleRow(string Rule, string Scope, string Severity, string Formula, string Applies, string Cells, string NameZh, string MessageZh)
{
    internal sealed class Columns : DuckDBAppenderMap<RuleRow>
    {
        public Columns()
        {
            Map(row => row.Rule);
            Map(row => row.Scope);
            Map(row => row.Severity);
            Map(row => row.Formula);
            Map(row => row.Applies);
            Map(row => row.Cells);
            Map(row => row.NameZh);
            Map(row => row.MessageZh);
        }
    }
}

internal sealed record RuleTermRow(string Rule, string Instance, string Metric, sbyte YearOffset, sbyte Coefficient, bool IsResult)
{
    internal sealed class Columns : DuckDBAppenderMap<RuleTermRow>
    {
        public Columns()
        {
            Map(row => row.Rule);
            Map(row => row.Instance);
            Map(row => row.Metric);
            Map(row => row.YearOffset);
            Map(row => row.Coefficient);
            Map(row => row.IsResult);
        }
    }
}

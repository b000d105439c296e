// Appends records that hold lists. The appender for lists checks no widths (an int among smallints becomes garbage), so the
// table's column types are compared with the record's before anything is written.
using System.Linq.Expressions;
using System.Reflection;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Column types and the writing of a positional record of integers and lists.</summary>
internal static class ListColumns<T>
{
    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(int)] = "INTEGER",
        [typeof(List<short>)] = "SMALLINT[]",
        [typeof(List<byte>)] = "UTINYINT[]",
        [typeof(List<int>)] = "INTEGER[]",
        [typeof(List<long>)] = "BIGINT[]",
        [typeof(List<double>)] = "DOUBLE[]",
    };

    private static readonly ParameterInfo[] Parameters = typeof(T).GetConstructors()[0].GetParameters();

    /// <summary>Types of the columns a record needs, in order.</summary>
    public static IReadOnlyList<string> ColumnTypes { get; } = Parameters.Select(parameter => Types[parameter.ParameterType]).ToList();

    /// <summary>Writes the values of a record into a row.</summary>
    public static Action<IDuckDBAppenderRow, T> Write { get; } = Compile();

    // row.AppendValue(record.A); row.AppendValue(record.B); …
    private static Action<IDuckDBAppenderRow, T> Compile()
    {
        var (row, record) = (Expression.Parameter(typeof(IDuckDBAppenderRow)), Expression.Parameter(typeof(T)));
        return Expression.Lambda<Action<IDuckDBAppenderRow, T>>(
            Expression.Block(Parameters.Select(parameter => Append(row, Expression.Property(record, parameter.Name!)))), row, record).Compile();
    }

    private static MethodCallExpression Append(Expression row, Expression value)
    {
        var methods = typeof(IDuckDBAppenderRow).GetMethods().Where(method => method.Name == nameof(IDuckDBAppenderRow.AppendValue)).ToList();
        if (value.Type == typeof(int)) return Expression.Call(row, methods.Single(method => method.GetParameters()[0].ParameterType == typeof(int?)), Expression.Convert(value, typeof(int?)));
        var list = methods.Single(method => method.IsGenericMethod && method.GetParameters()[0].ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return Expression.Call(row, list.MakeGenericMethod(value.Type.GetGenericArguments()[0]), value);
    }
}

// Named parameters for DuckDB, lists among them (Dapper would unfold a list into many parameters).
using System.Data;
using Dapper;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Values by name, without the <c>$</c>. A list is passed as one DuckDB list.</summary>
public sealed class SqlParameters : SqlMapper.IDynamicParameters
{
    private readonly SortedDictionary<string, object?> values = new(StringComparer.Ordinal);

    public object? this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    /// <summary>The value of a name; null where there is none.</summary>
    public object? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>One text for one set of values: names and values in order of name.</summary>
    internal string Key => string.Join('\u001f', values.Select(entry => entry.Key + "=" + Show(entry.Value)));

    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        foreach (var (name, value) in values) command.Parameters.Add(new DuckDBParameter(name, value));
    }

    private static string Show(object? value) => value is System.Collections.IEnumerable list and not string
        ? string.Join('\u001e', list.Cast<object?>())
        : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

// Maps a record to the columns of a table: its parameters, in order.
using System.Reflection;
using DuckDB.NET.Data.Mapping;

namespace Analytics.Warehouse;

/// <summary>Appender map of a positional record.</summary>
internal sealed class RecordColumns<T> : DuckDBAppenderMap<T>
    where T : class
{
    public RecordColumns()
    {
        var add = typeof(RecordColumns<T>).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (var parameter in typeof(T).GetConstructors()[0].GetParameters())
            add.MakeGenericMethod(parameter.ParameterType).Invoke(this, [typeof(T).GetProperty(parameter.Name!)!]);
    }

    private void Add<TColumn>(PropertyInfo property) => Map(property.GetMethod!.CreateDelegate<Func<T, TColumn>>());
}

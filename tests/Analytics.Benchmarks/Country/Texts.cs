// The statements of the comparisons, one file each beside this one.
using System.Data.Common;

namespace Analytics.Benchmarks.Country;

internal static class Texts
{
    public static string Of(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"country/{name}.sql") ?? throw new FileNotFoundException($"No statement {name}.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads every value of every row, as a page would.</summary>
    public static async Task ToEndAsync(DbDataReader reader)
    {
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync()) reader.GetValues(values);
    }
}

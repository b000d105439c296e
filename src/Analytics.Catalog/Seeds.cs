// Reads the seed files that are embedded in this assembly.
using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;

namespace Analytics.Catalog;

/// <summary>The CSV files of <c>sql/seeds</c>, by name.</summary>
public static class Seeds
{
    /// <summary>Names of all seed files, without folder.</summary>
    public static IReadOnlyList<string> Names { get; } = typeof(Seeds).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("seeds/", StringComparison.Ordinal)).Select(name => name["seeds/".Length..])
        .Order(StringComparer.Ordinal).ToList();

    /// <summary>SHA-256 over all seed files in order of name: changes whenever a definition does.</summary>
    public static string Sha256 { get; } = HashAll();

    /// <summary>A seed file as it is.</summary>
    /// <exception cref="FileNotFoundException">No seed of that name.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(Seeds).Assembly.GetManifestResourceStream("seeds/" + name)
            ?? throw new FileNotFoundException($"No seed named {name}.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>All rows of a seed file, each column by its head.</summary>
    /// <exception cref="FileNotFoundException">No seed of that name.</exception>
    public static IReadOnlyList<Row> Read(string name) => Rows(name, Text(name));

    /// <summary>All rows of the text of a seed file.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="text">The whole file.</param>
    internal static IReadOnlyList<Row> Rows(string name, string text)
    {
        using var csv = CsvReader.Create(new StringReader(text), new CsvReaderOptions { TrackLineNumbers = true });
        var rows = new List<Row>();
        while (csv.Read())
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < csv.Headers.Count; i++) fields[csv.Headers[i]] = i < csv.FieldCount ? csv.GetString(i) : "";
            rows.Add(new Row(name, csv.LineNumber, fields));
        }
        return rows;
    }

    private static string HashAll()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            using var stream = typeof(Seeds).Assembly.GetManifestResourceStream("seeds/" + name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>A row of a seed file.</summary>
    public sealed class Row(string file, long line, IReadOnlyDictionary<string, string> fields)
    {
        public string this[string column] => fields.TryGetValue(column, out var value)
            ? value
            : throw new FormatException($"{file} has no column {column}.");

        public IReadOnlyList<string> List(string column, char separator = ' ') => this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries);

        public int Int(string column) => IntOrNull(column) ?? throw new FormatException($"{file} line {line}: {column} is empty.");

        public int? IntOrNull(string column) => this[column].Length == 0 ? null : int.Parse(this[column], CultureInfo.InvariantCulture);

        public DateOnly? Date(string column) => this[column].Length == 0 ? null : DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public T Enum<T>(string column)
            where T : struct, Enum => System.Enum.Parse<T>(this[column], ignoreCase: true);
    }
}

// The public name of a metric in the CLI, the API, exports and SQL: "line.column", e.g. requests.received.total.
namespace Analytics.Catalog;

/// <summary>Key of a metric or derived metric, as in <c>metrics.csv</c>: lower case ASCII words joined by dots.</summary>
public readonly record struct MetricKey : IComparable<MetricKey>
{
    private readonly string? value;

    /// <exception cref="FormatException">The text is not a key: words of <c>a-z 0-9 _</c> joined by single dots.</exception>
    public MetricKey(string value)
    {
        if (!IsKey(value)) throw new FormatException($"'{value}' is not a metric key.");
        this.value = value;
    }

    public string Value => value ?? "";

    /// <summary>The key without its last word: the line of the form that the cell stands in.</summary>
    public string Line => Value[..Math.Max(0, Value.LastIndexOf('.'))];

    /// <summary>The last word of the key: the column of the form that the cell stands in.</summary>
    public string Column => Value[(Value.LastIndexOf('.') + 1)..];

    public int CompareTo(MetricKey other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(MetricKey left, MetricKey right) => left.CompareTo(right) < 0;

    public static bool operator >(MetricKey left, MetricKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(MetricKey left, MetricKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MetricKey left, MetricKey right) => left.CompareTo(right) >= 0;

    /// <summary>Whether a text is a key.</summary>
    public static bool IsKey(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        var previous = '.';
        foreach (var c in text)
        {
            if (c == '.' ? previous == '.' : c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')) return false;
            previous = c;
        }
        return previous != '.';
    }
}

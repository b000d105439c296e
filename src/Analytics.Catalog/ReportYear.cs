// The calendar year a report reports on, not the year it was published in.
namespace Analytics.Catalog;

/// <summary>The year reported on: 2008 (the first under the 条例) to 2100.</summary>
public readonly record struct ReportYear : IComparable<ReportYear>
{
    public const int First = 2008;
    public const int Last = 2100;

    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="First"/>–<see cref="Last"/>.</exception>
    public ReportYear(int value)
    {
        if (!IsYear(value)) throw new ArgumentOutOfRangeException(nameof(value), value, $"A report year lies between {First} and {Last}.");
        Value = value;
    }

    public int Value { get; }

    public static bool IsYear(int value) => value is >= First and <= Last;

    public int CompareTo(ReportYear other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool operator <(ReportYear left, ReportYear right) => left.Value < right.Value;

    public static bool operator >(ReportYear left, ReportYear right) => left.Value > right.Value;

    public static bool operator <=(ReportYear left, ReportYear right) => left.Value <= right.Value;

    public static bool operator >=(ReportYear left, ReportYear right) => left.Value >= right.Value;
}

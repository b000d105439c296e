// Administrative regions: GB/T 2260 codes and the functional zones that have none, dated because codes carry no history.
namespace Analytics.Catalog;

/// <summary>Code of a region: six digits of GB/T 2260, <c>Z</c> and five digits for a functional zone, <c>X</c> and five
/// digits for a region of the made-up country, or <c>CN</c>.</summary>
public readonly record struct RegionCode : IComparable<RegionCode>
{
    public static readonly RegionCode Country = new("CN");

    private readonly string? value;

    /// <exception cref="FormatException">Not such a code.</exception>
    public RegionCode(string value)
    {
        if (!IsCode(value)) throw new FormatException($"'{value}' is not a region code: six digits, Z or X and five digits, or CN.");
        this.value = value;
    }

    public string Value => value ?? "";

    /// <summary>A region of the made-up country: its figures are synthetic.</summary>
    public bool IsSynthetic => Value.StartsWith('X');

    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool IsCode(string? text) => text is "CN"
        || (text is { Length: 6 } && (char.IsAsciiDigit(text[0]) || text[0] is 'Z' or 'X') && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    public static bool operator <(RegionCode left, RegionCode right) => left.CompareTo(right) < 0;

    public static bool operator >(RegionCode left, RegionCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(RegionCode left, RegionCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RegionCode left, RegionCode right) => left.CompareTo(right) >= 0;
}

public enum RegionLevel
{
    Country,
    Province,
    Prefecture,
    County,
}

/// <summary>A region as it stood between two dates, a row of <c>regions.csv</c>.</summary>
/// <param name="Code">Not unique over time: 拱墅 kept 330105 when it absorbed 下城 in 2021.</param>
/// <param name="Name">Full official name.</param>
/// <param name="Short">As people write it before an office name.</param>
/// <param name="Level">Country, province, prefecture or county.</param>
/// <param name="Parent">Null for the country.</param>
/// <param name="IsZone">A functional zone without a code of the standard.</param>
/// <param name="ValidFrom">First day, null where not bounded.</param>
/// <param name="ValidTo">Day it ended, null where it still stands.</param>
/// <param name="Pinyin">Full pinyin of the name, ASCII.</param>
/// <param name="Initials">First letters of the pinyin.</param>
public sealed record Region(
    RegionCode Code, string Name, string Short, RegionLevel Level, RegionCode? Parent, bool IsZone,
    DateOnly? ValidFrom, DateOnly? ValidTo, string Pinyin, string Initials);

/// <summary>A dated change of regions, a row of <c>region-events.csv</c>.</summary>
public sealed record RegionEvent(
    DateOnly Date, string Kind, IReadOnlyList<RegionCode> From, IReadOnlyList<RegionCode> To, string NoteZh, string Source);

/// <summary>Place of a region on a map of equal tiles, roughly where it lies; a row of <c>province-tiles.csv</c>.</summary>
/// <param name="Code">Of a province.</param>
/// <param name="Row">From 1, in the north.</param>
/// <param name="Column">From 1, in the west.</param>
public sealed record RegionTile(RegionCode Code, int Row, int Column);

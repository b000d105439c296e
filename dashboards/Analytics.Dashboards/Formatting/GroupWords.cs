// What every figure of a group says beside itself: who of those expected reported, and what was left out and why.
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Who reported of those who should have.</summary>
/// <param name="Reported">Agencies with a report of the scope that is shown.</param>
/// <param name="Expected">By the roster; null where no roster is known.</param>
/// <param name="Missing">Of those, the ones without any report.</param>
public readonly record struct GroupCoverage(long Reported, long? Expected, long? Missing)
{
    /// <summary>Expected ones that reported; null where no roster is known.</summary>
    public long? Present => Expected - (Missing ?? 0);

    /// <summary>From 0 to 1; null where nobody is known to be expected.</summary>
    public double? Share => Expected > 0 ? (double)Present!.Value / Expected.Value : null;

    /// <summary>A figure of less than half of those it should be of.</summary>
    public bool IsUnderHalf => Share < 0.5;
}

/// <summary>Values that are neither summed nor ranked, by reason.</summary>
/// <param name="Small">Rates below their least denominator.</param>
/// <param name="NoNumber">Blank, unread or not computable.</param>
public readonly record struct LeftOut(long Disputed, long NoUnit, long Small, long NoNumber)
{
    public long Total => Disputed + NoUnit + Small + NoNumber;

    public static LeftOut operator +(LeftOut one, LeftOut other) => new(
        one.Disputed + other.Disputed, one.NoUnit + other.NoUnit, one.Small + other.Small, one.NoNumber + other.NoNumber);

    public LeftOut Add(LeftOut other) => this + other;
}

/// <summary>Coverage and omissions in words.</summary>
public sealed class GroupWords(IStringLocalizer<Texts> texts)
{
    /// <summary>16 / 21; only a count of reports where no roster is known.</summary>
    public string Coverage(GroupCoverage coverage) => coverage.Expected is { } expected
        ? texts["Coverage.Of", coverage.Present!.Value, expected]
        : texts["Coverage.Unlisted", coverage.Reported];

    /// <summary>The same as a sentence, with how many are missing.</summary>
    public string CoverageInFull(GroupCoverage coverage) => coverage.Expected is { } expected
        ? texts["Coverage.InFull", expected, coverage.Present!.Value, coverage.Missing ?? 0, coverage.Reported]
        : texts["Coverage.UnlistedInFull", coverage.Reported];

    /// <summary>Each reason with its number; empty where nothing was left out.</summary>
    public string LeftOut(LeftOut left) => string.Join(texts["List.And"], new[]
    {
        (left.Disputed, Key: "LeftOut.Disputed"), (left.NoUnit, Key: "LeftOut.NoUnit"), (left.Small, Key: "LeftOut.Small"), (left.NoNumber, Key: "LeftOut.NoNumber"),
    }.Where(reason => reason.Item1 > 0).Select(reason => texts[reason.Key, reason.Item1].Value));
}

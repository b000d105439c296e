// What is to be made, and how often what is printed is wrong.
using System.Globalization;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>What is wrong with a synthetic report, or with when it came.</summary>
public enum SeededKind
{
    /// <summary>The total of a row of table 三 is not the sum of its applicants.</summary>
    RowSum,

    /// <summary>The total of the outcomes of one applicant is not their sum.</summary>
    ColumnSum,

    /// <summary>More requests received than closed and carried over.</summary>
    Balance,

    /// <summary>The total of reconsiderations is not the sum of its results.</summary>
    Disputes,

    /// <summary>Carried in what the year before did not carry out.</summary>
    CarriedIn,

    /// <summary>Documents in force that do not follow from the year before.</summary>
    InForce,

    /// <summary>Items of last year that are not those of last year's report.</summary>
    ItemsPrev,

    /// <summary>A count ten and more times too large.</summary>
    Tenfold,

    /// <summary>The tables of the year before once more.</summary>
    Copied,

    /// <summary>Fees in 元 in the place of 万元.</summary>
    FeesInYuan,

    /// <summary>Zeros of tables 三 and 四 left blank.</summary>
    Blanks,

    /// <summary>A cell that nobody can read.</summary>
    Unread,

    /// <summary>The amount of procurement without its unit.</summary>
    NoUnit,

    /// <summary>Published after the day it was due.</summary>
    Late,

    /// <summary>Not published at all.</summary>
    Missing,

    /// <summary>Published twice, the first time with a wrong sum.</summary>
    Superseded,

    /// <summary>Nothing is printed wrong here: the year before or another report was, or the figures really changed.</summary>
    Ripple,
}

/// <summary>A country of reports. The same plan gives the same reports.</summary>
/// <param name="Seed">Any number.</param>
/// <param name="Agencies">How many bodies report, governments among them; <see cref="Most"/> at most.</param>
/// <param name="First">First report year, 2019 at the earliest: older forms are not made.</param>
/// <param name="Last">Last report year.</param>
public sealed record SyntheticPlan(int Seed, int Agencies, ReportYear First, ReportYear Last)
{
    /// <summary>More agencies than this find no region and sector of their own.</summary>
    public const int Most = 120_000;

    /// <summary>How many of a hundred reports have each fault; a fault that a report's figures leave no place for is left out.</summary>
    public IReadOnlyDictionary<SeededKind, double> Percent { get; init; } = new Dictionary<SeededKind, double>
    {
        [SeededKind.RowSum] = 0.5,
        [SeededKind.ColumnSum] = 0.3,
        [SeededKind.Balance] = 0.3,
        [SeededKind.Disputes] = 0.3,
        [SeededKind.CarriedIn] = 1,
        [SeededKind.InForce] = 0.6,
        [SeededKind.ItemsPrev] = 0.6,
        [SeededKind.Tenfold] = 0.4,
        [SeededKind.Copied] = 0.4,
        [SeededKind.FeesInYuan] = 0.4,
        [SeededKind.Blanks] = 3,
        [SeededKind.Unread] = 0.4,
        [SeededKind.NoUnit] = 1,
        [SeededKind.Late] = 5,
        [SeededKind.Missing] = 1.5,
        [SeededKind.Superseded] = 1,
    };

    /// <summary>The years, from the first to the last.</summary>
    public int Years => Last.Value - First.Value + 1;

    /// <summary>Why it cannot be made, null where it can.</summary>
    public string? Problem(CatalogData catalog)
    {
        var firstForm = catalog.Forms.FirstYears.Values.Min();
        if (Agencies is < 1 or > Most) return string.Create(CultureInfo.InvariantCulture, $"机关数应在 1 至 {Most} 之间，现为 {Agencies}。");
        if (First.Value < firstForm) return $"年度应从 {firstForm} 年起：更早的表式不生成。现为 {First} 年。";
        return Last < First ? $"起始年度 {First} 晚于截止年度 {Last}：请写成 {Last}-{First}。" : null;
    }
}

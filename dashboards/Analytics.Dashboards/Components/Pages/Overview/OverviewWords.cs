// What the overview may honestly say: sums with what they leave out, change only between those who count in both years, coverage
// only where a roster says who is expected.
using System.Globalization;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Overview;

/// <summary>A change on the year before in words.</summary>
/// <param name="Sign">▲, ▼, = or nothing where there is none to tell.</param>
public sealed record Change(string Sign, string Text);

/// <summary>Words of the overview.</summary>
public sealed class OverviewWords(IStringLocalizer<Texts> texts, Catalog.Catalog catalog)
{
    private const decimal Wan = 10_000;
    private const decimal Yi = 100_000_000;
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;

    /// <summary>The figure of a tile: the sum, of a rate the median; null where no value counts.</summary>
    public static decimal? Value(KpiTile? tile) => tile is { Counted: > 0 } ? tile.Total ?? tile.Median : null;

    /// <summary>A large number in the units that people say it in; the full one belongs beside it.</summary>
    public string Short(decimal value, string unit)
    {
        if (unit == "%") return Numbers.Show(value, unit);
        var (large, huge) = MetricNames.IsEnglish ? (Million, Billion) : (Wan, Yi);
        return Math.Abs(value) switch
        {
            var size when size >= huge => texts["Tile.Huge", Rounded(value / huge)],
            var size when size >= large => texts["Tile.Large", Rounded(value / large)],
            _ => Numbers.Show(value, unit),
        };
    }

    /// <summary>The change on the year before, between the agencies whose values count in both years, and how many they are.</summary>
    public Change Changed(KpiTile? tile)
    {
        if (tile is null or { Paired: 0 }) return new Change("", texts["Tile.NoPairs"]);
        if (tile is { PairedMedian: { } now, PairedMedianBefore: { } before })
            return new Change(SignOf(now - before), texts["Tile.ChangePoints", Signed((now - before) * 100, "0.0"), tile.Paired]);
        if (tile.Change is { } change) return new Change(SignOf(change), texts["Tile.Change", Signed(change * 100, "0.0") + "%", tile.Paired]);
        return tile.PairedNow is { } total ? new Change(SignOf(total), texts["Tile.FromZero", Numbers.Show(total, ""), tile.Paired]) : new Change("", texts["Tile.NoPairs"]);
    }

    /// <summary>How many agencies the figure is of, and who is left out of it and why.</summary>
    public string Counted(KpiTile? tile)
    {
        if (tile is null) return texts["Tile.Nobody"];
        var parts = new List<string> { texts["Tile.Counted", tile.Counted] };
        if (tile.Disputed > 0) parts.Add(texts["Tile.Disputed", tile.Disputed]);
        if (tile.NoUnit > 0) parts.Add(texts["Tile.NoUnit", tile.NoUnit]);
        if (tile.NoNumber > 0) parts.Add(texts["Tile.NoNumber", tile.NoNumber]);
        return string.Join(texts["List.Comma"], parts);
    }

    /// <summary>Who reported of those who should have; without a roster nobody knows who should.</summary>
    public string Coverage(YearCoverage coverage) => coverage is { Expected: { } expected, Missing: { } missing }
        ? texts["Overview.Covered", expected, expected - missing, missing]
        : texts["Overview.NoRoster"];

    /// <summary>The part of those expected that reported; null where nobody is known to be expected.</summary>
    public static decimal? Share(YearCoverage coverage) => coverage is { Expected: > 0 and var expected, Missing: { } missing } ? (decimal)(expected - missing) / expected : null;

    /// <summary>What a reader must know before comparing with the year before; null where there is nothing.</summary>
    public string? Break(int year) => catalog.Forms.Names.Skip(1).Any(form => catalog.Forms.FirstYears[form] == year) ? texts["Break.Form", year].Value : null;

    private static string SignOf(decimal change) => change switch { > 0 => "▲", < 0 => "▼", _ => "=" };

    private static string Signed(decimal value, string format) => (value > 0 ? "+" : "") + value.ToString(format, CultureInfo.InvariantCulture);

    private static string Rounded(decimal value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}

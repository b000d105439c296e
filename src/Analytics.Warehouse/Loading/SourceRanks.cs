// How far a document is to be trusted by where it came from: sql/seeds/source-ranks.csv.
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Ranks of sources; of two reports of one agency and year the one of the higher rank is current.</summary>
internal sealed class SourceRanks
{
    private readonly List<(Regex Pattern, sbyte Rank)> ranks = Seeds.Read("source-ranks.csv")
        .Select(row => (new Regex(row["pattern"], RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), sbyte.Parse(row["rank"], CultureInfo.InvariantCulture)))
        .OrderByDescending(entry => entry.Item2).ToList();

    /// <summary>The highest rank whose pattern fits; 0 where none does.</summary>
    /// <param name="source">Address, null where unknown.</param>
    public sbyte Of(string? source) => source is null ? (sbyte)0 : ranks.FirstOrDefault(entry => entry.Pattern.IsMatch(source)).Rank;
}

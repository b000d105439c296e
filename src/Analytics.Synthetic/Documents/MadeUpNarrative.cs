// What made-up reports say beside their tables: neutral sentences of our own, which name no body, no year and no figure of the tables.
using System.Globalization;
using CsvHelper;

namespace Analytics.Synthetic;

/// <summary>Writes the text of a report's sections.</summary>
internal static class MadeUpNarrative
{
    private const int LargestNumber = 20;
    private const int LeastSentences = 8;
    private const int SentencesMore = 10;
    private const int SentencesTogether = 4;

    // By section, in the order of narrative.csv.
    private static readonly Dictionary<string, List<string>> Sentences = Read();

    /// <summary>Paragraphs of the first section: some hundred characters each.</summary>
    public static IEnumerable<string> Overview(Dice dice) =>
        Drawn("一", LeastSentences + dice.Below(SentencesMore), dice).Chunk(SentencesTogether).Select(sentences => string.Concat(sentences));

    /// <summary>Paragraphs of the sections that have no table and are not the first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Others(Dice dice)
    {
        // A problem of each number, then what is done about it.
        var problems = Sentences["五"].GroupBy(sentence => sentence[..2], StringComparer.Ordinal).Select(alike => alike.ElementAt(dice.Below(alike.Count())));
        return new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["五"] = [.. problems.Chunk(SentencesTogether).Select(sentences => string.Concat(sentences))],
            ["六"] = [.. Drawn("六", 1, dice)],
        };
    }

    // Without repetition, in the order of the list.
    private static IEnumerable<string> Drawn(string section, int count, Dice dice)
    {
        var all = Sentences[section];
        var left = Math.Min(count, all.Count);
        for (var i = 0; i < all.Count && left > 0; i++)
        {
            if (!dice.Chance((double)left / (all.Count - i))) continue;
            left--;
            yield return all[i].Replace("{n}", (2 + dice.Below(LargestNumber)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, List<string>> Read()
    {
        using var stream = typeof(MadeUpNarrative).Assembly.GetManifestResourceStream("narrative.csv")!;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions(), leaveOpen: false);
        var sentences = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (!sentences.TryGetValue(csv.GetString(0), out var section)) sentences.Add(csv.GetString(0), section = []);
            section.Add(csv.GetString(1));
        }
        return sentences;
    }
}

// People type pinyin or its first letters where they look for something: how the characters of our own labels and of the names of offices are read.
namespace Analytics.Catalog;

/// <summary>Readings of the characters that stand in labels of metrics, sectors and pages and in the names of offices, from
/// <c>pinyin.csv</c>: each has the one that it has there (重 is chong, as in 重复). Regions have their own pinyin.</summary>
public sealed class Pinyin
{
    private readonly Dictionary<char, string> syllables;

    internal Pinyin(IEnumerable<(string Syllable, string Characters)> rows) =>
        syllables = rows.SelectMany(row => row.Characters, (row, character) => (character, row.Syllable)).ToDictionary(pair => pair.character, pair => pair.Syllable);

    /// <summary>Whether the character has a reading.</summary>
    public bool Knows(char character) => syllables.ContainsKey(character);

    /// <summary>公开率 → gongkailv: lower-case ASCII. What has no reading is left out.</summary>
    public string Full(string label) => string.Concat(label.Select(character => syllables.GetValueOrDefault(character)));

    /// <summary>公开率 → gkl.</summary>
    public string Initials(string label) => string.Concat(label.Select(character => syllables.GetValueOrDefault(character)?[..1]));
}

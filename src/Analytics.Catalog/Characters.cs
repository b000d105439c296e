// Reports are mirrored in Traditional characters; labels, regions and offices are defined in Simplified ones.
namespace Analytics.Catalog;

/// <summary>A Traditional character and its Simplified one, a row of <c>characters.csv</c>.</summary>
/// <param name="Alone">Replaced wherever it stands. Otherwise the character is in use in Simplified text as well (於潜镇)
/// and is replaced only in a text that holds another Traditional one.</param>
public sealed record CharacterPair(char Traditional, char Simplified, bool Alone);

/// <summary>Replaces Traditional characters by Simplified ones, one for one: lengths and positions stay.</summary>
public sealed class Characters
{
    private readonly char[] simplified = new char[char.MaxValue + 1];
    private readonly bool[] isTraditional = new bool[char.MaxValue + 1];

    internal Characters(IReadOnlyList<CharacterPair> all)
    {
        All = all;
        for (var c = 0; c < simplified.Length; c++) simplified[c] = (char)c;
        foreach (var pair in all)
        {
            simplified[pair.Traditional] = pair.Simplified;
            isTraditional[pair.Traditional] = pair.Alone;
        }
    }

    public IReadOnlyList<CharacterPair> All { get; }

    /// <summary>The character in its Simplified form, as in a text of it alone.</summary>
    public char Simplify(char c) => isTraditional[c] ? simplified[c] : c;

    /// <summary>The text in Simplified characters; the same instance where nothing is replaced.</summary>
    public string Simplify(string text)
    {
        foreach (var c in text)
        {
            if (isTraditional[c]) return string.Create(text.Length, (text, simplified), static (span, of) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = of.simplified[of.text[i]];
            });
        }
        return text;
    }
}

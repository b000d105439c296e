// The end of a flood, in order, and nothing in it that steers a terminal.
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Sandbox.Tests;

public sealed class LastWordsTests
{
    [Fact]
    public void However_it_comes_in_pieces_the_end_is_kept()
    {
        var pieces = Gen.ListOf(Gen.Choose(0, 5000));
        Prop.ForAll(pieces.ToArbitrary(), lengths =>
        {
            var words = new LastWords();
            var all = new StringBuilder();
            foreach (var length in lengths)
            {
                var piece = string.Concat(Enumerable.Range(all.Length, length).Select(i => (char)('a' + i % 26)));
                all.Append(piece);
                words.Add(Encoding.ASCII.GetBytes(piece));
            }

            return words.ToString() == all.ToString()[Math.Max(0, all.Length - LastWords.Capacity)..];
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Control_characters_are_shown_not_obeyed()
    {
        var words = new LastWords();
        words.Add("a\u001b[2Jb\nc"u8);
        Assert.Equal("a\uFFFD[2Jb\nc", words.ToString());
    }
}

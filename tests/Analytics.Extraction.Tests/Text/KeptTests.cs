// Answers are kept, but neither without end nor for texts that are no labels.
namespace Analytics.Extraction.Tests;

public sealed class KeptTests
{
    private readonly Kept<string> kept = new();
    private int found;

    [Fact]
    public void A_text_is_asked_about_once()
    {
        Assert.Equal(["a!", "a!", "b!"], new[] { "a", "a", "b" }.Select(Ask));
        Assert.Equal(2, found);
    }

    [Fact]
    public void A_long_text_is_asked_about_each_time()
    {
        var text = new string('文', 201);
        Assert.Equal(Ask(text), Ask(text));
        Assert.Equal(2, found);
    }

    [Fact]
    public void Room_is_made_for_what_is_asked_now()
    {
        Ask("first");
        for (var i = 0; i < 20_000; i++) Ask($"text {i}");
        found = 0;
        Ask("text 19999");
        Assert.Equal(0, found);
        Ask("first");
        Assert.Equal(1, found);
    }

    private string Ask(string text) => kept.Get(text, text, asked =>
    {
        found++;
        return asked + "!";
    });
}

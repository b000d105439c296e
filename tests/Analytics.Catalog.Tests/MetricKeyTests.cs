// A metric's key is its public name everywhere, so nothing else may pass for one.
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Catalog.Tests;

public sealed class MetricKeyTests
{
    private static readonly Gen<string> Words = Gen.Elements("abcxyz019_".ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters));

    private static readonly Gen<string> Keys = Words.NonEmptyListOf().Select(words => string.Join('.', words));

    // Close to keys, so that one bad character among good ones comes up.
    private static readonly Gen<string> NearKeys = Gen.Elements("abz09_..AZ -:é字\n".ToCharArray()).ListOf().Select(letters => string.Concat(letters));

    [Fact]
    public void Words_joined_by_single_dots_are_a_key_of_line_and_column()
    {
        Prop.ForAll(Keys.ToArbitrary(), text =>
        {
            var key = new MetricKey(text);
            var words = text.Split('.');
            return key.Value == text && key.ToString() == text && key.Column == words[^1] && key.Line == string.Join('.', words[..^1]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_other_text_is_refused()
    {
        Prop.ForAll(NearKeys.ToArbitrary(), text =>
        {
            var isKey = text.Split('.').All(word => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'));
            return isKey == IsAccepted(text);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("requests.")]
    [InlineData(".total")]
    [InlineData("requests..total")]
    [InlineData("Requests.total")]
    [InlineData("requests total")]
    [InlineData("requests.total\n")]
    [InlineData("requests.*")]
    [InlineData("申请.总计")]
    public void A_text_that_is_no_key_says_so(string? text)
    {
        var error = Assert.Throws<FormatException>(() => new MetricKey(text!));

        Assert.Contains("is not a metric key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_compare_as_their_texts_do()
    {
        Prop.ForAll(Keys.ToArbitrary(), Keys.ToArbitrary(), (a, b) =>
        {
            var (left, right) = (new MetricKey(a), new MetricKey(b));
            var order = string.CompareOrdinal(a, b);
            return (left < right) == (order < 0) && (left > right) == (order > 0) && (left <= right) == (order <= 0) && (left >= right) == (order >= 0)
                && (left == right) == (order == 0);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsAccepted(string text)
    {
        try
        {
            return new MetricKey(text).Value == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

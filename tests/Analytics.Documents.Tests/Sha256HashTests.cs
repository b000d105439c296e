// The hash names a document everywhere: in the folder of documents, the warehouse and the output.
namespace Analytics.Documents.Tests;

public sealed class Sha256HashTests
{
    [Fact]
    public void The_hash_of_abc_is_the_one_of_the_standard()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256Hash.Of("abc"u8).ToString());
    }

    [Fact]
    public void Its_text_is_read_back()
    {
        var hash = Sha256Hash.Of([]);

        Assert.Equal(hash, new Sha256Hash(hash.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("../../etc/passwd0000000000000000000000000000000000000000000000000")]
    public void Anything_but_64_lower_case_hex_digits_is_refused(string text) => Assert.Throws<FormatException>(() => new Sha256Hash(text));
}

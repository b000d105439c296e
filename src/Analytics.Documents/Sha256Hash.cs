// Documents are known by their content, never by their name.
using System.Buffers;
using System.Security.Cryptography;

namespace Analytics.Documents;

/// <summary>SHA-256 of a document's bytes, 64 lower case hex digits.</summary>
public readonly record struct Sha256Hash
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private readonly string? hex;

    /// <exception cref="FormatException">Not 64 lower case hex digits.</exception>
    public Sha256Hash(string hex)
    {
        if (hex.Length != 64 || hex.AsSpan().IndexOfAnyExcept(HexDigits) >= 0) throw new FormatException($"'{hex}' is not a SHA-256.");
        this.hex = hex;
    }

    public static Sha256Hash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public override string ToString() => hex ?? "";
}

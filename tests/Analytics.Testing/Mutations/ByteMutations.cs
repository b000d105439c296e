// What bad copies do to bytes of any format.
namespace Analytics.Testing;

#pragma warning disable CA5394 // mutants must be the same on every run
internal static class ByteMutations
{
    /// <summary>One of the mutations; the bytes given stay as they are.</summary>
    public static (byte[] Bytes, string What) Do(Random random, byte[] bytes, byte[] other)
    {
        if (bytes.Length == 0) return ([.. Block(random, other)], "begun with a block of the other");
        var block = Block(random, bytes);
        var at = random.Next(bytes.Length + 1);
        switch (random.Next(9))
        {
            case 0:
                var flipped = (byte[])bytes.Clone();
                var count = 1 + random.Next(20);
                for (var i = 0; i < count; i++) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                return (flipped, $"{count} bits flipped");
            case 1: return (bytes[..at], $"cut at {at}");
            case 2: return (bytes[random.Next(Math.Min(bytes.Length, 64))..], "beginning lost");
            case 3: return ([.. bytes[..at], .. block, .. bytes[at..]], $"block of {block.Length} doubled");
            case 4:
                var from = random.Next(bytes.Length);
                var length = random.Next(Math.Min(bytes.Length - from, 2000)) + 1;
                return ([.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + length)..]], $"{length} lost at {from}");
            case 5: return ([.. bytes[..at], .. other[random.Next(other.Length + 1)..]], $"spliced at {at}");
            case 6: return ([.. bytes[..at], .. Block(random, other), .. bytes[at..]], "block of the other put in");
            case 7:
                var noise = new byte[random.Next(1, 300)];
                random.NextBytes(noise);
                return ([.. bytes[..at], .. noise, .. bytes[at..]], $"{noise.Length} random bytes at {at}");
            default:
                var zeroed = (byte[])bytes.Clone();
                Array.Clear(zeroed, at, Math.Min(random.Next(600), zeroed.Length - at));
                return (zeroed, $"zeros at {at}");
        }
    }

    private static byte[] Block(Random random, byte[] bytes)
    {
        if (bytes.Length == 0) return [];
        var from = random.Next(bytes.Length);
        return bytes[from..(from + random.Next(Math.Min(bytes.Length - from, 4000)) + 1)];
    }
}

// Documents as accidents and malice leave them: each a known document with a few things done to it, the same for the same seed.
namespace Analytics.Testing;

/// <summary>A document to start from.</summary>
/// <param name="Name">File name; the extension says which kind of mutation makes sense.</param>
/// <param name="Bytes">The whole file.</param>
public sealed record SourceDocument(string Name, byte[] Bytes)
{
    public string Extension { get; } = Path.GetExtension(Name).TrimStart('.').ToLowerInvariant();
}

/// <summary>A mutated document.</summary>
/// <param name="Name">File name: 00042-report.docx.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="What">What was done to which document, for messages.</param>
public sealed record Mutant(string Name, byte[] Bytes, string What);

/// <summary>Makes mutants.</summary>
/// <param name="seed">The same seed makes the same mutants of the same documents.</param>
/// <param name="sources">What they are made of, in any order.</param>
public sealed class Mutator(int seed, IReadOnlyList<SourceDocument> sources)
{
    private const int MostSteps = 3;
    private const int MostBytes = 4 << 20;

    /// <summary>The mutant of a number; the others need not be made for it.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="of">The document it is made of.</param>
    public Mutant Make(int number, SourceDocument of)
    {
#pragma warning disable CA5394 // mutants must be the same on every run
        var random = new Random(HashCode(seed, number));
        var other = sources[random.Next(sources.Count)];
        var bytes = of.Bytes;
        var done = new List<string>();
        for (var steps = random.Next(MostSteps) + 1; steps > 0; steps--)
        {
            var way = random.Next(4);
#pragma warning restore CA5394
            // Inside a package or a text most of the time, for a broken package tells only that it is broken.
            var (changed, what) = (way > 0 ? PackageMutations.Try(random, bytes, other.Bytes) ?? TextMutations.Try(random, bytes, other.Bytes) : null)
                ?? ByteMutations.Do(random, bytes, other.Bytes);
            if (changed.Length > MostBytes) continue;
            bytes = changed;
            done.Add(what);
        }
        return new Mutant($"{number:D5}-{of.Name}", bytes, $"{of.Name}: {string.Join(", ", done)} (other: {other.Name})");
    }

    // string.GetHashCode differs between runs, and so does System.HashCode.
    private static int HashCode(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619)) & int.MaxValue;
}

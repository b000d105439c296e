// Extracts many documents on all cores and hands the reports back in the order of the files.
using System.Runtime.CompilerServices;
using Analytics.Extraction;

namespace Analytics.Etl;

/// <summary>Runs an extractor over files.</summary>
public static class Batch
{
    /// <summary>Reports in the order of the files; at most a few files per core are in memory at once.</summary>
    public static async IAsyncEnumerable<Report> ExtractAsync(
        Extractor extractor, IReadOnlyList<string> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var window = Environment.ProcessorCount * 2;
        var running = new Queue<Task<Report>>();
        foreach (var file in files)
        {
            if (running.Count >= window) yield return await running.Dequeue();
            running.Enqueue(Task.Run(async () => extractor.Extract(file, await File.ReadAllBytesAsync(file, cancellation)), cancellation));
        }
        while (running.TryDequeue(out var next)) yield return await next;
    }
}

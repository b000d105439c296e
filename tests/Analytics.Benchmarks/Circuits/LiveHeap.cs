// How much of another .NET process' heap is alive: asks it for a collection and reads what survived.
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Analytics.Benchmarks.Circuits;

internal static class LiveHeap
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Bytes that survive a full collection.</summary>
    public static async Task<long> OfAsync(int process)
    {
        var survived = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = new DiagnosticsClient(process);
        using var session = await client.StartEventPipeSessionAsync(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)(ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect))],
            requestRundown: false, circularBufferMB: 64, CancellationToken.None);
        using var source = new EventPipeEventSource(session.EventStream);
        var isFull = false;
        source.Clr.GCStart += start => isFull |= start.Depth == 2 && start.Reason == GCReason.Induced;
        source.Clr.GCHeapStats += heap =>
        {
            if (isFull) survived.TrySetResult(heap.TotalPromoted + heap.TotalPromotedSize4);
        };
        var reading = Task.Run(source.Process);
        var bytes = await survived.Task.WaitAsync(Patience);
        await session.StopAsync(CancellationToken.None);
        await reading;
        return bytes;
    }
}

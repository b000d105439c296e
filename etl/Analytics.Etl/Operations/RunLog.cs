// The log of runs: lines are gathered and written together.
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Operations;

/// <summary>Writes lines to the logs of runs. Lines in memory are lost with the process; states of documents never are.</summary>
public sealed class RunLog(OperationsDatabase database, NodeIdentity node, TimeProvider clock, ILogger<RunLog> log) : BackgroundService
{
    private const int MostLines = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly Channel<Line> lines = Channel.CreateUnbounded<Line>(new UnboundedChannelOptions { SingleReader = true });
    private long written;

    private sealed record Line(string Run, DateTime At, long Number, string Level, string Message);

    public void Info(string run, string message) => Add(run, "info", message);

    public void Warn(string run, string message) => Add(run, "warning", message);

    public void Error(string run, string message) => Add(run, "error", message);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await lines.Reader.WaitToReadAsync(stoppingToken))
            {
                await WriteAsync(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    private void Add(string run, string level, string message) =>
        lines.Writer.TryWrite(new Line(run, OperationsDatabase.Stamp(clock.GetUtcNow()), Interlocked.Increment(ref written), level, message));

    private async Task WriteAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var some = new List<Line>();
            while (some.Count < MostLines && lines.Reader.TryRead(out var line)) some.Add(line);
            if (some.Count == 0) return;
            try
            {
                await database.ExecuteAsync("LogAdd", new Values
                {
                    ["run_id"] = some.Select(line => line.Run).ToArray(),
                    ["logged_at"] = some.Select(line => line.At).ToArray(),
                    ["line"] = some.Select(line => line.Number).ToArray(),
                    ["level"] = some.Select(line => line.Level).ToArray(),
                    ["message"] = some.Select(line => line.Message).ToArray(),
                    ["node"] = node.Name,
                }, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The work itself goes on: what became of documents is kept elsewhere.
                log.LogWarning(e, "{Count} lines of run logs could not be written", some.Count);
            }
        }
    }
}

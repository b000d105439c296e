// Runs that are interrupted, cancelled, tried again, or cannot be published.
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Sandbox;

namespace Analytics.Etl.Tests.Jobs;

public sealed class RunTests
{
    [Fact]
    public async Task What_is_interrupted_is_taken_up_at_the_next_start_and_loaded_once()
    {
        var samples = Given.Samples.Take(6).ToList();
        var gate = new Gate(3);
        await using var stuck = gate.Intake();
        await using var free = Engine.Reading((request, _) => Task.FromResult(request));
        await using var engine = await Engine.StartAsync(stuck);
        var archive = engine.Write("rest.zip", Given.Zip([.. samples.Skip(3).Select(sample => (sample.Name, sample.Bytes)), ("../outside.txt", Given.Bytes(Given.Notice))]));
        var run = await engine.SubmitAsync([.. samples.Take(3).Select(sample => engine.Write(sample.Name, sample.Bytes)), archive]);
        await gate.ReachedAsync();
        await Engine.UntilAsync(async () => (await engine.Store.DocumentsAsync(run, DocumentState.Unpacked, 1, 0, default)).Count > 0);

        await engine.RestartAsync(free);
        var finished = await engine.WaitAsync(run);

        Assert.Equal((6L, 0L, 1L, 7L), (finished.Run.Loaded, finished.Run.Known, finished.Run.Quarantined, finished.Run.Documents));
        Assert.Equal(["6"], await engine.AskAsync("select count(*) from report where is_current"));
        Assert.Contains(finished.Documents, document => document.Attempts > 1);
        var hash = await engine.Writer.ContentHashAsync(default);
        await engine.AssertCleanAsync();

        await using var undisturbed = await Engine.StartAsync(free);
        await undisturbed.LoadAsync([.. samples.Take(3).Select(sample => undisturbed.Write(sample.Name, sample.Bytes)), archive]);
        Assert.Equal(await undisturbed.Writer.ContentHashAsync(default), hash);
    }

    [Fact]
    public async Task A_run_left_open_by_a_process_that_ended_is_closed_at_the_next_start_with_what_it_has()
    {
        await using var free = Engine.Reading((request, _) => Task.FromResult(request));
        await using var engine = await Engine.StartAsync(free);
        var run = await engine.Center.OpenAsync(RunOrigin.Upload, "上传", "测试", default);
        await engine.Center.AddAsync(run, 0, Etl.Jobs.GivenFile.Of(engine.Write("a.txt", Given.Text)), default);
        var empty = await engine.Center.OpenAsync(RunOrigin.Upload, "上传", "测试", default);
        Assert.Equal(RunState.Open, await engine.Store.StateOfAsync(run, default));

        await engine.RestartAsync(free);

        Assert.Equal((RunState.Succeeded, 1L), (await engine.WaitAsync(run)).Run is { } row ? (row.Status, row.Loaded) : default);
        Assert.Equal((RunState.Succeeded, 0L), (await engine.WaitAsync(empty)).Run is { } none ? (none.Status, none.Documents) : default);
        await Engine.UntilAsync(async () => (await engine.Store.LogAsync(run, 10, 0, default)).Any(line => line.Level == "warning"));
    }

    [Fact]
    public async Task Cancelled_while_it_is_read_what_is_loaded_stays_and_is_seen_and_nothing_else_is_loaded()
    {
        var gate = new Gate(2);
        await using var stuck = gate.Intake();
        await using var engine = await Engine.StartAsync(stuck);
        var files = Given.Samples.Take(5).Select(sample => engine.Write(sample.Name, sample.Bytes)).ToArray();
        var run = await engine.SubmitAsync(files);
        await gate.ReachedAsync();
        await Engine.UntilAsync(async () => (await engine.Store.RunAsync(run, default))!.Loaded > 0);

        await engine.Center.CancelAsync(run, "测试", default);
        gate.Open();
        var cancelled = await engine.WaitAsync(run);
        Assert.Equal(RunState.Cancelled, cancelled.Run.Status);
        var another = await engine.LoadAsync(engine.Write("other.txt", Given.Corrected));
        Assert.Equal(1, another.Run.Loaded);

        var states = await engine.Store.DocumentsAsync(run, null, 10, 0, default);
        Assert.InRange(states.Count(document => document.Status == DocumentState.Cancelled), 1, 4);
        Assert.Equal(5, states.Count(document => document.Status is DocumentState.Cancelled or DocumentState.Loaded));
        Assert.Equal([(states.Count(document => document.Status == DocumentState.Loaded) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)], await engine.AskAsync("select count(*) from document"));
        // Nothing stands in the way of the same files again.
        Assert.Equal(5, (await engine.LoadAsync(files)).Documents.Count(document => document.Status is DocumentState.Loaded or DocumentState.Known));
        Assert.Equal(["6"], await engine.AskAsync("select count(*) from document where report_id is not null"));
        await Engine.UntilAsync(() => Task.FromResult(!Directory.EnumerateFiles(engine.Folder.Extracted).Any()));
        await engine.AssertCleanAsync();
    }

    [Fact]
    public async Task What_was_loaded_before_a_run_was_cancelled_is_published()
    {
        var gate = new Gate(1);
        await using var stuck = gate.Intake();
        await using var engine = await Engine.StartAsync(stuck);
        var run = await engine.SubmitAsync(Given.Samples.Take(2).Select(sample => engine.Write(sample.Name, sample.Bytes)).ToArray());
        await Engine.UntilAsync(async () => (await engine.Store.RunAsync(run, default))!.Loaded > 0);
        await engine.Center.CancelAsync(run, "测试", default);

        await Engine.UntilAsync(async () => (await engine.Store.RunAsync(run, default))!.PublishedVersion is not null);
        Assert.Equal("cancelled", (await engine.Store.RunAsync(run, default))!.State);
        Assert.Equal(["1"], await engine.AskAsync("select count(*) from report"));
        gate.Open();
    }

    [Fact]
    public async Task Where_nothing_can_be_read_documents_fail_and_are_loaded_when_tried_again()
    {
        await using var none = new DocumentIntake((_, _, _) => Task.FromResult<SandboxResult>(new SandboxResult.Failed(SandboxFailure.StartFailed, "no memory", "")), new ReadingLimits());
        await using var free = Engine.Reading((request, _) => Task.FromResult(request));
        await using var engine = await Engine.StartAsync(none);
        var file = engine.Write("a.txt", Given.Text);
        var failed = await engine.LoadAsync(file);
        Assert.Equal((RunState.Failed, 1L, null), (failed.Run.Status, failed.Run.Failed, failed.Run.PublishedVersion));
        Assert.Contains("no memory", failed.Documents[0].Reason, StringComparison.Ordinal);

        await engine.RestartAsync(free);
        var retried = await engine.WaitAsync(await engine.Center.RetryAsync([Engine.Sha256(file)], "测试", default));
        Assert.Equal((RunState.Succeeded, 1L), (retried.Run.Status, retried.Run.Loaded));
    }

    [Fact]
    public async Task What_cannot_be_published_stays_publishing_with_the_message_and_goes_on_when_there_is_room()
    {
        await using var free = Engine.Reading((request, _) => Task.FromResult(request));
        await using var engine = await Engine.StartAsync(free);
        // A folder in the place of the file to be.
        var inTheWay = engine.Folder.PublishedFile(1) + ".part";
        Directory.CreateDirectory(Path.Combine(inTheWay, "warehouse.duckdb", "more"));
        var run = await engine.SubmitAsync(engine.Write("a.txt", Given.Text));

        var failed = await Assert.ThrowsAsync<IOException>(() => engine.WaitAsync(run));
        Assert.Contains("could not be published", failed.Message, StringComparison.Ordinal);
        var waiting = (await engine.Store.RunAsync(run, default))!;
        Assert.Equal((RunState.Publishing, failed.Message), (waiting.Status, waiting.Error));

        Directory.Delete(inTheWay, recursive: true);
        await Engine.UntilAsync(async () => (await engine.Store.RunAsync(run, default))!.Status == RunState.Succeeded);
        Assert.Equal((1, null), (await engine.Store.RunAsync(run, default)) is { } done ? (done.PublishedVersion, done.Error) : default);
        Assert.Equal(["1"], await engine.AskAsync("select count(*) from report"));
    }

    /// <summary>Lets some documents be read, and holds the others until it is opened.</summary>
    private sealed class Gate(int free)
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = free;

        public DocumentIntake Intake() => Engine.Reading(async (request, token) =>
        {
            if (request.Span[0] == ReadingRequests.ExtractMark && Interlocked.Decrement(ref left) < 0)
            {
                reached.TrySetResult();
                await open.Task.WaitAsync(token);
            }
            return request;
        });

        public Task ReachedAsync() => reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Open() => open.TrySetResult();
    }
}

// The pool answers each request exactly once, in any order of success, failure, cancellation and disposal.
using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Sandbox.Tests;

public sealed class SandboxPoolTests
{
    [Fact]
    public async Task Many_requests_at_once_each_get_their_own_answer()
    {
        await using var pool = new SandboxPool(Trial.Options with { Workers = 2 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => pool.Answer($"echo {i}")));
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"{i}"), answers);
        Assert.Equal(2, pool.Starts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((64 << 10) - 13)]
    [InlineData((64 << 10) - 12)]
    [InlineData(64 << 10)]
    [InlineData(20_000_000)]
    public async Task A_request_of_any_size_comes_back_unchanged(int length)
    {
        await using var pool = new SandboxPool(Trial.Options);
        var request = new byte[length + 5];
        new System.Random(length).NextBytes(request);
        "echo "u8.CopyTo(request);
        var completed = Assert.IsType<SandboxResult.Completed>(await pool.RunAsync(request));
        Assert.True(completed.Response.Span.SequenceEqual(request.AsSpan(5)));
    }

    [Fact]
    public async Task Requests_one_after_the_other_need_one_worker()
    {
        await using var pool = new SandboxPool(Trial.Options with { Workers = 4 });
        var first = await pool.Answer("process");
        for (var i = 0; i < 20; i++)
            Assert.Equal(first, await pool.Answer("process"));
        Assert.Equal(1, pool.Starts);
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_share_of_requests()
    {
        await using var pool = new SandboxPool(Trial.Options with { RequestsPerWorker = 3 });
        var workers = new List<string>();
        for (var i = 0; i < 7; i++)
            workers.Add(await pool.Answer("process"));
        Assert.Equal(3, pool.Starts);
        Assert.Equal([3, 3, 1], workers.GroupBy(w => w).Select(g => g.Count()));
    }

    [Fact]
    public async Task A_worker_that_has_grown_is_replaced_before_it_costs_a_request()
    {
        await using var pool = new SandboxPool(Trial.Options with { MemoryLimit = 400 << 20 });
        for (var i = 0; i < 200; i++)
            Assert.Equal("kept", await pool.Answer($"keep {4 << 20}"));
        Assert.True(pool.Starts > 1);
    }

    [Fact]
    public async Task A_cancelled_request_ends_its_worker_and_one_that_waits_just_goes()
    {
        using var folder = new TestFolder();
        var begun = Path.Combine(folder.Path, "begun");
        await using var pool = new SandboxPool(Trial.Options);
        var worker = int.Parse(await pool.Answer("process"), System.Globalization.CultureInfo.InvariantCulture);
        using var cancelWaiting = new CancellationTokenSource();
        using var cancelRunning = new CancellationTokenSource();
        var running = pool.Ask($"hang {begun}", cancelRunning.Token);
        var waiting = pool.Ask("echo x", cancelWaiting.Token);
        var last = pool.Ask("echo y");

        await cancelWaiting.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(running.IsCompleted);
        await Trial.Until(() => File.Exists(begun), "the worker works on it"); // until then it only waits

        var began = Stopwatch.GetTimestamp();
        await cancelRunning.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);
        Assert.False(Trial.Exists(worker));
        Assert.Equal("y", Trial.Text(await last));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.Ask("echo z", new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Disposal_ends_running_and_waiting_requests_and_leaves_neither_process_nor_folder()
    {
        using var folder = new TestFolder();
        var pool = new SandboxPool(Trial.Options with { Workers = 2, TemporaryFolder = folder.Path });
        var processes = (await Task.WhenAll(pool.Answer("spawn"), pool.Answer("spawn"))).Select(t => t.Split(' ').Select(int.Parse).ToList()).ToList();
        var requests = Enumerable.Range(0, 6).Select(_ => pool.Ask("hang")).ToList();

        var began = Stopwatch.GetTimestamp();
        await pool.DisposeAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);
        foreach (var request in requests)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => request);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.Ask("echo x"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.All(processes, tree => Assert.False(Trial.Exists(tree[0])));
        Assert.All(processes, tree => Assert.False(Trial.Lives(tree[1])));
        pool.Dispose(); // again: nothing happens
    }

    [Fact]
    public void A_pool_that_was_never_asked_starts_nothing_and_goes_at_once()
    {
        using var folder = new TestFolder();
        var pool = new SandboxPool(Trial.Options with { TemporaryFolder = folder.Path });
        pool.Dispose();
        Assert.Equal(0, pool.Starts);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_limit_of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SandboxPool(Trial.Options with { Workers = 0 }));

    [Fact]
    public void Any_mix_of_good_and_bad_requests_is_answered_each_exactly_once()
    {
        var request = Gen.Frequency(
            (60, Gen.Choose(0, 9999).Select(i => $"echo {i}")),
            (10, Gen.Choose(0, 9999).Select(i => $"throw {i}")),
            (6, Gen.Constant("flood")),
            (6, Gen.Constant("print x")),
            (6, Gen.Constant($"large {200_000}")),
            (3, Gen.Constant("exit 5")),
            (3, Gen.Constant($"large {2 << 20}")),
            (1, Gen.Constant("sleep 60000")));
        using var pool = new SandboxPool(Trial.Options with { Workers = 2, OutputLimit = 1 << 20, TimeLimit = TimeSpan.FromSeconds(1.5), RequestsPerWorker = 50 });
        var property = Prop.ForAll(
            Gen.ListOf(request, 20).ToArbitrary(),
            requests =>
            {
                var results = Task.WhenAll(requests.Select(r => pool.Ask(r))).GetAwaiter().GetResult();
                Assert.All(requests.Zip(results), pair => Assert.True(IsRight(pair.First, pair.Second), $"{pair.First}: {pair.Second}"));
            });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    private static bool IsRight(string request, SandboxResult result) => (request.Split(' '), result) switch
    {
        (["echo", var text], SandboxResult.Completed done) => Encoding.UTF8.GetString(done.Response.Span) == text,
        (["throw", var text], SandboxResult.Refused refused) => refused.Message == text,
        (["large", "200000"], SandboxResult.Completed done) => done.Response.Length == 200_000,
        (["flood" or "print", ..], SandboxResult.Completed) => true,
        (["exit", _], SandboxResult.Failed failed) => failed.Reason is SandboxFailure.Crashed,
        (["large", _], SandboxResult.Failed failed) => failed.Reason is SandboxFailure.OutputTooLarge,
        (["sleep", _], SandboxResult.Failed failed) => failed.Reason is SandboxFailure.TimedOut,
        _ => false,
    };
}

// What a hostile request does to its worker, it does to itself only, and within the limits.
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Sandbox.Tests;

public sealed class WorkerProcessTests
{
    private const long Limit = 250 << 20;

    // Growth between two looks at a process that does nothing but grow.
    private const long Slack = 350 << 20;

    [Fact]
    public async Task A_hang_is_ended_at_the_limit_and_the_next_request_works()
    {
        await using var pool = new SandboxPool(Trial.Options with { TimeLimit = TimeSpan.FromMilliseconds(300) });
        Assert.Equal("x", await pool.Answer("echo x"));
        var began = Stopwatch.GetTimestamp();
        await pool.Fails(SandboxFailure.TimedOut, "hang");
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.3, 1.3);
        Assert.Equal("y", await pool.Answer("echo y"));
        Assert.Equal(2, pool.Starts);
    }

    [Fact]
    public async Task A_request_may_bring_a_time_limit_of_its_own()
    {
        await using var pool = new SandboxPool(Trial.Options with { TimeLimit = TimeSpan.FromMinutes(5) });
        var began = Stopwatch.GetTimestamp();
        var failed = Assert.IsType<SandboxResult.Failed>(await pool.RunAsync("hang"u8.ToArray(), TimeSpan.FromMilliseconds(300)));
        Assert.Equal(SandboxFailure.TimedOut, failed.Reason);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.3, 5);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => pool.RunAsync(default, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("hog")]
    [InlineData("child tail /dev/zero")] // a program of someone else's
    [InlineData("child setsid tail /dev/zero")] // in a session of its own
    [InlineData("child setsid tail /dev/zero >/dev/null & sleep 60")] // orphaned as well
    public async Task A_memory_hog_is_ended_near_the_limit_wherever_in_the_tree_it_is(string request)
    {
        await using var pool = new SandboxPool(Trial.Options with { MemoryLimit = Limit });
        var worker = int.Parse(await pool.Answer("process"), CultureInfo.InvariantCulture);
        var key = ProcessTable.Read(worker)!.Value.Key;
        var tree = new ProcessTree(key);
        var asked = pool.Ask(request);
        var highest = 0L;
        HashSet<ProcessKey> members = [];
        var watch = new Thread(() =>
        {
            while (!asked.IsCompleted)
            {
                var now = tree.Members(ProcessTable.Read());
                highest = Math.Max(highest, now.Sum(row => row.Resident));
                members.UnionWith(now.Select(row => row.Key));
                Thread.Sleep(5);
            }
        });
        watch.Start(); // a thread of its own, so that it is not late
        watch.Join();

        var failed = Assert.IsType<SandboxResult.Failed>(await asked);
        Assert.True(failed.Reason is SandboxFailure.OutOfMemory, failed.ToString());
        Assert.InRange(highest, Limit / 2, Limit + Slack);
        await Trial.Until(() => !members.Any(key => Trial.Lives(key.Id)), "the whole tree ended");
        Assert.False(Trial.Exists(worker));
        Assert.Equal("y", await pool.Answer("echo y"));
    }

    [Theory]
    [InlineData("hog-heap")]
    [InlineData("hog-heap-elsewhere")] // where no handler catches it
    public async Task The_heap_has_a_limit_of_its_own(string request)
    {
        await using var pool = new SandboxPool(Trial.Options with { HeapLimit = 64 << 20, MemoryLimit = 4L << 30 });
        await pool.Fails(SandboxFailure.OutOfMemory, request);
        Assert.Equal("y", await pool.Answer("echo y"));
    }

    [Theory]
    [InlineData("fail-fast", "signal 6", "the worker ends itself")]
    [InlineData("overflow", "signal 6", "Stack overflow")]
    [InlineData("exit 7", "exit code 7", "")]
    [InlineData("child kill -9 $PPID", "signal 9", "")]
    [InlineData("say-and-exit 最后的话", "exit code 1", "最后的话")]
    public async Task A_crash_is_told_with_its_last_words_and_the_next_request_works(string request, string how, string words)
    {
        await using var pool = new SandboxPool(Trial.Options);
        Assert.Equal("said", await pool.Answer("say earlier words"));
        var failed = await pool.Fails(SandboxFailure.Crashed, request);
        Assert.Contains(how, failed.Message, StringComparison.Ordinal);
        Assert.Contains(words, failed.LastWords, StringComparison.Ordinal);
        Assert.DoesNotContain("earlier", failed.LastWords, StringComparison.Ordinal);
        Assert.InRange(failed.LastWords.Length, 0, LastWords.Capacity);
        Assert.Equal("y", await pool.Answer("echo y"));
    }

    [Fact]
    public async Task A_crash_takes_the_children_along()
    {
        await using var pool = new SandboxPool(Trial.Options);
        var child = int.Parse(await pool.Answer("child sleep 300 >/dev/null 2>&1 & echo $!"), CultureInfo.InvariantCulture);
        Assert.True(Trial.Lives(child));
        await pool.Fails(SandboxFailure.Crashed, "exit 1");
        await Trial.Until(() => !Trial.Lives(child), "child ended");
    }

    [Fact]
    public async Task A_child_that_holds_the_pipes_does_not_hide_that_the_worker_ended()
    {
        await using var pool = new SandboxPool(Trial.Options);
        await pool.Fails(SandboxFailure.Crashed, "child (sleep 300 >&2 & kill -9 $PPID)");
        Assert.Equal("y", await pool.Answer("echo y"));
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_not_taken_in()
    {
        await using var pool = new SandboxPool(Trial.Options with { OutputLimit = 1000 });
        Assert.Equal(1000, (await pool.Answer("large 1000")).Length);
        await pool.Fails(SandboxFailure.OutputTooLarge, "large 1001");
        Assert.Equal("y", await pool.Answer("echo y"));
    }

    [Fact]
    public async Task A_flood_of_words_blocks_nothing()
    {
        await using var pool = new SandboxPool(Trial.Options);
        Assert.Equal("flooded", await pool.Answer("flood"));
        Assert.Equal("y", await pool.Answer("echo y"));
    }

    [Fact]
    public async Task What_the_handler_throws_is_a_refusal_and_the_worker_lives_on()
    {
        await using var pool = new SandboxPool(Trial.Options);
        Assert.Equal(new SandboxResult.Refused("无法读取\n第二行", "System.IO.InvalidDataException"), await pool.Ask("throw 无法读取\n第二行"));
        var refused = Assert.IsType<SandboxResult.Refused>(await pool.Ask("throw " + new string('x', 100_000)));
        Assert.Equal(4000, refused.Message.Length);
        Assert.Equal(1, pool.Starts);
    }

    [Fact]
    public async Task Whatever_prints_in_a_worker_does_not_print_into_the_answer()
    {
        await using var pool = new SandboxPool(Trial.Options);
        Assert.Equal("printed", await pool.Answer("print hello"));
        Assert.Equal("y", await pool.Answer("echo y"));
        Assert.Equal(1, pool.Starts);
    }

    [Theory]
    [InlineData("end-at-once", "exit code 3", "no licence found")]
    [InlineData("print-first", "before the protocol began", "")]
    [InlineData("never-ready", "not done after", "")]
    public async Task A_worker_that_does_not_come_up_is_reported_with_every_request(string argument, string how, string words)
    {
        await using var pool = new SandboxPool(Trial.Options with { Arguments = [Trial.Program, argument], StartLimit = TimeSpan.FromSeconds(argument == "never-ready" ? 0.3 : 20) });
        for (var i = 0; i < 2; i++)
        {
            var failed = await pool.Fails(SandboxFailure.StartFailed, "echo x");
            Assert.Contains(how, failed.Message, StringComparison.Ordinal);
            Assert.Equal(words, failed.LastWords);
        }
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        await using var pool = new SandboxPool(Trial.Options with { FileName = "no-such-program" });
        Assert.Contains("no-such-program", (await pool.Fails(SandboxFailure.StartFailed, "echo x")).LastWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_inherits_no_more_of_the_environment_than_is_listed()
    {
        Environment.SetEnvironmentVariable("SANDBOX_TEST_SECRET", "secret");
        await using var pool = new SandboxPool(Trial.Options with { Variables = new Dictionary<string, string> { ["OMP_THREAD_LIMIT"] = "1" } });
        var variables = (await pool.Answer("environment")).Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(
            ["HOME", "LANG", "OMP_THREAD_LIMIT", "PATH", "TMPDIR"],
            variables.Keys.Where(name => !name.StartsWith("DOTNET_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("0x12c00000", variables["DOTNET_GCHeapHardLimit"]);
        Assert.Equal(await pool.Answer("folder"), variables["HOME"]);
        Assert.Equal("1", variables["OMP_THREAD_LIMIT"]);
    }

    [Fact]
    public async Task A_worker_inherits_no_open_file()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "warehouse");
        await using var file = File.Create(path);
        Assert.Equal(0, Native.Control((int)file.SafeFileHandle.DangerousGetHandle(), 2, 0)); // as a native library opens it
        await using var pool = new SandboxPool(Trial.Options);
        Assert.DoesNotContain(path, await pool.Answer("descriptors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_worker_leaves_no_folder()
    {
        using var folder = new TestFolder();
        await using var pool = new SandboxPool(Trial.Options with { TemporaryFolder = folder.Path });
        var first = await pool.Answer("folder");
        Assert.StartsWith(folder.Path, first, StringComparison.Ordinal);
        await pool.Fails(SandboxFailure.Crashed, "exit 1");
        Assert.NotEqual(first, await pool.Answer("folder"));
        Assert.False(Directory.Exists(first));
    }
}

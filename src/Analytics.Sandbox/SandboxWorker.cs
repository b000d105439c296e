// The child's side: answers frames on standard input until it ends, and sees to it that it does not outlive its parent.
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Sandbox;

/// <summary>The loop of a worker's program. Everything a worker does happens inside <see cref="RunAsync"/>.</summary>
public static class SandboxWorker
{
    private const int MessageLength = 4000;
    private const int StackSize = 16 << 20;
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Answers requests one after the other until standard input ends. Standard output belongs to the protocol: from
    /// here on whatever prints, children included, prints to standard error.
    /// </summary>
    /// <param name="handle">
    /// Request to response. What it throws becomes <see cref="SandboxResult.Refused"/>. Runs on one thread with 16 MB of
    /// stack. The token is cancelled when the parent is gone; two seconds later the process ends.
    /// </param>
    public static Task RunAsync(Func<ReadOnlyMemory<byte>, CancellationToken, Task<ReadOnlyMemory<byte>>> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Sandbox workers need Linux.");

        CloseInherited();
        var input = Native.Control(0, Native.DuplicateCloseOnExec, 3);
        var output = Native.Control(1, Native.DuplicateCloseOnExec, 3);
        using (var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            _ = Native.Duplicate((int)nothing.DangerousGetHandle(), 0);
        _ = Native.Duplicate(2, 1);
        Console.SetOut(Console.Error);
        RestrictSelf();

        var parentGone = new CancellationTokenSource();
        new Thread(() => EndWithParent(input, parentGone)) { IsBackground = true, Name = "end with parent" }.Start();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    new Loop(input, output, handle, parentGone.Token).Run();
                    KillChildren();
                    done.SetResult();
                }
#pragma warning disable CA1031 // passed on to the caller, whatever it is
                catch (Exception e)
#pragma warning restore CA1031
                {
                    done.SetException(e);
                }
            },
            StackSize)
        { IsBackground = true, Name = "requests" }.Start();
        return done.Task;
    }

    /// <summary>
    /// A library of the parent may have left a file open to its children, such as a database. .NET opens everything
    /// close-on-exec, so what lacks that mark came from outside.
    /// </summary>
    private static void CloseInherited()
    {
        foreach (var path in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            var descriptor = int.Parse(Path.GetFileName(path.AsSpan()), System.Globalization.CultureInfo.InvariantCulture);
            if (descriptor > 2 && Native.Control(descriptor, Native.GetDescriptorFlags, 0) is >= 0 and var flags && (flags & Native.CloseOnExec) == 0)
                _ = Native.Close(descriptor);
        }
    }

    private static void RestrictSelf()
    {
        _ = Native.ProcessControl(Native.SetChildSubreaper, 1, 0, 0, 0); // orphans stay in the tree that the pool weighs and kills
        _ = Native.ProcessControl(Native.SetNoNewPrivileges, 1, 0, 0, 0);
        _ = Native.SetLimit(Native.CoreFileSize, default); // a dump would hold foreign documents
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000"); // if the machine runs out, this goes, not the program
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>
    /// Sleeps until no one holds the other end of standard input. Not PR_SET_PDEATHSIG, which fires when the *thread*
    /// that started this process ends, and in .NET that may be any thread of the pool.
    /// </summary>
    private static void EndWithParent(int input, CancellationTokenSource parentGone)
    {
        Span<Native.PollEntry> entry = [new() { Descriptor = input }];
        while (Native.Poll(entry, 1, -1) < 0 && Marshal.GetLastPInvokeError() is Native.Interrupted or Native.TryAgain)
        {
        }

        _ = parentGone.CancelAsync(); // what listens may hang; the time runs all the same
        Thread.Sleep(LastChance);

        KillChildren();
        Native.ExitNow(1);
    }

    /// <summary>As their subreaper this process is the parent of all that is left.</summary>
    private static void KillChildren()
    {
        if (ProcessTable.Read(Environment.ProcessId) is { } self)
            new ProcessTree(self.Key).KillOthers();
    }

    private sealed class Loop(
        int input,
        int output,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task<ReadOnlyMemory<byte>>> handle,
        CancellationToken parentGone)
    {
        private readonly byte[] _head = new byte[Frame.HeadLength];
        private readonly byte[] _small = new byte[64 << 10];

        internal void Run()
        {
            Write(0, FrameKind.Ready, default);
            while (Fill(_head))
            {
                var head = Frame.ReadFrom(_head);
                var request = GC.AllocateUninitializedArray<byte>(head.Length);
                if (!Fill(request))
                    return;
                Answer(head.Id, request);
            }
        }

        private void Answer(long id, byte[] request)
        {
            var kind = FrameKind.Completed;
            ReadOnlyMemory<byte> payload;
            try
            {
                payload = handle(request, parentGone).GetAwaiter().GetResult();
            }
            catch (OutOfMemoryException)
            {
                kind = FrameKind.OutOfMemory;
                payload = default;
            }
#pragma warning disable CA1031 // the handler reads foreign bytes: whatever it throws is the answer
            catch (Exception e)
#pragma warning restore CA1031
            {
                kind = FrameKind.Refused;
                var message = e.Message.Length > MessageLength ? e.Message[..MessageLength] : e.Message;
                payload = Encoding.UTF8.GetBytes($"{e.GetType().FullName}\n{message}");
            }

            Write(id, kind, payload.Span);
        }

        private void Write(long id, FrameKind kind, ReadOnlySpan<byte> payload)
        {
            new Frame(payload.Length, id, kind).WriteTo(_small);
            if (payload.Length <= _small.Length - Frame.HeadLength)
            {
                payload.CopyTo(_small.AsSpan(Frame.HeadLength));
                Empty(_small.AsSpan(0, Frame.HeadLength + payload.Length));
                return;
            }

            Empty(_small.AsSpan(0, Frame.HeadLength));
            Empty(payload);
        }

        /// <summary>False at the end of the input.</summary>
        private bool Fill(Span<byte> target)
        {
            while (target.Length > 0)
            {
                var count = Native.Read(input, target, (nuint)target.Length);
                if (count > 0)
                    target = target[(int)count..];
                else if (count == 0)
                    return false;
                else
                    ThrowUnlessInterrupted();
            }

            return true;
        }

        private void Empty(ReadOnlySpan<byte> source)
        {
            while (source.Length > 0)
            {
                var count = Native.Write(output, source, (nuint)source.Length);
                if (count >= 0)
                    source = source[(int)count..];
                else
                    ThrowUnlessInterrupted();
            }
        }

        private static void ThrowUnlessInterrupted()
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Native.Interrupted)
                throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }
}

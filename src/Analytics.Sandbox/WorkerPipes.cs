// The pool's ends of a worker's three pipes: never blocks longer than it is told, whatever the worker does or leaves undone.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Analytics.Sandbox;

/// <summary>How far an exchange is.</summary>
internal enum PipeState
{
    Waiting,

    /// <summary>The answer is whole.</summary>
    Answered,

    /// <summary>The answer's head announces more than is allowed.</summary>
    TooLarge,

    /// <summary>The worker's output ended.</summary>
    Ended,
}

/// <summary>Sends a request while it takes in response and standard error.</summary>
internal sealed class WorkerPipes
{
    private const int BufferLength = 64 << 10;
    private const int PipeLength = 1 << 20;
    private const int NotWatched = -1;

    private readonly int _input;
    private readonly int _output;
    private readonly int _outputLimit;
    private readonly byte[] _sending = new byte[BufferLength];
    private readonly byte[] _receiving = new byte[BufferLength];
    private readonly LastWords _words = new();
    private int _error;
    private ReadOnlyMemory<byte> _first;
    private ReadOnlyMemory<byte> _second;
    private bool _isInputBroken;
    private int _received;
    private int _payloadReceived;

    /// <param name="input">The worker's standard input.</param>
    internal WorkerPipes(SafePipeHandle input, SafePipeHandle output, SafePipeHandle error, int outputLimit)
    {
        // The handles are the process's, which outlives this.
        _input = NonBlocking(input);
        _output = NonBlocking(output);
        _error = NonBlocking(error);
        // A document fits in whole, so that neither side waits for the other by the 64 KB. Refused where a user's pipes are too many.
        _ = Native.Control(_input, Native.SetPipeSize, PipeLength);
        _ = Native.Control(_output, Native.SetPipeSize, PipeLength);
        _outputLimit = outputLimit;
    }

    internal bool HasAnswer { get; private set; }

    /// <summary>Head of the answer, once there is one.</summary>
    internal Frame Answer { get; private set; }

    /// <summary>Payload of the answer.</summary>
    internal byte[] Payload { get; private set; } = [];

    /// <summary>Whether the request is on its way as a whole.</summary>
    internal bool IsSent => _first.IsEmpty && _second.IsEmpty;

    /// <summary>End of standard error since the request was sent.</summary>
    internal string Words => _words.ToString();

    /// <summary>Forgets the last exchange.</summary>
    internal void ExpectAnswer()
    {
        HasAnswer = false;
        Answer = default;
        Payload = [];
        _received = 0;
        _payloadReceived = 0;
    }

    /// <summary>Starts an exchange.</summary>
    internal void Send(Frame head, ReadOnlyMemory<byte> payload)
    {
        DrainWords();
        _words.Clear();
        ExpectAnswer();
        head.WriteTo(_sending);
        var together = payload.Length <= BufferLength - Frame.HeadLength;
        if (together)
            payload.Span.CopyTo(_sending.AsSpan(Frame.HeadLength));
        _first = _sending.AsMemory(0, Frame.HeadLength + (together ? payload.Length : 0));
        _second = together ? default : payload;
        WriteSome();
    }

    /// <summary>Waits until something can be read or written, at most so long, and does it.</summary>
    internal PipeState Advance(int milliseconds)
    {
        Span<Native.PollEntry> entries =
        [
            new() { Descriptor = IsSent || _isInputBroken ? NotWatched : _input, Events = Native.PollOut },
            new() { Descriptor = _output, Events = Native.PollIn },
            new() { Descriptor = _error, Events = Native.PollIn },
        ];
        if (Native.Poll(entries, (nuint)entries.Length, milliseconds) <= 0)
            return PipeState.Waiting; // also after a signal: the caller comes back

        if (entries[2].Happened != 0)
            ReadWords();
        if (entries[0].Happened != 0)
            WriteSome();
        return entries[1].Happened != 0 ? ReadAnswer() : PipeState.Waiting;
    }

    /// <summary>Takes in what lies in standard error now, but does not wait, nor go on for ever.</summary>
    internal void DrainWords()
    {
        // A pipe holds 16 of these; one that is still filled behind them is a flood.
        for (var i = 0; i < 32 && _error != NotWatched && ReadWords() > 0; i++)
        {
        }
    }

    private void WriteSome()
    {
        while (!IsSent && !_isInputBroken)
        {
            ref var part = ref _first.IsEmpty ? ref _second : ref _first;
            var count = Native.Write(_input, part.Span, (nuint)part.Length);
            if (count >= 0)
                part = part[(int)count..];
            else if (IsTransient())
                return;
            else
                _isInputBroken = true; // it no longer reads: its end shows on the output
        }
    }

    private nint ReadWords()
    {
        Span<byte> buffer = stackalloc byte[4096];
        var count = Native.Read(_error, buffer, (nuint)buffer.Length);
        if (count > 0)
            _words.Add(buffer[..(int)count]);
        else if (count == 0 || !IsTransient())
            _error = NotWatched;
        return count;
    }

    private PipeState ReadAnswer()
    {
        // The head, and with it all of a small answer, comes in one read; the rest of a large one goes where it belongs.
        var isHeadKnown = _received >= Frame.HeadLength;
        var target = isHeadKnown ? Payload.AsSpan(_payloadReceived) : _receiving.AsSpan(_received);
        var count = Native.Read(_output, target, (nuint)target.Length);
        if (count <= 0)
            return count < 0 && IsTransient() ? PipeState.Waiting : PipeState.Ended;

        _received += (int)count;
        if (isHeadKnown)
        {
            _payloadReceived += (int)count;
        }
        else if (_received >= Frame.HeadLength)
        {
            Answer = Frame.ReadFrom(_receiving);
            if (Answer.Length < 0 || Answer.Length > _outputLimit)
                return PipeState.TooLarge;
            _payloadReceived = _received - Frame.HeadLength;
            if (_payloadReceived > Answer.Length)
                return PipeState.Ended; // more than one answer: no worker of ours
            Payload = GC.AllocateUninitializedArray<byte>(Answer.Length);
            _receiving.AsSpan(Frame.HeadLength, _payloadReceived).CopyTo(Payload);
        }

        HasAnswer = _received >= Frame.HeadLength && _payloadReceived == Answer.Length;
        return HasAnswer ? PipeState.Answered : PipeState.Waiting;
    }

    private static bool IsTransient() => Marshal.GetLastPInvokeError() is Native.TryAgain or Native.Interrupted;

    private static int NonBlocking(SafePipeHandle handle)
    {
        var descriptor = (int)handle.DangerousGetHandle();
        var mode = Native.Control(descriptor, Native.GetStatusFlags, 0);
        if (mode < 0 || Native.Control(descriptor, Native.SetStatusFlags, mode | Native.NonBlocking) < 0)
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        return descriptor;
    }
}

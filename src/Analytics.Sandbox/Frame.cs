// The layout that pool and worker share on the pipes, in one place so that neither can drift.
using System.Buffers.Binary;

namespace Analytics.Sandbox;

/// <summary>What a frame carries.</summary>
internal enum FrameKind : byte
{
    Request = 0,

    /// <summary>First frame of a worker: it is ready for requests.</summary>
    Ready = 1,
    Completed = 2,

    /// <summary>Type of the exception, a line feed, its message.</summary>
    Refused = 3,

    /// <summary>The worker's heap is exhausted; it should be replaced.</summary>
    OutOfMemory = 4,
}

/// <summary>Head of a frame: 4 bytes length of the payload, 8 bytes request id, 1 byte kind, little endian.</summary>
internal readonly record struct Frame(int Length, long Id, FrameKind Kind)
{
    internal const int HeadLength = 13;

    internal void WriteTo(Span<byte> head)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[4..], Id);
        head[12] = (byte)Kind;
    }

    internal static Frame ReadFrom(ReadOnlySpan<byte> head) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt64LittleEndian(head[4..]), (FrameKind)head[12]);
}

// What is held in memory in pieces of unknown size is read up to a limit only.
using Analytics.Documents;

namespace Analytics.Etl.Facts;

/// <summary>Reads another stream and gives up where it is longer than allowed.</summary>
/// <param name="from">Closed with this one.</param>
/// <param name="most">Bytes.</param>
internal sealed class LimitedStream(Stream from, long most) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    /// <exception cref="UnreadableDocumentException">Chinese: there is more than allowed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await from.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Counted(from.Read(buffer, offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) from.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int count) => (read += count) <= most ? count
        : throw new UnreadableDocumentException($"JSON 文件内容超过 {most >> 20} MB，其后的内容未读取，请拆分，或改用 CSV。");
}

// Plain bytes between this process and its workers. Workers are not trusted: what is read is bounded by what is there.
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Analytics.Etl.Reading;

/// <summary>Appends to one growing array.</summary>
internal sealed class BytesWriter(int capacity = 4096)
{
    private byte[] buffer = new byte[capacity];
    private int length;

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public void Byte(byte value) => Take(1)[0] = value;

    /// <summary>Small numbers take one byte, negative ones five.</summary>
    public void Number(int value)
    {
        var left = (uint)value;
        for (; left >= 0x80; left >>= 7) Byte((byte)(left | 0x80));
        Byte((byte)left);
    }

    public void Real(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    // UTF-16 as it is: nothing to convert, nothing that cannot be said, and shorter than UTF-8 for Chinese.
    public void Text(string value)
    {
        Number(value.Length);
        MemoryMarshal.AsBytes(value.AsSpan()).CopyTo(Take(value.Length * sizeof(char)));
    }

    public void Blob(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        value.CopyTo(Take(value.Length));
    }

    private Span<byte> Take(int count)
    {
        var needed = checked(length + count);
        if (needed > buffer.Length) Array.Resize(ref buffer, (int)Math.Min(Math.Max(needed, buffer.Length * 2L), Array.MaxLength));
        var taken = buffer.AsSpan(length, count);
        length = needed;
        return taken;
    }
}

/// <summary>Reads what <see cref="BytesWriter"/> wrote.</summary>
internal ref struct BytesReader(ReadOnlyMemory<byte> bytes)
{
    private ReadOnlyMemory<byte> left = bytes;

    public readonly bool IsAtEnd => left.IsEmpty;

    public readonly int Left => left.Length;

    public byte Byte() => Take(1).Span[0];

    /// <exception cref="InvalidDataException">Here as in all others: not what was written.</exception>
    public int Number()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80) return (int)value;
        }
        throw new InvalidDataException("A number does not end.");
    }

    /// <summary>How many items follow, of at least one byte each.</summary>
    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= left.Length ? count : throw new InvalidDataException("More is announced than there is.");
    }

    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)).Span);

    public string Text()
    {
        var count = Count();
        return count == 0 ? "" : new string(MemoryMarshal.Cast<byte, char>(Take(checked(count * sizeof(char))).Span));
    }

    public ReadOnlyMemory<byte> Blob() => Take(Count());

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count > left.Length) throw new InvalidDataException("The end is missing.");
        var taken = left[..count];
        left = left[count..];
        return taken;
    }
}

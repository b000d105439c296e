// As much of MessagePack as Blazor's messages need.
using System.Buffers.Binary;
using System.Text;

namespace Analytics.Benchmarks.Circuits;

/// <summary>Writes values: null, bool, whole numbers, text, bytes, arrays and empty maps.</summary>
internal sealed class PackWriter
{
    private readonly MemoryStream bytes = new();

    public byte[] ToArray() => bytes.ToArray();

    public PackWriter Write(object? value)
    {
        switch (value)
        {
            case null: bytes.WriteByte(0xc0); break;
            case bool truth: bytes.WriteByte(truth ? (byte)0xc3 : (byte)0xc2); break;
            case int number: Number(number); break;
            case long number: Number(number); break;
            case string text: Text(text); break;
            case object?[] items:
                Big(0xdd, items.Length);
                foreach (var item in items) Write(item);
                break;
            case Nothing: bytes.WriteByte(0x80); break;
            default: throw new ArgumentException($"No way to write a {value.GetType()}.", nameof(value));
        }
        return this;
    }

    /// <summary>An empty map.</summary>
    internal sealed record Nothing;

    private void Number(long number)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(buffer, number);
        bytes.WriteByte(0xd3);
        bytes.Write(buffer);
    }

    private void Text(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Big(0xdb, encoded.Length);
        bytes.Write(encoded);
    }

    private void Big(byte kind, int length)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(buffer, length);
        bytes.WriteByte(kind);
        bytes.Write(buffer);
    }
}

/// <summary>Reads what servers write; arrays become lists, maps lists of their keys and values, bytes stay memory.</summary>
internal sealed class PackReader(ReadOnlyMemory<byte> bytes)
{
    private int at;

    public object? Read()
    {
        var kind = bytes.Span[at++];
        return kind switch
        {
            <= 0x7f => (long)kind,
            >= 0xe0 => (long)(sbyte)kind,
            <= 0x8f => Items((kind & 0x0f) * 2),
            <= 0x9f => Items(kind & 0x0f),
            <= 0xbf => Text(kind & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Bytes(Take(1)),
            0xc5 => Bytes(Take(2)),
            0xc6 => Bytes(Take(4)),
            0xcc => Take(1),
            0xcd => Take(2),
            0xce => Take(4),
            0xcf => Take(8),
            0xd0 => (long)(sbyte)Take(1),
            0xd1 => (long)(short)Take(2),
            0xd2 => (long)(int)Take(4),
            0xd3 => Take(8),
            0xd9 => Text(Take(1)),
            0xda => Text(Take(2)),
            0xdb => Text(Take(4)),
            0xdc => Items(Take(2)),
            0xdd => Items(Take(4)),
            0xde => Items(Take(2) * 2),
            _ => throw new InvalidDataException($"MessagePack value of kind {kind:x2}."),
        };
    }

    private List<object?> Items(long count)
    {
        var items = new List<object?>();
        for (var i = 0L; i < count; i++) items.Add(Read());
        return items;
    }

    private string Text(long length) => Encoding.UTF8.GetString(Bytes(length).Span);

    private ReadOnlyMemory<byte> Bytes(long length)
    {
        var part = bytes.Slice(at, (int)length);
        at += (int)length;
        return part;
    }

    // Big-endian, without sign.
    private long Take(int length)
    {
        var number = 0L;
        for (var i = 0; i < length; i++) number = (number << 8) | bytes.Span[at++];
        return number;
    }
}

// Keeps the end of what a worker writes to standard error: a reason for the log, in bounded room, whatever it floods.
using System.Text;

namespace Analytics.Sandbox;

/// <summary>The last <see cref="Capacity"/> bytes added.</summary>
internal sealed class LastWords
{
    internal const int Capacity = 4000;
    private readonly byte[] _ring = new byte[Capacity];
    private long _total;

    internal void Clear() => _total = 0;

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Capacity)
        {
            _total += bytes.Length - Capacity;
            bytes = bytes[^Capacity..];
        }

        var at = (int)(_total % Capacity);
        var first = Math.Min(bytes.Length, Capacity - at);
        bytes[..first].CopyTo(_ring.AsSpan(at));
        bytes[first..].CopyTo(_ring);
        _total += bytes.Length;
    }

    /// <summary>As text on lines; what is no text is shown as �, so that a terminal or a log cannot be steered by it.</summary>
    public override string ToString()
    {
        var at = (int)(_total % Capacity);
        var bytes = _total <= Capacity ? _ring.AsSpan(0, (int)_total) : [.. _ring.AsSpan(at), .. _ring.AsSpan(0, at)];
        return Clean(Encoding.UTF8.GetString(bytes)).Trim();
    }

    /// <summary>The text without control characters other than line feeds and tabs.</summary>
    internal static string Clean(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsControl(source[i]) && source[i] is not ('\n' or '\t') ? '\uFFFD' : source[i];
        });
}

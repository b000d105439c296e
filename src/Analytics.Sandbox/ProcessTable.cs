// All processes of the machine at one moment: the only way to find a worker's descendants where the kernel was built without /proc/…/children.
using System.Globalization;
using System.IO.Enumeration;
using System.Text;

namespace Analytics.Sandbox;

/// <summary>A process that a later one with the same number is not mistaken for.</summary>
/// <param name="Started">Clock ticks since the machine started.</param>
internal readonly record struct ProcessKey(int Id, long Started);

/// <summary>A row of the table.</summary>
/// <param name="Resident">Bytes.</param>
/// <param name="IsDead">Ended, and only waiting for its parent to take note.</param>
internal readonly record struct ProcessRow(ProcessKey Key, int Parent, int Session, long Resident, bool IsDead);

/// <summary>Reads /proc.</summary>
internal static class ProcessTable
{
    private static readonly Lock Gate = new();
    private static readonly EnumerationOptions AllNames = new() { AttributesToSkip = FileAttributes.None };
    private static (long At, IReadOnlyList<ProcessRow> Rows) _recent = (0, []);

    /// <summary>The table as it was at most <paramref name="milliseconds"/> ago: one reading serves all workers.</summary>
    internal static IReadOnlyList<ProcessRow> ReadRecent(int milliseconds)
    {
        lock (Gate)
        {
            if (_recent.Rows.Count == 0 || Environment.TickCount64 - _recent.At > milliseconds)
            {
                var at = Environment.TickCount64;
                _recent = (at, Read());
            }

            return _recent.Rows;
        }
    }

    /// <summary>The table now.</summary>
    internal static List<ProcessRow> Read()
    {
        var ids = new FileSystemEnumerable<int>("/proc", (ref entry) => int.Parse(entry.FileName, CultureInfo.InvariantCulture), AllNames)
        {
            ShouldIncludePredicate = (ref entry) => !entry.FileName.ContainsAnyExceptInRange('0', '9'),
        };
        var rows = new List<ProcessRow>(256);
        foreach (var id in ids)
        {
            if (Read(id) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>One process, null where there is none of that number.</summary>
    internal static ProcessRow? Read(int id)
    {
        Span<byte> buffer = stackalloc byte[1024];
        int length;
        try
        {
            // FileShare.ReadWrite spares the lock that .NET would take.
            using var file = File.OpenHandle($"/proc/{id}/stat", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            length = RandomAccess.Read(file, buffer, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // ended since its name was read
        }

        return Parse(id, buffer[..length]);
    }

    /// <summary>A line of /proc/…/stat (proc_pid_stat(5)). The program's name, in brackets, may hold brackets and spaces itself.</summary>
    internal static ProcessRow? Parse(int id, ReadOnlySpan<byte> line)
    {
        var rest = line[(line.LastIndexOf((byte)')') + 1)..];
        Span<Range> fields = stackalloc Range[24];
        Span<char> text = stackalloc char[Encoding.ASCII.GetCharCount(rest)];
        Encoding.ASCII.GetChars(rest, text);
        ReadOnlySpan<char> characters = text;
        if (characters.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries) < fields.Length)
            return null;

        // Numbered in the manual from 1 with the state as number 3.
        var state = characters[fields[0]][0];
        return new ProcessRow(
            new ProcessKey(id, Number(characters[fields[19]])),
            (int)Number(characters[fields[1]]),
            (int)Number(characters[fields[3]]),
            Number(characters[fields[21]]) * Environment.SystemPageSize,
            state is 'Z' or 'X');
    }

    private static long Number(ReadOnlySpan<char> text) => long.Parse(text, CultureInfo.InvariantCulture);
}

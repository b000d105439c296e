// What this process and its workers say to each other: read these documents, or unpack this archive.
using Analytics.Documents;

namespace Analytics.Etl.Reading;

/// <summary>Requests and answers as bytes.</summary>
internal static class ReadingRequests
{
    private const byte ReadMark = 1;
    private const byte UnpackMark = 2;

    // Marks, counts and lengths beside names and bytes.
    private const int Overhead = 64;

    /// <summary>To read documents.</summary>
    public static ReadOnlyMemory<byte> Read(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        var to = new BytesWriter(checked(files.Sum(file => file.Bytes.Length + (file.Name.Length * sizeof(char)) + Overhead) + Overhead));
        to.Byte(ReadMark);
        to.Number(files.Count);
        foreach (var (name, bytes) in files)
        {
            to.Text(name);
            to.Blob(bytes.Span);
        }
        return to.Written;
    }

    /// <summary>To unpack a file, if it is an archive.</summary>
    public static ReadOnlyMemory<byte> Unpack(string name, ReadOnlyMemory<byte> bytes)
    {
        var to = new BytesWriter(bytes.Length + (name.Length * sizeof(char)) + Overhead);
        to.Byte(UnpackMark);
        to.Text(name);
        to.Blob(bytes.Span);
        return to.Written;
    }

    /// <summary>The worker's side: does what a request asks for.</summary>
    public static ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> request)
    {
        var from = new BytesReader(request);
        if (from.Byte() == UnpackMark) return AnswerUnpack(from.Text(), from.Blob());
        var files = new (string, ReadOnlyMemory<byte>)[from.Count()];
        for (var i = 0; i < files.Length; i++) files[i] = (from.Text(), from.Blob());
        var to = new BytesWriter(64 << 10);
        foreach (var result in DocumentReader.ReadMany(files)) DocumentBytes.Write(to, result);
        return to.Written;
    }

    /// <summary>Results of a request to read; null where the worker answered something else.</summary>
    /// <param name="limits">A document with more content than these allow comes back as a reason.</param>
    public static IReadOnlyList<ReadResult>? ReadAnswer(ReadOnlyMemory<byte> answer, int count, ReadingLimits limits)
    {
        try
        {
            var from = new BytesReader(answer);
            var results = new ReadResult[count];
            for (var i = 0; i < count; i++)
            {
                var before = from.Left;
                results[i] = DocumentBytes.ReadResult(ref from);
                if (results[i].Document is null == results[i].Reason is null) return null;
                if (before - from.Left > limits.Content) results[i] = new ReadResult(results[i].Name, null, FailureReasons.TooMuch(limits));
            }
            return from.IsAtEnd ? results : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>What is in an archive. Files are null where it is none.</summary>
    /// <param name="Reason">Chinese: why the archive cannot be unpacked at all; null where it can.</param>
    public sealed record Unpacked(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, string? Reason)>? Files, string? Reason);

    /// <summary>Result of a request to unpack; null where the worker answered something else.</summary>
    public static Unpacked? UnpackAnswer(ReadOnlyMemory<byte> answer)
    {
        try
        {
            var from = new BytesReader(answer);
            var reason = from.Text();
            if (reason.Length > 0) return new Unpacked(null, reason);
            if (from.Byte() == 0) return new Unpacked(null, null);
            var files = new (string, ReadOnlyMemory<byte>, string?)[from.Count()];
            for (var i = 0; i < files.Length; i++)
            {
                var (name, refusal) = (from.Text(), from.Text());
                files[i] = (name, from.Blob(), refusal.Length > 0 ? refusal : null);
            }
            return from.IsAtEnd ? new Unpacked(files, null) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> AnswerUnpack(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var files = DocumentReader.Unpack(name, bytes) ?? [];
            var to = new BytesWriter(checked(files.Sum(file => file.Bytes.Length + ((file.Name.Length + (file.Reason?.Length ?? 0)) * sizeof(char)) + Overhead) + Overhead));
            to.Text("");
            to.Byte(files.Count > 0 ? (byte)1 : (byte)0);
            if (files.Count == 0) return to.Written;
            to.Number(files.Count);
            foreach (var file in files)
            {
                to.Text(file.Name);
                to.Text(file.Reason ?? "");
                to.Blob(file.Bytes.Span);
            }
            return to.Written;
        }
        catch (UnreadableDocumentException e)
        {
            var to = new BytesWriter();
            to.Text(e.Message);
            return to.Written;
        }
    }
}

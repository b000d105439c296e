// Formats that no .NET library reads well (doc, wps, rtf, OpenDocument, ppt) become docx, xlsx and pptx by LibreOffice.
using System.Globalization;

namespace Analytics.Documents.Office;

/// <summary>What became of one file.</summary>
/// <param name="Name">As given.</param>
/// <param name="Format">Of the original, told by content: doc, xls, ppt, rtf, odt, ods, odp; null where it is none of these.</param>
/// <param name="Bytes">A docx, xlsx or pptx; null where there is none.</param>
/// <param name="Reason">Chinese, why there is none; null where there is.</param>
public sealed record ConversionResult(string Name, string? Format, ReadOnlyMemory<byte>? Bytes, string? Reason);

/// <summary>Converts old and open office formats with LibreOffice, many files in one run: starting it takes ten times as
/// long as a file. Each converter has a profile of its own, runs one LibreOffice at a time, and may be used by many threads.</summary>
public sealed class OfficeConverter : IDisposable
{
    private const int MostFilesOfRun = 100;

    /// <summary>What to install, for messages.</summary>
    private const string NotInstalled = "读取 doc、wps、rtf、odt、ods、ppt 等文件需要 LibreOffice，本机没有安装，或安装不全。请安装 Debian 软件包 "
        + "libreoffice-writer-nogui、libreoffice-calc-nogui、libreoffice-impress-nogui 后重试，或将文件另存为 docx、xlsx、pptx 再提交。";

    private const string Damaged = "文件损坏或不完整，LibreOffice 无法打开，请重新下载或另存为 docx、xlsx、pptx 后再提交。";
    private static readonly TimeSpan OldEnough = TimeSpan.FromDays(1);
    private static readonly Lazy<OfficeConverter> SharedConverter = new(CreateShared);

    private readonly Lock turn = new();
    private readonly string? program;
    private readonly TimeSpan patience;
    private string? folder;
    private int runs;
    private bool isDisposed;

    /// <summary>A converter; nothing is started or written before the first conversion.</summary>
    /// <param name="program">Path of soffice; looked for where null.</param>
    /// <param name="patience">The longest that one document may take; a minute where null.</param>
    public OfficeConverter(string? program = null, TimeSpan? patience = null)
    {
        var found = program ?? Soffice.Find();
        this.program = File.Exists(found) ? found : null;
        this.patience = patience ?? TimeSpan.FromMinutes(1);
    }

    /// <summary>The one that <see cref="DocumentReader"/> uses; it lives as long as the process.</summary>
    internal static OfficeConverter Shared => SharedConverter.Value;

    /// <summary>Where it keeps its profile, null before the first conversion.</summary>
    internal string? WorkingFolder => folder;

    /// <summary>Converts files; the results are in the order of the files.</summary>
    /// <param name="files">Names for messages only, and the whole files.</param>
    public IReadOnlyList<ConversionResult> Convert(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        var results = new ConversionResult[files.Count];
        var waiting = new List<(int Index, Conversion Way)>();
        for (var i = 0; i < files.Count; i++)
        {
            try
            {
                var kind = OfficeSniffer.Sniff(files[i].Bytes);
                if (Conversion.Of(kind) is { } way)
                {
                    if (way.IsPackage) ZipGuard.Check(files[i].Bytes, "文件");
                    if (program is null) throw new UnreadableDocumentException(NotInstalled);
                    waiting.Add((i, way));
                }
                else
                {
                    results[i] = new ConversionResult(files[i].Name, null, null, "文件不是 doc、wps、xls、ppt、rtf、odt、ods、odp，无需或无法转换。");
                }
            }
            catch (UnreadableDocumentException e)
            {
                results[i] = new ConversionResult(files[i].Name, null, null, e.Message);
            }
        }
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            foreach (var group in waiting.GroupBy(entry => entry.Way))
            {
                foreach (var run in group.Select(entry => entry.Index).Chunk(MostFilesOfRun)) Convert(group.Key, run, files, results);
            }
        }
        return results;
    }

    /// <summary>Stops nothing that runs; deletes the profile.</summary>
    public void Dispose()
    {
        lock (turn)
        {
            isDisposed = true;
            if (folder is not null) Delete(folder);
            folder = null;
        }
    }

    /// <summary>One file.</summary>
    /// <exception cref="UnreadableDocumentException">It could not be converted.</exception>
    internal ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> bytes)
    {
        var result = Convert([("", bytes)])[0];
        return result.Bytes ?? throw new UnreadableDocumentException(result.Reason!);
    }

    // A document that hangs or crashes LibreOffice is the first without a result: it is left out and the rest goes on.
    private void Convert(Conversion way, int[] indexes, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files, ConversionResult[] results)
    {
        var open = indexes.ToList();
        while (open.Count > 0)
        {
            var (hasEnded, errors) = Run(way, open, files, results);
            var missing = open.Where(index => results[index] is null).ToList();
            if (missing.Count == 0) return;
            var isIncomplete = errors.Contains("no export filter", StringComparison.OrdinalIgnoreCase);
            var failed = hasEnded ? missing : [missing[0]];
            foreach (var index in failed)
            {
                var reason = isIncomplete ? NotInstalled : hasEnded ? Damaged : $"LibreOffice 打开此文件时超时（{patience.TotalSeconds:0} 秒）或崩溃，文件可能已损坏，请另存为 docx、xlsx、pptx 后再提交。";
                results[index] = new ConversionResult(files[index].Name, way.Format, null, reason);
            }
            open = [.. missing.Except(failed)];
        }
    }

    private (bool HasEnded, string Errors) Run(Conversion way, List<int> indexes, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files, ConversionResult[] results)
    {
        var home = Folder();
        var run = Directory.CreateDirectory(Path.Combine(home, "run-" + (++runs).ToString(CultureInfo.InvariantCulture))).FullName;
        try
        {
            var output = Directory.CreateDirectory(Path.Combine(run, "out")).FullName;
            var inputs = new List<string>();
            // Names of ours: those given may be anything.
            foreach (var index in indexes)
            {
                var input = Path.Combine(run, index.ToString(CultureInfo.InvariantCulture) + "." + way.Format);
                using (var file = File.Create(input)) file.Write(files[index].Bytes.Span);
                inputs.Add(input);
            }
            string[] options = [$"--infilter={way.InputFilter}", "--convert-to", $"{way.Extension}:{way.OutputFilter}", "--outdir", output];
            var ended = Soffice.Run(program!, run, Path.Combine(home, "profile"), output, options.Concat(inputs), patience);
            foreach (var index in indexes)
            {
                var converted = new FileInfo(Path.Combine(output, index.ToString(CultureInfo.InvariantCulture) + "." + way.Extension));
                if (converted is { Exists: true, Length: > 0 and <= ZipGuard.MostUnpackedBytes })
                    results[index] = new ConversionResult(files[index].Name, way.Format, File.ReadAllBytes(converted.FullName), null);
            }
            return ended;
        }
        finally
        {
            Delete(run);
        }
    }

    private string Folder()
    {
        if (folder is not null) return folder;
        const string prefix = "analytics-office-";
        // What a killed process left behind.
        foreach (var old in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(prefix + "*"))
        {
            if (DateTime.UtcNow - old.LastWriteTimeUtc > OldEnough) Delete(old.FullName);
        }
        folder = Directory.CreateTempSubdirectory(prefix).FullName;
        Soffice.PrepareProfile(Path.Combine(folder, "profile"));
        return folder;
    }

    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A killed LibreOffice may still write; what stays is deleted by a later converter.
        }
    }

    private static OfficeConverter CreateShared()
    {
        var converter = new OfficeConverter();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => converter.Dispose();
        return converter;
    }
}

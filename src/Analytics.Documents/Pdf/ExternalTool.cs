// Poppler and tesseract run as processes of their own: no shell, a time limit that ends the whole tree, bounded output.
using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Analytics.Documents.Pdf;

/// <summary>What a tool printed.</summary>
/// <param name="Error">The beginning of what it wrote to its error stream.</param>
internal sealed record ToolOutput(int ExitCode, byte[] Output, string Error);

/// <summary>One program of a Debian package.</summary>
/// <param name="Name">Name of the program, looked up in PATH.</param>
/// <param name="Package">Debian package that holds it.</param>
internal sealed record ExternalTool(string Name, string Package)
{
    public static readonly ExternalTool PdfToText = new("pdftotext", "poppler-utils");
    public static readonly ExternalTool PdfToPpm = new("pdftoppm", "poppler-utils");
    public static readonly ExternalTool Tesseract = new("tesseract", "tesseract-ocr");

    private const int MostError = 8_192;
    private const int FirstBuffer = 65_536;

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">Passed as they are.</param>
    /// <param name="limit">When it is over, the program and its children are killed.</param>
    /// <param name="mostBytes">More output than this is refused.</param>
    /// <exception cref="UnreadableDocumentException">The program is missing, took too long or printed too much.</exception>
    public ToolOutput Run(IEnumerable<string> arguments, TimeSpan limit, int mostBytes)
    {
        var start = new ProcessStartInfo(Name) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // One thread a process: several documents are read at a time already.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Start(start);
        using var stop = new CancellationTokenSource(limit);
        // What it prints then ends, and with it the reading.
        using var late = stop.Token.Register(() => Kill(process));
        try
        {
            process.StandardInput.Close();
            var error = Task.Run(() => Read(process.StandardError.BaseStream, MostError, cut: true), CancellationToken.None);
            var output = Read(process.StandardOutput.BaseStream, mostBytes, cut: false);
            var errorText = Encoding.UTF8.GetString(error.GetAwaiter().GetResult());
            process.WaitForExit();
            if (stop.IsCancellationRequested) throw new UnreadableDocumentException($"读取超时：{Name} 超过 {limit.TotalSeconds:0} 秒仍未处理完，文件可能损坏或过于复杂。");
            return new ToolOutput(process.ExitCode, output, errorText);
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception inner)
        {
            throw new UnreadableDocumentException($"本机缺少程序 {Name}，无法读取此文件：请安装 Debian 软件包 {Package}。", inner);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (process.HasExited) return;
            process.Kill(entireProcessTree: true);
            process.WaitForExit(5_000);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    private byte[] Read(Stream stream, int most, bool cut)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var length = 0;
        try
        {
            for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
            {
                length += read;
                if (length > most && !cut) throw new UnreadableDocumentException($"文件过大：{Name} 的输出超过 {most / 1_048_576} MB，已停止读取。");
                if (length > most) length = most;
                else if (length == buffer.Length) Grow(ref buffer);
            }
            return buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Grow(ref byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}

/// <summary>A folder of its own for the files of one document; gone when disposed.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("analytics-pdf-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(name);
        using var file = File.Create(path);
        file.Write(bytes);
        return path;
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A killed program may still be letting go of a file; the system's own cleaning takes the rest.
        }
    }
}

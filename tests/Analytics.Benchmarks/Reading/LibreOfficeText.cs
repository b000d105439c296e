// LibreOffice turning the same documents into text, for comparison: one start a file, and many files in one command.
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Benchmarks.Reading;

/// <summary>With a profile of its own, made before anything is measured.</summary>
internal sealed class LibreOfficeText : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("analytics-benchmark-office-").FullName;

    /// <summary>Null where LibreOffice is not installed.</summary>
    public static LibreOfficeText? Start(string file)
    {
        var office = new LibreOfficeText();
        if (office.Seconds([file]) is not null) return office;
        office.Dispose();
        return null;
    }

    /// <summary>Seconds a file when each has a start of its own.</summary>
    public double? Alone(IReadOnlyList<string> files) => files.Select(file => Seconds([file])).ToList() is var seconds && seconds.TrueForAll(one => one is not null) ? seconds.Average() : null;

    /// <summary>Seconds a file in one command.</summary>
    public double? Together(IReadOnlyList<string> files) => Seconds(files) / files.Count;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private double? Seconds(IReadOnlyList<string> files)
    {
        var run = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        var output = Path.Combine(run, "out");
        // Each by a name of its own, or one result would replace another.
        var inputs = files.Select((file, i) => Path.Combine(run, i.ToString(CultureInfo.InvariantCulture) + Path.GetExtension(file))).ToList();
        foreach (var (file, input) in files.Zip(inputs)) File.Copy(file, input);
        string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", output];
        var start = new ProcessStartInfo("soffice", arguments.Concat(inputs)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var watch = Stopwatch.StartNew();
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            _ = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        watch.Stop();
        return Directory.Exists(output) && Directory.GetFiles(output).Length == files.Count ? watch.Elapsed.TotalSeconds : null;
    }
}

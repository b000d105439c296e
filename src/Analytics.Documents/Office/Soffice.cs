// One run of LibreOffice: found on the machine, shut off from macros and networks, watched, and killed with all its children.
using System.Diagnostics;
using System.Text;

namespace Analytics.Documents.Office;

/// <summary>Runs LibreOffice without a window.</summary>
internal static class Soffice
{
    private const long MostOutputBytes = 1L << 30;
    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/opt/libreoffice/program"];

    // Read by LibreOffice at every start; finalized settings cannot be changed by a document.
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Setup/Office"><prop oor:name="OfficeRestartInProgress" oor:op="fuse"><value>false</value></prop></item>
        </oor:items>
        """;

    /// <summary>The program, null where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(Folders)
        .Where(folder => folder.StartsWith('/')).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Writes the settings of a new profile.</summary>
    /// <param name="profile">Folder of the profile.</param>
    public static void PrepareProfile(string profile)
    {
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings);
    }

    /// <summary>Runs to the end, or until for the given time no new file appeared in <paramref name="output"/>.</summary>
    /// <returns>Whether it ended by itself, and what it said about errors.</returns>
    public static (bool HasEnded, string Errors) Run(string program, string folder, string profile, string output, IEnumerable<string> arguments, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        string[] common = ["--headless", "--nologo", "--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard", $"-env:UserInstallation={new Uri(profile).AbsoluteUri}"];
        foreach (var argument in common.Concat(arguments)) start.ArgumentList.Add(argument);
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["SAL_USE_VCLPLUGIN"] = "svp";
        foreach (var name in new[] { "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy", "DISPLAY" }) start.Environment.Remove(name);

        using var process = new Process { StartInfo = start };
        var errors = new StringBuilder();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, e) =>
        {
            lock (errors)
            {
                if (errors.Length < 10_000) errors.AppendLine(e.Data);
            }
        };
        process.Start();
        var hasEnded = false;
        try
        {
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            hasEnded = Wait(process, output, patience);
        }
        finally
        {
            if (!hasEnded)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(5_000);
            }
        }
        lock (errors) return (hasEnded && process.ExitCode == 0, errors.ToString());
    }

    private static bool Wait(Process process, string output, TimeSpan patience)
    {
        var idle = Stopwatch.StartNew();
        var seen = 0;
        while (!process.WaitForExit(50))
        {
            var files = new DirectoryInfo(output).GetFiles();
            if (files.Sum(Length) > MostOutputBytes) return false;
            if (files.Length > seen)
            {
                seen = files.Length;
                idle.Restart();
            }
            if (idle.Elapsed > patience) return false;
        }
        return true;
    }

    // LibreOffice writes to a file of another name first and renames it, at any moment.
    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}

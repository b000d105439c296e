// Formats that only an office program writes (doc, rtf, odt, xls, ppt, pdf), made from those that are written here.
using System.Diagnostics;

namespace Analytics.Testing;

/// <summary>Runs LibreOffice.</summary>
public static class OfficeConversion
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Each document in another format. One run for all of them.</summary>
    /// <param name="to">Extension: doc, rtf, odt, pdf; xls, ods for workbooks; ppt, odp for presentations.</param>
    /// <param name="documents">All of one kind.</param>
    /// <exception cref="InvalidOperationException">LibreOffice is missing or did not make one.</exception>
    public static IReadOnlyList<SourceDocument> To(string to, IReadOnlyList<SourceDocument> documents)
    {
        var folder = Directory.CreateTempSubdirectory("office-conversion-");
        try
        {
            var input = folder.CreateSubdirectory("in");
            var start = new ProcessStartInfo("soffice") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["HOME"] = folder.FullName;
            string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", to, "--outdir", folder.FullName];
            foreach (var argument in arguments.Concat(documents.Select(document => Path.Combine(input.FullName, document.Name)))) start.ArgumentList.Add(argument);
            foreach (var document in documents) File.WriteAllBytes(Path.Combine(input.FullName, document.Name), document.Bytes);
            using var process = Process.Start(start) ?? throw new InvalidOperationException("LibreOffice does not start.");
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException("LibreOffice does not end.");
            }
            return documents.Select(document =>
            {
                var name = Path.ChangeExtension(document.Name, to);
                var made = Path.Combine(folder.FullName, name);
                return File.Exists(made) ? new SourceDocument(name, File.ReadAllBytes(made)) : throw new InvalidOperationException($"LibreOffice made no {name}: {output.Result}{errors.Result}");
            }).ToList();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

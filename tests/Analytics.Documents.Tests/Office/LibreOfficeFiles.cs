// Old and open formats can only be written by the office program that is used to read them; each is made once for all tests.
using System.IO.Compression;
using Analytics.Documents.Office;

namespace Analytics.Documents.Tests.Office;

/// <summary>The tests that share them.</summary>
[CollectionDefinition(Name)]
public sealed class LibreOfficeFilesDefinition : ICollectionFixture<LibreOfficeFiles>
{
    public const string Name = "files of LibreOffice";
}

/// <summary>The same small report in the formats that LibreOffice writes.</summary>
public sealed class LibreOfficeFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("office-tests-");
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public LibreOfficeFiles()
    {
        var row = Docx.Row(Docx.Cell("三、本年度办理结果", "<w:vMerge w:val=\"restart\"/>"), Docx.Cell("（一）予以公开"), Docx.Cell("15"));
        var next = Docx.Row(Docx.Cell("", "<w:vMerge/>"), Docx.Cell("（二）部分公开"), Docx.Cell("+1"));
        const string grid = "<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>";
        var word = Docx.Of(Docx.P("某市教育局2020年年报") + "<w:tbl><w:tblPr/>" + grid + row + next + "</w:tbl>" + Docx.P("尾"));
        var rows = Xlsx.Rows(["某市教育局2020年年报"], ["三、本年度办理结果", "（一）予以公开", "15"], [null, "（二）部分公开", "+1"], ["尾"]);
        var sheet = Xlsx.Of([new Sheet(rows, ["A1:C1", "A2:A3", "A4:C4"])]);
        var slides = Pptx.Of(Pptx.Text("某市教育局2020年年报"), Pptx.Table(Pptx.Row(Pptx.Cell("规章"), Pptx.Cell("15"))) + Pptx.Text("尾"));

        Make("docx", word, ("doc", "MS Word 97"), ("rtf", "Rich Text Format"), ("odt", "writer8"));
        Make("xlsx", sheet, ("xls", "MS Excel 97"), ("ods", "calc8"));
        Make("pptx", slides, ("ppt", "MS PowerPoint 97"), ("odp", "impress8"));
    }

    /// <summary>By extension.</summary>
    public byte[] this[string extension] => files[extension];

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A package with the content of one entry replaced, the others untouched.</summary>
    public static byte[] Replaced(byte[] package, string entry, byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return Zip.Of([.. zip.Entries.Select(each => (each.FullName, each.FullName == entry ? content : Docx.Part(package, each.FullName)))]);
    }

    private void Make(string from, byte[] original, params (string Extension, string Filter)[] targets)
    {
        var program = Soffice.Find() ?? throw new InvalidOperationException("These tests need LibreOffice: libreoffice-writer-nogui, -calc-nogui, -impress-nogui.");
        var profile = Path.Combine(folder.FullName, "profile");
        if (!Directory.Exists(profile)) Soffice.PrepareProfile(profile);
        var input = Path.Combine(folder.FullName, "report." + from);
        File.WriteAllBytes(input, original);
        foreach (var (extension, filter) in targets)
        {
            var (_, errors) = Soffice.Run(program, folder.FullName, profile, folder.FullName,
                ["--convert-to", $"{extension}:{filter}", "--outdir", folder.FullName, input], TimeSpan.FromMinutes(2));
            var made = Path.Combine(folder.FullName, "report." + extension);
            files[extension] = File.Exists(made) ? File.ReadAllBytes(made) : throw new InvalidOperationException($"LibreOffice made no {extension}: {errors}");
        }
    }
}

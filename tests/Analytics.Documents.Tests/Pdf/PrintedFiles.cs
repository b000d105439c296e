// Files with real letters in them, made once for all tests: a report as PDF, the same with a password, and as pictures.
using System.Diagnostics;

namespace Analytics.Documents.Tests.Pdf;

/// <summary>The tests that share them.</summary>
[CollectionDefinition(Name)]
public sealed class PrintedFilesDefinition : ICollectionFixture<PrintedFiles>
{
    public const string Name = "files printed by LibreOffice";
}

/// <summary>A small report printed by LibreOffice, and pages of it drawn by poppler.</summary>
public sealed class PrintedFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pdf-tests-");

    public PrintedFiles()
    {
        var source = PathOf("report.docx");
        File.WriteAllBytes(source, Report());
        Run("soffice", "--headless", $"-env:UserInstallation=file://{PathOf("profile")}", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.FullName, source);
        Pdf = File.ReadAllBytes(PathOf("report.pdf"));
        Run("pdftoppm", "-r", "200", "-png", "-singlefile", PathOf("report.pdf"), PathOf("page"));
        Png = File.ReadAllBytes(PathOf("page.png"));
        Run("pdftoppm", "-r", "200", "-jpeg", "-singlefile", PathOf("report.pdf"), PathOf("page"));
        Jpeg = File.ReadAllBytes(PathOf("page.jpg"));
        Run("pdftoppm", "-r", "200", "-tiff", "-singlefile", PathOf("report.pdf"), PathOf("page"));
        Tiff = File.ReadAllBytes(PathOf("page.tif"));
        Run("soffice", "--headless", $"-env:UserInstallation=file://{PathOf("profile")}", "--convert-to",
            """pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}}""", "--outdir", folder.FullName, source);
        Locked = File.ReadAllBytes(PathOf("report.pdf"));
    }

    public byte[] Pdf { get; }

    public byte[] Locked { get; }

    public byte[] Png { get; }

    public byte[] Jpeg { get; }

    public byte[] Tiff { get; }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static byte[] Report()
    {
        const string border = "w:val=\"single\" w:sz=\"4\" w:color=\"000000\"";
        const string borders = $"<w:tblPr><w:tblBorders><w:top {border}/><w:left {border}/><w:bottom {border}/><w:right {border}/><w:insideH {border}/><w:insideV {border}/></w:tblBorders></w:tblPr>";
        const string grid = "<w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"1500\"/></w:tblGrid>";
        var rows = Docx.Row(Docx.Cell("信息内容", "<w:vMerge w:val=\"restart\"/>"), Docx.Cell("申请人情况", "<w:gridSpan w:val=\"3\"/>"))
            + Docx.Row(Docx.Cell("", "<w:vMerge/>"), Docx.Cell("自然人"), Docx.Cell("其他"), Docx.Cell("总计"))
            + Row("行政许可", "1288", "0", "1288") + Row("行政处罚", "45", "7", "52") + Row("行政强制", "0", "", "0");
        return Docx.Of(Docx.P("某某市教育局") + Docx.P("一、总体情况") + $"<w:tbl>{borders}{grid}{rows}</w:tbl>" + Docx.P("年报到此结束。"));

        static string Row(params string[] cells) => Docx.Row(cells.Select(cell => Docx.Cell(cell)).ToArray());
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }
}

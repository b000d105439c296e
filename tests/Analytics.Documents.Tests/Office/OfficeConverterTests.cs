// LibreOffice does the old formats; it is told what to load, watched, and never trusted to say that it failed.
using System.Globalization;
using System.Text;
using Analytics.Documents.Office;

namespace Analytics.Documents.Tests.Office;

[Collection(LibreOfficeFilesDefinition.Name)]
public sealed class OfficeConverterTests(LibreOfficeFiles files)
{
    [Theory]
    [InlineData("doc", "doc")]
    [InlineData("rtf", "rtf")]
    [InlineData("odt", "odt")]
    [InlineData("xls", "xls")]
    [InlineData("ods", "ods")]
    public void Documents_of_old_and_open_formats_are_read_like_new_ones(string extension, string format)
    {
        var document = DocumentReader.Read("report.wps", files[extension]);

        Assert.Equal(format, document.Format);
        Assert.Equal(["某市教育局2020年年报", "尾"], document.Paragraphs());
        Assert.Equal(["三、本年度办理结果|（一）予以公开|15", "（二）部分公开|+1"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void Word_and_Excel_2003_in_one_XML_file_are_read()
    {
        const string word = """
            <?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
            <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>某市教育局2020年年报</w:t></w:r></w:p>
            <w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>15</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:body></w:wordDocument>
            """;
        const string excel = """
            <?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>
            <Row><Cell><Data ss:Type="String">规章</Data></Cell><Cell><Data ss:Type="Number">15</Data></Cell></Row></Table></Worksheet></Workbook>
            """;
        var results = DocumentReader.ReadMany([("a.doc", Encoding.UTF8.GetBytes(word)), ("b.xls", Encoding.UTF8.GetBytes(excel))]);

        Assert.Equal(["doc", "xls"], results.Select(result => result.Document?.Format));
        Assert.All(results, result => Assert.Equal(["规章|15"], Assert.Single(result.Document!.Tables()).Rows()));
    }

    [Theory]
    [InlineData("ppt")]
    [InlineData("odp")]
    public void Presentations_of_old_and_open_formats_are_read_like_new_ones(string format)
    {
        var document = DocumentReader.Read("report", files[format]);

        Assert.Equal(format, document.Format);
        Assert.Equal(["某市教育局2020年年报", "尾"], document.Paragraphs());
        Assert.Equal(["规章|15"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(2, document.Tables()[0].Rows[0][0].Anchor.Page);
    }

    [Fact]
    public void Many_files_are_converted_at_once_and_a_bad_one_does_not_hide_the_others()
    {
        var bad = LibreOfficeFiles.Replaced(files["odt"], "content.xml", "<no"u8.ToArray());
        using var converter = new OfficeConverter();

        var results = converter.Convert([("a", files["odt"]), ("b", bad), ("c", files["odt"]), ("d", files["ods"]), ("e", "text"u8.ToArray()), ("f", files["xls"])]);

        Assert.Equal(["a", "b", "c", "d", "e", "f"], results.Select(result => result.Name));
        Assert.Equal(["odt", "odt", "odt", "ods", null, "xls"], results.Select(result => result.Format));
        Assert.Equal([true, false, true, true, false, true], results.Select(result => result.Bytes is not null));
        Assert.Contains("损坏", results[1].Reason, StringComparison.Ordinal);
        Assert.Equal("docx", DocumentReader.Read("a", results[0].Bytes!.Value).Format);
        Assert.Equal("xlsx", DocumentReader.Read("f", results[5].Bytes!.Value).Format);
    }

    [Fact]
    public void Documents_read_together_keep_their_order_and_their_reasons()
    {
        var results = DocumentReader.ReadMany([("a.doc", files["doc"]), ("b.txt", "文"u8.ToArray()), ("c.doc", files["doc"].AsMemory(0, 700)), ("d.rtf", files["rtf"])]);

        Assert.Equal(["doc", "txt", null, "rtf"], results.Select(result => result.Document?.Format));
        Assert.Equal(["a.doc", "b.txt", "c.doc", "d.rtf"], results.Select(result => result.Name));
        Assert.Equal(Sha256Hash.Of(files["doc"]), results[0].Document!.Sha256);
        Assert.NotNull(results[2].Reason);
    }

    [Fact]
    public void A_machine_without_it_says_what_to_install()
    {
        using var converter = new OfficeConverter("/nowhere/soffice");
        using var missing = new OfficeConverter("");

        foreach (var reason in new[] { converter, missing }.Select(each => each.Convert([("a", files["doc"])])[0].Reason))
            Assert.Contains("libreoffice-writer-nogui", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_hangs_is_killed_with_its_children()
    {
        using var script = new Script("sleep 300 & echo $! > \"$(dirname \"$0\")/child\"; wait");
        using var converter = new OfficeConverter(script.Program, TimeSpan.FromSeconds(1));

        var result = converter.Convert([("a", files["doc"])])[0];

        Assert.Contains("超时", result.Reason, StringComparison.Ordinal);
        var child = int.Parse(File.ReadAllText(Path.Combine(script.Folder, "child")), CultureInfo.InvariantCulture);
        Assert.True(HasEnded(child));
    }

    [Fact]
    public void A_file_that_crashes_it_is_left_out_and_the_rest_goes_on()
    {
        // Copies its files, and dies at one.
        using var script = new Script("""
            while [ $# -gt 0 ]; do case "$1" in
              --outdir) out="$2"; shift 2;;
              --convert-to) ext="${2%%:*}"; shift 2;;
              -*) shift;;
              *) grep -q CRASH "$1" && exit 1; name=$(basename "$1"); cp "$1" "$out/${name%.*}.$ext"; shift;;
            esac; done
            """);
        using var converter = new OfficeConverter(script.Program);

        var results = converter.Convert([("a", Rtf("1")), ("b", Rtf("CRASH")), ("c", Rtf("2")), ("d", Rtf("CRASH"))]);

        Assert.Equal([true, false, true, false], results.Select(result => result.Bytes is not null));
    }

    [Fact]
    public void Nothing_stays_behind()
    {
        using var converter = new OfficeConverter();
        converter.Convert([("../../a", files["doc"]), ("/tmp/analytics-b", files["doc"])]);
        var folder = converter.WorkingFolder!;

        Assert.Equal(["profile"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        Assert.False(File.Exists("/tmp/analytics-b"));
        converter.Dispose();
        Assert.False(Directory.Exists(folder));
        Assert.Throws<ObjectDisposedException>(() => converter.Convert([("a", files["doc"])]));
    }

    private static byte[] Rtf(string text) => Encoding.ASCII.GetBytes($"{{\\rtf1\\ansi {text}}}");

    private static bool HasEnded(int id)
    {
        for (var i = 0; i < 50; i++)
        {
            // A zombie that nobody waits for has ended as well.
            if (!File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal)) return true;
            Thread.Sleep(100);
        }
        return false;
    }

    private sealed class Script : IDisposable
    {
        public Script(string text)
        {
            Folder = Directory.CreateTempSubdirectory("office-script-").FullName;
            Program = Path.Combine(Folder, "soffice");
            File.WriteAllText(Program, "#!/bin/sh\n" + text + "\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string Folder { get; }

        public string Program { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}

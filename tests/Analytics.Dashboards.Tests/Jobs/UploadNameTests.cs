// Names that browsers give decide nothing but what people read.
using Analytics.Dashboards.Jobs;

namespace Analytics.Dashboards.Tests.Jobs;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("年报.docx", "年报.docx", null, ".docx")]
    [InlineData("2024/教育局/年报.PDF", "年报.PDF", "2024/教育局/年报.PDF", ".pdf")]
    [InlineData("C:\\fakepath\\a.txt", "a.txt", "C:/fakepath/a.txt", ".txt")]
    [InlineData("../../etc/passwd", "passwd", "etc/passwd", "")]
    [InlineData("facts.CSV.GZ", "facts.CSV.GZ", null, ".csv.gz")]
    [InlineData("a\u202etxt.exe\0", "atxt.exe", null, ".exe")]
    [InlineData("a.x y", "a.x y", null, "")]
    [InlineData("a.verylongending1", "a.verylongending1", null, "")]
    [InlineData("..", "无名", null, "")]
    [InlineData(null, "无名", null, "")]
    public void Name_is_made_harmless(string? given, string name, string? shown, string ending) =>
        Assert.Equal(new UploadName(name, shown, ending), UploadName.Of(given, "无名"));

    [Fact]
    public void Long_name_keeps_its_end()
    {
        var name = UploadName.Of(new string('长', 500) + ".docx", "无名");

        Assert.Equal(200, name.Name.Length);
        Assert.EndsWith("长.docx", name.Name, StringComparison.Ordinal);
        Assert.Equal(".docx", name.Ending);
        Assert.Equal(name.Name, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(UploadName.Of(new string('长', 500) + ".docx", "无名").Name)));
    }
}

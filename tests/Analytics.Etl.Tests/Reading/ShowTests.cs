// A document as a worker gives it to be looked at: what the readers read, but for places on pages.
using System.Reflection;
using Analytics.Documents;
using Analytics.Etl.Reading;
using Analytics.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Etl.Tests.Reading;

public sealed class ShowTests : IAsyncLifetime
{
    private static readonly string Program = typeof(ShowTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Program").Value!;
    private readonly string folder = Directory.CreateTempSubdirectory("analytics-show-tests-").FullName;
    private readonly DocumentIntake intake = new("dotnet", [Program, ReadingWorker.Argument], new ReadingLimits { Content = 1 << 20 });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await intake.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Samples_are_shown_as_they_are_read_here()
    {
        foreach (var sample in SampleReports.Read())
        {
            var (document, reason) = await intake.ShowAsync(Write(sample.Name, sample.Bytes), sample.Name);
            Assert.Null(reason);
            var expected = DocumentReader.Read(sample.Name, sample.Bytes);
            Assert.Equal((expected.Name, expected.Sha256, expected.Format, expected.Title), (document!.Name, document.Sha256, document.Format, document.Title));
            Assert.Equal(expected.Blocks.SelectMany(Pieces), document.Blocks.SelectMany(Pieces));
        }
    }

    [Theory]
    [InlineData("", "空的")]
    [InlineData("PK\u0003\u0004 not a package", "")]
    public async Task What_cannot_be_read_has_its_reason(string text, string reason)
    {
        var shown = await intake.ShowAsync(Write("x.docx", System.Text.Encoding.Latin1.GetBytes(text)), "x.docx");
        Assert.Null(shown.Document);
        Assert.Contains(reason, shown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_is_not_shown()
    {
        var shown = await intake.ShowAsync(Write("x.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Repeat("一段很长的文字", 200_000)))), "x.txt");
        Assert.Contains("过多", shown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_makes_no_sense_is_none_and_breaks_nothing()
    {
        var sample = SampleReports.Read()[0];
        var incoming = new IncomingDocument("x", "x", null, Sha256Hash.Of(sample.Bytes), false, null);
        var answer = DocumentBytes.Answer(new ReadResult("x", DocumentReader.Read("x", sample.Bytes), null), int.MaxValue).ToArray();
        Assert.NotNull(DocumentBytes.Answer(answer, incoming)!.Value.Document);
        Assert.Null(DocumentBytes.Answer(answer.AsMemory(0, answer.Length / 2), incoming));
        Prop.ForAll(Arb.From(Gen.Two(Gen.Choose(0, answer.Length - 1))), places =>
        {
            var broken = (byte[])answer.Clone();
            broken[places.Item1] ^= 0xFF;
            broken[places.Item2] ^= 0x55;
            DocumentBytes.Answer(broken, incoming);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static IEnumerable<(string, Anchor, int, int, double?)> Pieces(Block block) => block switch
    {
        Table table => table.Rows.SelectMany(row => row).Select(cell => (cell.Text, cell.Anchor with { Box = null }, cell.ColumnSpan, cell.RowSpan, cell.OcrConfidence)),
        Paragraph paragraph => [(paragraph.Text, paragraph.Anchor with { Box = null }, 0, 0, paragraph.OcrConfidence)],
        _ => [],
    };

    private string Write(string name, ReadOnlyMemory<byte> bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes.ToArray());
        return path;
    }
}

// What a worker read arrives as it was, and what a worker should not have said does no harm.
using Analytics.Documents;
using Analytics.Etl.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Etl.Tests.Reading;

public sealed class DocumentBytesTests
{
    private static readonly ReadingLimits Limits = new();

    [Fact]
    public void Any_document_comes_back_as_it_was() => Prop.ForAll(RandomDocuments.Results, result =>
    {
        var back = Assert.Single(ReadingRequests.ReadAnswer(Bytes(result), 1, Limits)!);
        Assert.Equal((result.Name, result.Reason), (back.Name, back.Reason));
        AssertSame(result.Document, back.Document);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_other_bytes_are_a_document_or_nothing() => Prop.ForAll(
        RandomDocuments.Results, Arb.From(Gen.Three(Gen.Choose(0, 1_000_000))), (result, change) =>
    {
        var bytes = Bytes(result).ToArray();
        var (at, value, cut) = change;
        bytes[at % bytes.Length] = (byte)value;
        _ = ReadingRequests.ReadAnswer(bytes, 1, Limits);
        _ = ReadingRequests.UnpackAnswer(bytes);
        Assert.Null(ReadingRequests.ReadAnswer(Bytes(result)[..(cut % bytes.Length)], 1, Limits));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_number_of_blocks_that_cannot_be_there_takes_no_memory()
    {
        var to = new BytesWriter();
        to.Text("a");
        to.Byte(0);
        to.Byte(1);
        to.Text("a");
        to.Text("");
        to.Text("txt");
        to.Byte(0);
        to.Number(int.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(ReadingRequests.ReadAnswer(to.Written, 1, Limits));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_document_with_more_content_than_is_taken_in_is_a_reason_and_the_next_one_is_a_document()
    {
        var to = new BytesWriter();
        foreach (var text in new[] { new string('文', 2_000), "文" })
            DocumentBytes.Write(to, new ReadResult("a", new Document("a", default, "txt", null, [new Paragraph(text, default)]), null));
        var results = ReadingRequests.ReadAnswer(to.Written, 2, Limits with { Content = 4_000 })!;
        Assert.Contains("内容过多", results[0].Reason, StringComparison.Ordinal);
        Assert.Null(results[0].Document);
        Assert.NotNull(results[1].Document);
    }

    [Fact]
    public void A_report_takes_little_more_room_than_its_text()
    {
        var document = DocumentReader.Read("a.txt", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("（一）予以公开\t12\t0\t0\t0\t0\t0\t12", 100))));
        var text = document.Blocks.Sum(block => block is Paragraph paragraph ? paragraph.Text.Length : ((Table)block).Rows.Sum(row => row.Sum(cell => cell.Text.Length)));
        var count = document.Blocks.Sum(block => block is Table table ? table.Rows.Sum(row => row.Count) : 1);
        Assert.InRange(Bytes(new ReadResult("a.txt", document, null)).Length, 0, (2 * text) + (8 * count) + 300);
    }

    private static ReadOnlyMemory<byte> Bytes(ReadResult result)
    {
        var to = new BytesWriter();
        DocumentBytes.Write(to, result);
        return to.Written;
    }

    /// <summary>Records compare lists by reference.</summary>
    internal static void AssertSame(Document? expected, Document? actual)
    {
        if (expected is null || actual is null)
        {
            Assert.Equal(expected, actual);
            return;
        }
        Assert.Equal(expected with { Blocks = [] }, actual with { Blocks = [] });
        Assert.Equal(expected.Blocks.Count, actual.Blocks.Count);
        foreach (var (one, other) in expected.Blocks.Zip(actual.Blocks))
        {
            if (one is Table table && other is Table back)
            {
                Assert.Equal(table.Ordinal, back.Ordinal);
                Assert.Equal(table.Rows, back.Rows);
            }
            else
            {
                Assert.Equal(one, other);
            }
        }
    }
}

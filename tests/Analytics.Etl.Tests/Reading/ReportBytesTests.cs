// What a worker made of a document arrives as it was, and what a worker should not have said does no harm.
using System.Collections;
using System.Reflection;
using Analytics.Documents;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Testing;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Reading;

public sealed class ReportBytesTests
{
    private static readonly IncomingDocument Document = new("in/a.txt", "a.txt", "a"u8.ToArray(), Sha256Hash.Of("a"u8), false, null);

    [Fact]
    public void Any_report_comes_back_as_it_was() => Prop.ForAll(RandomReports.Reports, report => Assert.Equal(Described(report), Described(Back(Bytes(report))!))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_samples_come_back_with_all_that_a_report_has()
    {
        var extractor = new Extractor(CatalogData.Current);
        foreach (var sample in SampleReports.Read())
        {
            var report = extractor.Extract(Document.Name, sample.Bytes) with { Sha256 = Document.Sha256 };
            Assert.NotEmpty(report.Facts);
            Assert.Equal(Described(report), Described(Back(Bytes(report))!));
        }
    }

    [Fact]
    public void Any_other_bytes_are_a_report_or_nothing() => Prop.ForAll(
        RandomReports.Reports, Arb.From(Gen.Three(Gen.Choose(0, 1_000_000))), (report, change) =>
    {
        var bytes = Bytes(report).ToArray();
        var (at, value, cut) = change;
        bytes[at % bytes.Length] = (byte)value;
        var back = Back(bytes);
        Assert.True(back is null || back.IsQuarantined || back is { Agency: not null, Year: not null });
        Assert.All(back?.Facts ?? [], fact => Assert.NotNull(CatalogData.Current.Metric(fact.Metric)));
        _ = ReadingRequests.UnpackAnswer(bytes);
        Assert.Null(Back(Bytes(report)[..(cut % bytes.Length)]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_number_of_facts_that_cannot_be_there_takes_no_memory()
    {
        var to = new BytesWriter();
        to.Text("");
        for (var i = 0; i < 3; i++) to.Byte(0);
        to.Number(2020);
        to.Number(-1);
        to.Number(0);
        to.Number(int.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Back(to.Written));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_document_with_more_content_than_is_taken_in_is_a_reason_and_the_next_one_is_a_report()
    {
        var sample = SampleReports.Read()[0];
        var request = ReadingRequests.Extract([("a.txt", System.Text.Encoding.UTF8.GetBytes(new string('文', 60_000))), (sample.Name, sample.Bytes)], content: 100_000);
        var results = ReadingRequests.ExtractAnswer(ReadingRequests.Answer(request), [Document, Document])!;
        Assert.Contains("内容过多", results[0].Reason, StringComparison.Ordinal);
        Assert.Null(results[0].Report);
        Assert.False(results[1].Report!.IsQuarantined);
    }

    private static ReadOnlyMemory<byte> Bytes(Report report)
    {
        var to = new BytesWriter();
        ReadingRequests.Write(to, (report, null));
        return to.Written;
    }

    private static Report? Back(ReadOnlyMemory<byte> bytes) => ReadingRequests.ExtractAnswer(bytes, [Document]) is [{ Report: var report }] ? report : null;

    // Every public property down to the last, those that are added later too; records compare lists by reference.
    private static string Described(object? value) => value switch
    {
        null => "null",
        double or DateOnly => FormattableString.Invariant($"{value:R}"),
        string or decimal or int or bool or Enum => FormattableString.Invariant($"{value}"),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Described))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name}: {Described(property.GetValue(value))}"))})",
    };
}

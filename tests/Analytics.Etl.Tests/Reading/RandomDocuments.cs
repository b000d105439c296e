// Documents of any shape, for the property tests.
using Analytics.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Etl.Tests.Reading;

internal static class RandomDocuments
{
    // Half of a surrogate pair is no text, but a string may hold it.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (2, Gen.Constant("")), (6, Gen.Elements("（一）予以公开", "12", " \t\n", "𠮷", "\0", "\ud842")), (2, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")));

    private static readonly Gen<int> Numbers = Gen.Frequency((8, Gen.Choose(0, 300)), (1, Gen.Elements(int.MaxValue, int.MinValue, -1)));
    private static readonly Gen<double> Reals = ArbMap.Default.GeneratorFor<double>();

    private static readonly Gen<Anchor> Anchors =
        from table in Maybe(Numbers)
        from row in Maybe(Numbers)
        from column in Maybe(Numbers)
        from line in Maybe(Numbers)
        from page in Maybe(Numbers)
        from box in Maybe(Gen.Four(Reals).Select(box => new Box(box.Item1, box.Item2, box.Item3, box.Item4)))
        select new Anchor(table, row, column, line, page, box);

    private static readonly Gen<Cell> Cells =
        from text in Texts
        from anchor in Anchors
        from columns in Gen.Frequency((3, Gen.Constant(1)), (1, Numbers))
        from rows in Gen.Frequency((3, Gen.Constant(1)), (1, Numbers))
        from ocr in Maybe(Reals)
        select new Cell(text, anchor, columns, rows, ocr);

    private static readonly Gen<Block> Blocks = Gen.Frequency(
        (2, from text in Texts from anchor in Anchors from ocr in Maybe(Reals) select (Block)new Paragraph(text, anchor, ocr)),
        (1, from ordinal in Numbers from rows in ListOf(ListOf(Cells, 5), 5) select (Block)new Table(ordinal, rows)));

    private static readonly Gen<Document> Documents =
        from name in Texts
        from hash in Gen.Frequency((1, Gen.Constant(default(Sha256Hash))), (5, Texts.Select(text => Sha256Hash.Of(System.Text.Encoding.UTF8.GetBytes(text)))))
        from format in Texts
        from title in Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(text => (string?)text))
        from blocks in ListOf(Blocks, 6)
        select new Document(name, hash, format, title, blocks);

    /// <summary>A document, or a reason.</summary>
    public static Arbitrary<ReadResult> Results { get; } = Arb.From(
        from name in Texts
        from result in Gen.OneOf(
            Documents.Select(document => new ReadResult(name, document, null)), Texts.Select(reason => new ReadResult(name, null, reason)))
        select result);

    private static Gen<T?> Maybe<T>(Gen<T> values) where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<IReadOnlyList<T>> ListOf<T>(Gen<T> items, int most) =>
        Gen.Choose(0, most).SelectMany(count => Gen.ListOf(items, count)).Select(list => (IReadOnlyList<T>)[.. list]);
}

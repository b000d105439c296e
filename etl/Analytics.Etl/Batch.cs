// Extracts many documents on all cores and hands the reports back in the order of the files.
using Analytics.Documents;
using Analytics.Etl.Reading;
using Analytics.Extraction;

namespace Analytics.Etl;

/// <summary>Runs an extractor over documents.</summary>
public static class Batch
{
    /// <summary>Reports in the order of the files; those of an archive's documents stand where it stood.</summary>
    public static IAsyncEnumerable<Report> ExtractAsync(Extractor extractor, DocumentIntake intake, IReadOnlyList<string> files, CancellationToken cancellation) =>
        ExtractAsync(extractor, intake, intake.OpenAsync(files, cancellation), cancellation);

    /// <summary>The same for documents that are opened already.</summary>
    public static IAsyncEnumerable<Report> ExtractAsync(
        Extractor extractor, DocumentIntake intake, IAsyncEnumerable<IncomingDocument> documents, CancellationToken cancellation) =>
        intake.ReadAsync(documents, (document, result) => Report(extractor, document, result), cancellation);

    private static Report Report(Extractor extractor, IncomingDocument document, ReadResult result)
    {
        try
        {
            return result.Document is { } read ? extractor.Extract(read) : extractor.Refuse(document.Name, document.Sha256, result.Reason!);
        }
#pragma warning disable CA1031 // one document never stops the rest
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return extractor.Refuse(document.Name, document.Sha256, $"程序未能处理此文件（{e.GetType().Name}：{e.Message}）：请将此文件交维护人员，或另存为其他格式后重新提交。");
        }
    }
}

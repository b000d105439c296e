// What became of one of several documents.
namespace Analytics.Documents;

/// <summary>A document, or why there is none.</summary>
/// <param name="Name">For messages: "report.docx", "archive.zip/report.docx".</param>
/// <param name="Document">Null where it could not be read.</param>
/// <param name="Reason">Chinese; null where it could.</param>
public sealed record ReadResult(string Name, Document? Document, string? Reason);

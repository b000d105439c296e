// A document that has arrived and is not read yet.
using Analytics.Documents;

namespace Analytics.Etl.Reading;

/// <summary>A file, or a file inside an archive.</summary>
/// <param name="File">Path as given; of the archive for what came in one.</param>
/// <param name="Name">For messages: "report.docx", "archive.zip/report.docx".</param>
/// <param name="Bytes">The document. Of a file that could not be unpacked those of its archive; null where there is too much to take in.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="IsFromArchive">It came in an archive.</param>
/// <param name="Refusal">Chinese: why it is not read at all; null where it will be.</param>
public sealed record IncomingDocument(string File, string Name, ReadOnlyMemory<byte>? Bytes, Sha256Hash Sha256, bool IsFromArchive, string? Refusal);

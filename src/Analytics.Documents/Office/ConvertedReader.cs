// A document of an old or open format is read through the new format LibreOffice makes of it.
namespace Analytics.Documents.Office;

/// <summary>Converts, then reads.</summary>
/// <param name="way">From the original's format.</param>
/// <param name="converted">Made before, with others in one run; null to convert now.</param>
internal sealed class ConvertedReader(Conversion way, ReadOnlyMemory<byte>? converted = null) : IFormatReader
{
    public string Format => way.Format;

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes) =>
        way.ResultReader().Read(converted ?? OfficeConverter.Shared.Convert(bytes));
}

/// <summary>Reads xls directly, and where the library cannot, through LibreOffice.</summary>
internal sealed class XlsReader : IFormatReader
{
    public string Format => "xls";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new SpreadsheetReader(Format).Read(bytes);
        }
        catch (UnreadableDocumentException direct) when (direct.InnerException is not null)
        {
            var result = OfficeConverter.Shared.Convert([("", bytes)])[0];
            if (result.Bytes is not { } converted) throw;
            return new SpreadsheetReader("xlsx").Read(converted);
        }
    }
}

// Pictures of pages: tesseract, which decodes all their formats, wraps them in a PDF; its pages are then read as scans.
namespace Analytics.Documents.Pdf;

/// <summary>Reads png, jpeg, tiff (all its pages) and bmp.</summary>
internal sealed class ImageReader(string format) : IFormatReader
{
    public string Format => format;

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        using var folder = new WorkFolder();
        var recognition = new TextRecognition(folder);
        return (null, PdfReader.ReadScan(recognition.ToPdf(bytes.Span), recognition));
    }
}

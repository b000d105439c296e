// Every writer puts the same printed report into bytes of its format.
using System.Text;

namespace Analytics.Synthetic;

/// <summary>Writes a printed report as a document. The same report gives the same bytes.</summary>
public interface IReportWriter
{
    /// <summary>File name extension, without the dot.</summary>
    string Extension { get; }

    /// <summary>The whole file.</summary>
    byte[] Write(PrintedReport report);
}

/// <summary>Encodings of text that agencies' sites use.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8 without byte order mark.</summary>
    Utf8,

    /// <summary>UTF-16, little-endian, with byte order mark.</summary>
    Utf16,

    Gb18030,
}

internal static class TextEncodings
{
    public static byte[] Bytes(this TextEncoding encoding, string text) => encoding switch
    {
        TextEncoding.Utf16 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        TextEncoding.Gb18030 => Gb18030().GetBytes(text),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text),
    };

    public static string Name(this TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf16 => "utf-16",
        TextEncoding.Gb18030 => "gb18030",
        _ => "utf-8",
    };

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}

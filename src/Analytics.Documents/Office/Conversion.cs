// Which filters of LibreOffice read and write what: told by us after sniffing, so that LibreOffice does not guess.
namespace Analytics.Documents.Office;

/// <summary>The way from an old or open format to one that is read here.</summary>
/// <param name="Format">Of the original.</param>
/// <param name="InputFilter">LibreOffice's name of the filter that reads it.</param>
/// <param name="Extension">Of the result: docx, xlsx, pptx.</param>
/// <param name="OutputFilter">LibreOffice's name of the filter that writes it.</param>
/// <param name="IsPackage">The original is a zip.</param>
internal sealed record Conversion(string Format, string InputFilter, string Extension, string OutputFilter, bool IsPackage = false)
{
    private const string Word = "MS Word 2007 XML";
    private const string Excel = "Calc MS Excel 2007 XML";
    private const string PowerPoint = "Impress MS PowerPoint 2007 XML";

    /// <summary>The way of a format, null for one that is not converted.</summary>
    public static Conversion? Of(OfficeKind kind) => kind switch
    {
        OfficeKind.Doc => new("doc", "MS Word 97", "docx", Word),
        OfficeKind.Rtf => new("rtf", "Rich Text Format", "docx", Word),
        OfficeKind.Odt => new("odt", "writer8", "docx", Word, IsPackage: true),
        OfficeKind.WordXml => new("doc", "MS Word 2003 XML", "docx", Word),
        OfficeKind.Xls => new("xls", "MS Excel 97", "xlsx", Excel),
        OfficeKind.ExcelXml => new("xls", "MS Excel 2003 XML", "xlsx", Excel),
        OfficeKind.Ods => new("ods", "calc8", "xlsx", Excel, IsPackage: true),
        OfficeKind.Ppt => new("ppt", "MS PowerPoint 97", "pptx", PowerPoint),
        OfficeKind.Odp => new("odp", "impress8", "pptx", PowerPoint, IsPackage: true),
        _ => null,
    };

    /// <summary>The reader of what comes out.</summary>
    public IFormatReader ResultReader() => Extension switch
    {
        "docx" => new DocxReader(),
        "xlsx" => new SpreadsheetReader("xlsx"),
        _ => new PptxReader(),
    };
}

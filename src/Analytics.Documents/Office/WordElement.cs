// The main part of a Word document as a plain tree: the library's own objects know the whole standard, and take several times as long.
using System.Xml;

namespace Analytics.Documents.Office;

/// <summary>An element, as far as reading needs it.</summary>
/// <param name="Name">Local name of an element of WordprocessingML, whichever edition of the standard it follows; <c>m:t</c>,
/// <c>mc:AlternateContent</c>, <c>mc:Choice</c>, <c>mc:Fallback</c>; empty for all others.</param>
internal sealed record WordElement(string Name)
{
    private const int MostNested = 500;
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly List<WordElement> None = [];
    private List<WordElement> children = None;

    public IReadOnlyList<WordElement> Children => children;

    /// <summary>Text that stands directly in it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its attribute <c>w:val</c>; of a symbol the character's code.</summary>
    public string? Value { get; private set; }

    /// <summary>Of a symbol.</summary>
    public string? Font { get; private set; }

    /// <summary>Whether any text stands in it, at whatever depth.</summary>
    public bool HasText => Text.Length > 0 || children.Exists(child => child.HasText);

    /// <summary>The first child of a name, null where there is none.</summary>
    public WordElement? Child(string name) => children.Find(child => child.Name == name);

    /// <summary>A switch: on where it stands, unless it says that it is off.</summary>
    public bool IsOn => Value is not ("0" or "false" or "off");

    /// <exception cref="UnreadableDocumentException">Nested so deep that walking the tree would end the process.</exception>
    /// <exception cref="XmlException">Not XML, or too much of it.</exception>
    public static WordElement Read(Stream part)
    {
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Package.MostCharacters });
        var open = new Stack<WordElement>();
        open.Push(new WordElement(""));
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.Depth > MostNested) throw new UnreadableDocumentException("Word 文件嵌套层数过多，疑似损坏，已拒绝读取。");
                    var isEmpty = xml.IsEmptyElement;
                    var element = new WordElement(NameOf(xml));
                    if (element.Name.Length > 0) element.ReadAttributes(xml);
                    open.Peek().Add(element);
                    if (!isEmpty) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                // Unlike what stands between elements for show.
                case XmlNodeType.Whitespace when open.Peek().Name == "t":
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Text += xml.Value;
                    break;
            }
        }
        return open.Peek().children[0];
    }

    private static string NameOf(XmlReader xml) => xml.NamespaceURI switch
    {
        Word or StrictWord => xml.LocalName,
        Math or StrictMath when xml.LocalName == "t" => "m:t",
        Compatibility => xml.LocalName switch
        {
            "AlternateContent" => "mc:AlternateContent",
            "Choice" => "mc:Choice",
            "Fallback" => "mc:Fallback",
            _ => "",
        },
        _ => "",
    };

    private void ReadAttributes(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI is not (Word or StrictWord)) continue;
            if (xml.LocalName is "val" or "char") Value = xml.Value;
            else if (xml.LocalName == "font") Font = xml.Value;
        }
    }

    private void Add(WordElement child)
    {
        if (ReferenceEquals(children, None)) children = [];
        children.Add(child);
    }
}

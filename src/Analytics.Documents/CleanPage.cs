// A foreign page made harmless: only elements and attributes that are known to do no more than to show text in its shape
// are written again. What is unknown is left out and its text stays; what runs, loads or asks for something goes as a whole.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;

namespace Analytics.Documents;

/// <summary>Writes pages anew.</summary>
internal sealed class CleanPage
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "abbr", "address", "article", "aside", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "div", "dl", "dt", "em",
        "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s",
        "section", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "wbr",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "applet", "audio", "base", "button", "canvas", "embed", "frame", "frameset", "iframe", "input", "link", "math", "meta", "noscript", "object", "script", "select",
        "svg", "template", "textarea", "title", "video",
    };

    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase) { "br", "col", "hr", "img", "wbr" };

    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "align", "bgcolor", "border", "cellpadding", "cellspacing", "class", "color", "colspan", "dir", "face", "height", "hidden", "lang", "nowrap", "rowspan", "size", "span",
        "start", "style", "valign", "width",
    };

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();
    private readonly IReadOnlyDictionary<IElement, string> cells;

    private CleanPage(IReadOnlyDictionary<IElement, string> cells) => this.cells = cells;

    /// <summary>The inside of a clean page: its style sheets, then its body. A cell that is read from it has the name of its
    /// place as its id, and nothing else has one.</summary>
    /// <param name="text">The page, decoded.</param>
    public static string Of(string text)
    {
        var page = HtmlReader.Parse(text);
        var clean = new CleanPage(HtmlReader.CellsOf(page));
        foreach (var style in page.QuerySelectorAll("head style")) clean.WriteStyle(style);
        if (page.Body is { } body) clean.WriteInside(body);
        return clean.html.ToString();
    }

    private void WriteInside(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) html.Append(Encoder.Encode(text.Data));
            else if (child is IElement element) Write(element);
        }
    }

    private void Write(IElement element)
    {
        var name = element.LocalName;
        if (Dropped.Contains(name)) return;
        if (name == "style") WriteStyle(element);
        else if (name == "img") WritePicture(element);
        else if (Kept.Contains(name)) WriteKept(element, name);
        else WriteInside(element);
    }

    private void WriteKept(IElement element, string name)
    {
        html.Append('<').Append(name);
        if (cells.TryGetValue(element, out var cell)) Append("id", cell);
        WriteAttributes(element);
        html.Append('>');
        if (Empty.Contains(name)) return;
        WriteInside(element);
        html.Append("</").Append(name).Append('>');
    }

    // Pictures that are within the page; others would have to be fetched.
    private void WritePicture(IElement element)
    {
        if (element.GetAttribute("src") is not { } source || !source.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return;
        html.Append("<img");
        Append("src", source);
        Append("alt", element.GetAttribute("alt") ?? "");
        WriteAttributes(element);
        html.Append('>');
    }

    private void WriteAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (Attributes.Contains(attribute.Name)) Append(attribute.Name.ToLowerInvariant(), attribute.Value);
        }
    }

    private void Append(string name, string value) => html.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');

    // Nothing it names is loaded: the policy it is sent with sees to that. Here it only must not end early.
    private void WriteStyle(IElement element)
    {
        var style = element.TextContent.Replace("<!--", "", StringComparison.Ordinal);
        if (!style.Contains("</", StringComparison.Ordinal)) html.Append("<style>").Append(style).Append("</style>\n");
    }
}

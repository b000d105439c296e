// Web archives ("单个文件网页", .mht, often named .doc): a page and its pictures as parts of a mail message. Only the page is taken.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Documents;

/// <summary>Takes the page out of a web archive.</summary>
internal static partial class MhtmlFile
{
    private const int HeadLength = 4096;
    private const int MostDepth = 5;

    /// <summary>Whether the bytes begin as a message with a page in it.</summary>
    public static bool Looks(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]).TrimStart('ï', '»', '¿', '\r', '\n');
        return Begin().IsMatch(head) && MimeVersion().IsMatch(head) && PageType().IsMatch(head);
    }

    /// <summary>The page as it was before it was packed; of several (sheets of a workbook, heads and feet) all, in order.</summary>
    /// <exception cref="UnreadableDocumentException">No page in it, or it is damaged.</exception>
    public static string Html(ReadOnlySpan<byte> bytes)
    {
        var pages = new List<string>();
        Collect(Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal), 0, pages);
        // A page of frames only says where the others stand.
        var whole = pages.Where(page => !page.Contains("<frameset", StringComparison.OrdinalIgnoreCase)).ToList();
        return whole.Count > 0 ? string.Join('\n', whole) : throw Damaged("其中没有网页正文");
    }

    private static void Collect(string entity, int depth, List<string> pages)
    {
        var end = entity.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || depth > MostDepth) return;
        var head = Folded().Replace(entity[..end], " ");
        var body = entity[(end + 2)..];
        var type = Header(head, "Content-Type");
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Boundary().Match(type) is { Success: true } boundary)
        {
            foreach (var part in body.Split("--" + boundary.Groups["boundary"].Value).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)))
                Collect(part.TrimStart(' ', '\t') is ['\n', .. var rest] ? rest : part, depth + 1, pages);
        }
        else if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            pages.Add(TextDecoder.Decode(Header(head, "Content-Transfer-Encoding").Trim().ToLowerInvariant() switch
            {
                "base64" => FromBase64(body),
                "quoted-printable" => FromQuoted(body),
                _ => Encoding.Latin1.GetBytes(body),
            }));
        }
    }

    private static string Header(string head, string name) => head.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line
        ? line[(name.Length + 1)..].Trim()
        : "";

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException e)
        {
            throw Damaged("编码不完整", e);
        }
    }

    // =E6 is a byte, = at the end of a line joins it with the next.
    private static byte[] FromQuoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') bytes.Add((byte)text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else bytes.Add((byte)'=');
        }
        return [.. bytes];
    }

    private static UnreadableDocumentException Damaged(string what, Exception? inner = null) =>
        new($"网页归档文件（mht，单个文件网页）无法读取：{what}，请用 Word 或 WPS 打开后另存为 docx 再提交。", inner);

    [GeneratedRegex(@"^[A-Za-z-]+: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^MIME-Version:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex MimeVersion();

    [GeneratedRegex(@"^Content-Type:\s*(multipart/(related|mixed|alternative)|text/html)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex PageType();

    [GeneratedRegex(@"boundary\s*=\s*""?(?<boundary>[^"";\s]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Folded();
}

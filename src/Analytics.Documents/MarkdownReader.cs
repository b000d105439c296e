// Markdown: headings, paragraphs and lists as paragraphs, pipe tables as tables, each with its source line.
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Analytics.Documents;

/// <summary>Reads decoded Markdown.</summary>
internal sealed partial class MarkdownReader(string text) : IFormatReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();
    private readonly List<Block> blocks = [];
    private int tables;

    public string Format => "md";

    /// <summary>A delimiter row of a pipe table, or headings marked with #.</summary>
    public static bool Looks(string text) => DelimiterRow().IsMatch(text) || Heading().Count(text) >= 2;

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        Walk(Parse());
        return (null, blocks);
    }

    private MarkdownDocument Parse()
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException e)
        {
            // The parser's own limit on nesting.
            throw new UnreadableDocumentException("Markdown 文件嵌套层数过多，疑似损坏，请检查后再提交。", e);
        }
    }

    private void Walk(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is MarkdownTable table) Add(table);
            else if (block is ContainerBlock inner) Walk(inner);
            else if (block is LeafBlock leaf) Add(leaf);
        }
    }

    private void Add(LeafBlock leaf)
    {
        var content = leaf.Inline is null ? leaf.Lines.ToString() : Text(leaf.Inline);
        var line = leaf.Line;
        foreach (var part in content.Split('\n'))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(part)) blocks.Add(new Paragraph(part.Trim(), new Anchor(Line: line)));
        }
    }

    private void Add(MarkdownTable table)
    {
        tables++;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var row in table.OfType<TableRow>())
        {
            var number = rows.Count + 1;
            rows.Add(row.OfType<TableCell>().Select((cell, i) => new Cell(
                string.Join('\n', cell.OfType<LeafBlock>().Select(leaf => leaf.Inline is null ? "" : Text(leaf.Inline))).Trim(),
                new Anchor(tables, number, i + 1, row.Line + 1))).ToList());
        }
        blocks.Add(new Table(tables, rows));
    }

    private static string Text(ContainerInline container)
    {
        var builder = new StringBuilder();
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal: builder.Append(literal.Content); break;
                case CodeInline code: builder.Append(code.Content); break;
                case LineBreakInline: builder.Append('\n'); break;
                case HtmlEntityInline entity: builder.Append(entity.Transcoded); break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase): builder.Append('\n'); break;
            }
        }
        return builder.ToString();
    }

    [GeneratedRegex(@"^(?>[ \t]*)\|?(?>[ \t]*):?-{2,}:?(?>[ \t]*)\|[ \t|:-]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DelimiterRow();

    [GeneratedRegex(@"^#{1,6}[ \t]+\S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}

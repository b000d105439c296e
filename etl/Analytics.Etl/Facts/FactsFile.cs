// Normalized facts from a CSV, XLSX or JSON file: one row per cell, the rows of a report together.
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Analytics.Documents;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Facts;

/// <summary>The facts of one report, or what is wrong with its rows.</summary>
/// <param name="Name">File and rows: facts-2019.csv:2-240.</param>
/// <param name="Report">The report; quarantined where a row cannot be taken.</param>
public sealed record FactsOfReport(string Name, Report Report);

/// <summary>Reads facts, report by report.</summary>
/// <remarks>Columns are those of <see cref="FactColumns"/>. A row that cannot be taken keeps its whole report out, named with its
/// number. Workbooks are read by the intake's workers.</remarks>
public sealed class FactsFile(CatalogData catalog, Extractor extractor, DocumentIntake intake)
{
    private const string Packed = ".gz";
    private const int GzipFirst = 0x1f;
    private const int GzipSecond = 0x8b;

    /// <summary>Whether a file holds facts: CSV (.csv), JSON (.json, .jsonl, .ndjson), both also packed (.gz), or the first sheet of a
    /// workbook (.xlsx), told by the heads in it. Anything else is a document.</summary>
    public async Task<bool> IsFactsAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return FormatOf(file) switch
            {
                Format.Csv => CsvFacts.Look(CsvFacts.Begin(() => Open(file))),
                Format.Json => JsonFacts.Look(CsvFacts.Begin(() => Open(file))),
                Format.Sheet => (await intake.RowsAsync(file, 1, cancellation)).Rows is [var heads, ..] && FactColumns.Look(heads.Cells),
                _ => false,
            };
        }
        catch (Exception e) when (e is InvalidDataException or UnauthorizedAccessException or FileNotFoundException)
        {
            // Whatever reads it as a document says what is wrong.
            return false;
        }
    }

    /// <summary>The reports of a file, in order. Where it cannot be read to its end, the last one says why.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="name">Its name as it was given, which tells its format.</param>
    public async IAsyncEnumerable<FactsOfReport> ReadAsync(string file, string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reports = new FactReports(catalog, extractor, name, FormatOf(name) == Format.Json ? "条" : "行");
        var rows = new List<FactRow>();
        string? broken = null;
        await using var source = RowsAsync(file, name, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await source.MoveNextAsync()) break;
            }
            catch (Exception e) when (e is UnreadableDocumentException or InvalidDataException)
            {
                broken = e is UnreadableDocumentException ? e.Message : "压缩文件损坏或不完整，其后的内容未读取，请重新压缩后提交。";
                break;
            }
            if (rows.Count > 0 && rows[0].Of != source.Current.Of)
            {
                yield return reports.Of(rows);
                rows = [];
            }
            rows.Add(source.Current);
        }
        // Of the report in which it breaks off nobody knows what is missing.
        if (broken is not null) yield return await BrokenAsync(file, name, rows, broken, cancellation);
        else if (rows.Count > 0) yield return reports.Of(rows);
    }

    private IAsyncEnumerable<FactRow> RowsAsync(string file, string name, CancellationToken cancellation) => FormatOf(name) switch
    {
        Format.Json => JsonFacts.RowsAsync(() => Open(file), cancellation),
        Format.Sheet => SheetRowsAsync(file, cancellation),
        _ => CsvFacts.Rows(() => Open(file)).ToAsyncEnumerable(),
    };

    private async IAsyncEnumerable<FactRow> SheetRowsAsync(string file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (rows, reason) = await intake.RowsAsync(file, int.MaxValue, cancellation);
        if (rows is not [var first, ..]) throw new UnreadableDocumentException(reason ?? "工作簿的第一张工作表是空的，请按模板填写后提交。");
        var heads = ColumnHeads.Find(FactColumns.All, first.Cells, out var problem);
        if (problem is not null) throw new UnreadableDocumentException(problem);
        foreach (var row in rows.Skip(1)) yield return FactRow.From(row.Number, column => heads.Text(row.Cells, column));
    }

    private async Task<FactsOfReport> BrokenAsync(string file, string name, List<FactRow> rows, string problem, CancellationToken cancellation)
    {
        var reason = rows.Count == 0 ? $"{name}：{problem}" : string.Create(CultureInfo.InvariantCulture, $"{name}：{problem}从第 {rows[0].Number} 行（条）开始的报告可能不完整，未载入。");
        await using var stream = File.OpenRead(file);
        var sha256 = new Sha256Hash(Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)));
        return new FactsOfReport(name, Report.Refused(catalog, name, sha256, reason));
    }

    private static Format FormatOf(string file)
    {
        var isPacked = file.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);
        return Path.GetExtension(isPacked ? file[..^Packed.Length] : file).ToLowerInvariant() switch
        {
            ".csv" => Format.Csv,
            ".json" or ".jsonl" or ".ndjson" => Format.Json,
            ".xlsx" when !isPacked => Format.Sheet,
            _ => Format.Other,
        };
    }

    private static Stream Open(string file)
    {
        var stream = File.OpenRead(file);
        var isPacked = stream.ReadByte() == GzipFirst && stream.ReadByte() == GzipSecond;
        stream.Position = 0;
        return isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private enum Format
    {
        Other,
        Csv,
        Json,
        Sheet,
    }
}

// Loads a batch in one transaction: into staging, then set-based SQL. The same bytes again change nothing.
namespace Analytics.Warehouse;

/// <summary>Loads batches, one at a time.</summary>
internal sealed class Loader(WriterDatabase writer, ReportCells cells, LabelBook labels, SourceRanks ranks, WideSql wide, TimeProvider clock)
{
    private static readonly string[] Before = ["load/Agency", "load/Report", "load/Document", "load/Shown"];
    private static readonly string[] After = ["load/Facts", "load/Marks", "load/Current"];

    /// <summary>Whether the loaded reports are synthetic; null where none is loaded.</summary>
    public Task<bool?> IsSyntheticAsync(CancellationToken cancellation) => writer.RunAsync(IsSyntheticAsync, cancellation);

    /// <summary>Loads documents; those that are taken in already are left as they are, unless they are read again. Batches that arrive side by side are
    /// prepared side by side and written one after the other.</summary>
    /// <exception cref="ArgumentException">A number does not fit the warehouse; nothing of the batch is loaded.</exception>
    /// <exception cref="MixedReportsException">Real and synthetic reports would come together; nothing of the batch is loaded.</exception>
    public async Task LoadAsync(IReadOnlyList<LoadItem> batch, CancellationToken cancellation)
    {
        var items = batch.DistinctBy(item => item.Sha256, StringComparer.Ordinal).ToList();
        var layouts = new BatchLayouts();
        var reports = await Task.Run(() => Prepare(items, layouts, cancellation), cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await writer.RunAsync(async session =>
        {
            var kind = await IsSyntheticAsync(session);
            foreach (var report in reports)
            {
                if (report.Row.IsSynthetic != (kind ??= report.Row.IsSynthetic)) throw new MixedReportsException(report.Row.IsSynthetic);
            }
            var added = labels.Added();
            await session.ExecuteAsync("load/Staging");
            session.Stage("layout", LayoutRow.Columns, layouts.Rows());
            // Figures of one statutory table are alike, and what is alike takes less room side by side.
            session.Stage("printed_table", PrintedTableRow.Columns, reports.SelectMany(report => report.Cells.Tables.Index()).OrderBy(table => table.Index).Select(table => table.Item).ToArray());
            session.Stage("cell_text", reports.SelectMany(report => report.Cells.Texts));
            session.Stage("label", added);
            session.Stage("document", items.Select((item, index) => Row(item, index, now)));
            session.Stage("report", reports.Select(report => report.Row));
            session.Stage("finding", reports.SelectMany(report => report.Findings));
            await session.ExecuteAsync("load/Fresh");
            await session.TransactAsync(async () =>
            {
                var isAgain = items.Exists(item => item.IsAgain);
                if (isAgain) await session.ExecuteAsync("load/Again");
                foreach (var step in Before) await session.ExecuteAsync(step);
                if (isAgain) await session.ExecuteAsync("load/Replaced");
                foreach (var step in After) await session.ExecuteAsync(step);
                var byDocument = reports.ToDictionary(report => report.Row.DocumentNo, report => report.Cells.Wide);
                var arrived = await session.QueryAsync<ArrivedRow>("load/Arrived");
                session.Append("rule_wide", wide.Columns, arrived.Select(report => new WideRow(report, byDocument[report.DocumentNo])).ToArray());
                return true;
            });
            labels.Keep(added.Count);
            return true;
        }, cancellation);
    }

    private static async Task<bool?> IsSyntheticAsync(WriterDatabase.Session session)
    {
        var kinds = await session.QueryAsync<bool>("load/Kinds");
        return kinds.Count == 0 ? null : kinds[0];
    }

    // All that needs no database.
    private List<Prepared> Prepare(List<LoadItem> items, BatchLayouts layouts, CancellationToken cancellation)
    {
        using var memos = new ThreadLocal<CellMemo>(() => new CellMemo());
        return items.Select((item, index) => (No: index + 1, item.Report)).Where(entry => entry.Report is not null)
            .AsParallel().AsOrdered().WithCancellation(cancellation).Select(entry => Prepare(entry.No, entry.Report!, layouts, memos.Value!)).ToList();
    }

    private Prepared Prepare(int no, LoadReport report, BatchLayouts layouts, CellMemo memo)
    {
        var staged = cells.Of(no, report, layouts, memo);
        return new Prepared(Row(no, report, staged.FactsSha256), staged, report.Findings.Select(finding => Row(no, finding)).ToList());
    }

    private sealed record Prepared(ReportRow Row, StagedCells Cells, IReadOnlyList<FindingRow> Findings);

    private DocumentRow Row(LoadItem item, int index, DateTime now) => new(
        index + 1, item.Sha256, item.File, item.Source, ranks.Of(item.Source), item.Published, item.Note, item.ExtractorVersion, item.Reason, item.Extracted, now, item.IsAgain);

    private static ReportRow Row(int no, LoadReport report, string sha256) => new(
        no, LoadReport.CodeOf(report.Agency), report.Agency.Name, report.Agency.ShortName, report.Agency.Office,
        report.Agency.Region?.Value, report.Agency.Sector, report.AgencyPrinted, (short)report.Year.Value, Lower(report.Scope),
        report.Forms.GetValueOrDefault("二"), report.Forms.GetValueOrDefault("三"), report.Forms.GetValueOrDefault("四"),
        sha256, report.Agency.Region?.IsSynthetic ?? false);

    private static FindingRow Row(int no, Catalog.Finding finding) => new(
        no, finding.Rule, Lower(finding.Severity), string.Join(',', finding.Metrics.Select(metric => metric.Value)),
        finding.Expected, finding.Printed, finding.Message);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

// Corrections of printed values and decisions about findings. All of it is data with a reason and a name: nothing printed changes.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse;

internal sealed class Decisions(WriterDatabase writer, CatalogData catalog, TimeProvider clock)
{
    private const int NamedFindings = 5;

    private sealed record PrintedRow(int ReportId, string? State, decimal? Value);

    private sealed record UnknownRow(string AgencyCode, short Year, string Rule);

    public async Task CorrectAsync(CellKey cell, CellValue expected, CellValue corrected, string reason, string author, CancellationToken cancellation)
    {
        Demand(reason, author);
        var metric = catalog.Metric(cell.Metric) ?? throw new DecisionRefusedException($"“{cell.Metric}”不是表格中的单元格，不能更正；派生指标随其各项更正而变。");
        DemandSound(corrected, metric);
        if (expected == corrected) throw new DecisionRefusedException("更正值与印制值相同，无需更正。");
        await writer.TransactAsync(async session =>
        {
            var printed = (await session.QueryAsync<PrintedRow>("decisions/Printed", Of(cell))).SingleOrDefault()
                ?? throw new DecisionRefusedException($"没有 {cell.Agency} {cell.Year} 年度的现行报告，不能更正。请核对机关、年度和报告范围。");
            if (printed.State is null) throw new DecisionRefusedException($"现行报告没有印出“{metric.LabelZh}”，不能更正。");
            if (printed.State != Lower(expected.State) || printed.Value != expected.Value)
                throw new DecisionRefusedException($"“{metric.LabelZh}”现在印为{Show(printed.State, printed.Value)}，与更正所依据的{Show(Lower(expected.State), expected.Value)}不符，报告可能已重新读取。请刷新页面，核对后再更正。");
            await session.ExecuteAsync("decisions/Correct", Of(cell)
                .With("expected_state", Lower(expected.State)).With("expected_value", expected.Value)
                .With("state", Lower(corrected.State)).With("value", corrected.Value)
                .With("reason", reason.Trim()).With("author", author).With("at", clock.GetUtcNow().UtcDateTime));
            return true;
        }, cancellation);
    }

    public async Task WithdrawAsync(CellKey cell, string author, CancellationToken cancellation)
    {
        Demand("-", author);
        await writer.TransactAsync(async session =>
        {
            if ((await session.QueryAsync<long>("decisions/Standing", Of(cell)))[0] == 0) throw new DecisionRefusedException("该单元格没有可撤回的更正，可能已被他人撤回。请刷新页面。");
            await session.ExecuteAsync("decisions/Withdraw", Of(cell).With("author", author).With("at", clock.GetUtcNow().UtcDateTime));
            return true;
        }, cancellation);
    }

    public async Task MarkAsync(IReadOnlyList<FindingKey> findings, FindingState state, string reason, string author, CancellationToken cancellation)
    {
        Demand(reason, author);
        await writer.RunAsync(async session =>
        {
            await session.ExecuteAsync("decisions/MarkStaging");
            session.Stage("mark", findings.Select(finding => new MarkRow(
                finding.Agency, (short)finding.Year.Value, Lower(finding.Scope), finding.Rule, string.Join(',', finding.Metrics), finding.Printed)));
            return await session.TransactAsync(async () =>
            {
                var unknown = await session.QueryAsync<UnknownRow>("decisions/Unknown");
                if (unknown.Count > 0)
                {
                    var named = string.Join("、", unknown.Take(NamedFindings).Select(row => $"{row.AgencyCode} {row.Year} {row.Rule}"));
                    throw new DecisionRefusedException($"有 {unknown.Count} 条问题在现行报告中已不存在（{named}），未作任何更改。报告可能已重新读取，请刷新页面后再处理。");
                }
                await session.ExecuteAsync("decisions/Mark", new SqlParameters
                {
                    ["state"] = Lower(state),
                    ["reason"] = reason.Trim(),
                    ["author"] = author,
                    ["at"] = clock.GetUtcNow().UtcDateTime,
                });
                return true;
            });
        }, cancellation);
    }

    public Task AssignAsync(string sha256, RegionCode region, string agency, ReportYear year, ReportScope scope, string reason, string author, CancellationToken cancellation)
    {
        Demand(reason, author);
        return writer.TransactAsync(async session =>
        {
            await session.ExecuteAsync("decisions/Assign", new SqlParameters
            {
                ["sha256"] = sha256,
                ["region"] = region.Value,
                ["agency"] = agency,
                ["year"] = year.Value,
                ["report_scope"] = Lower(scope),
                ["reason"] = reason.Trim(),
                ["author"] = author,
                ["at"] = clock.GetUtcNow().UtcDateTime,
            });
            return true;
        }, cancellation);
    }

    private static void Demand(string reason, string author)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new DecisionRefusedException("请写明理由。");
        if (string.IsNullOrWhiteSpace(author)) throw new DecisionRefusedException("请写明处理人。");
    }

    private static void DemandSound(CellValue value, Metric metric)
    {
        if (value.State == ValueState.Number != value.Value is not null) throw new DecisionRefusedException("更正为数字时须填写数值，更正为空白或无法读取时不得填写数值。");
        if (value.Value is not { } number) return;
        if (!LoadValue.Fits(number)) throw new DecisionRefusedException("数值过大或小数位过多：整数部分最多十二位，小数部分最多六位。");
        if (metric.IsCount && (number != decimal.Truncate(number) || (number < 0 && !metric.IsSigned))) throw new DecisionRefusedException($"“{metric.LabelZh}”是计数，应为非负整数。");
    }

    private static SqlParameters Of(CellKey cell) => new()
    {
        ["agency"] = cell.Agency,
        ["year"] = cell.Year.Value,
        ["report_scope"] = Lower(cell.Scope),
        ["metric"] = cell.Metric.Value,
    };

    private static string Show(string state, decimal? value) => state switch
    {
        "number" => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {value:0.######} "),
        "blank" => "空白",
        _ => "无法读取的内容",
    };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

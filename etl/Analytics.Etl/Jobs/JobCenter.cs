// What people and commands ask of the jobs.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Etl.Fetching;
using Analytics.Etl.Operations;
using Analytics.Extraction;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Jobs;

/// <summary>A run that has come to an end.</summary>
public sealed record FinishedRun(RunRow Run, IReadOnlyList<DocumentRow> Documents);

/// <summary>Submits, watches and cancels runs.</summary>
public sealed class JobCenter(
    DataFolder folder, OperationsStore store, Receiver receiver, WarehouseWriter writer, CatalogData catalog, PublishRequests requests, JobSignal signal, RunLog log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Takes files in as one run.</summary>
    /// <param name="files">Paths on this machine, as <see cref="DocumentFiles.Find"/> gives them.</param>
    /// <returns>The run; its documents are on disk.</returns>
    public async Task<string> SubmitAsync(RunOrigin origin, string title, string? author, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var run = await store.AddRunAsync(origin, title, author, cancellation);
        try
        {
            await receiver.ReceiveAsync(run, 0, files.Select(GivenFile.Of).ToList(), null, cancellation);
        }
        finally
        {
            await CloseAsync(run, CancellationToken.None);
        }
        return run;
    }

    /// <summary>Opens a run that files are added to one by one.</summary>
    public Task<string> OpenAsync(RunOrigin origin, string title, string? author, CancellationToken cancellation) => store.AddRunAsync(origin, title, author, cancellation);

    /// <summary>Adds a file to an open run; on disk and in the tables when this returns.</summary>
    public async Task<NewDocument> AddAsync(string run, int position, GivenFile file, CancellationToken cancellation) =>
        (await receiver.ReceiveAsync(run, position, [file], null, cancellation))[0];

    /// <summary>No more files come.</summary>
    public async Task CloseAsync(string run, CancellationToken cancellation)
    {
        await store.CloseRunAsync(run, cancellation);
        signal.Raise();
    }

    /// <summary>Stops a run: what has not come to an end does not begin any more, what is loaded stays.</summary>
    public async Task CancelAsync(string run, string author, CancellationToken cancellation)
    {
        await store.CancelAsync(run, cancellation);
        log.Warn(run, $"{author} 取消了运行；已载入的报告保留。");
        signal.Raise();
    }

    /// <summary>Waits until a run comes to an end.</summary>
    /// <param name="progress">Told how many of its documents have.</param>
    public async Task<FinishedRun> WaitAsync(string run, IProgress<int>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            var state = await store.RunAsync(run, cancellation) ?? throw new InvalidOperationException($"There is no run {run}.");
            progress?.Report((int)(state.Documents - state.Waiting));
            if (!state.IsActive) return new FinishedRun(state, await store.DocumentsAsync(run, null, int.MaxValue, 0, cancellation));
            if (state.Status == RunState.Publishing && state.Error is { } error) throw new IOException(error);
            await signal.WaitAsync(Look, cancellation);
        }
    }

    /// <summary>Says who reports in a quarantined document and on which year, and tries it again.</summary>
    /// <returns>The run.</returns>
    /// <exception cref="DecisionRefusedException">There is no such body or year, or something is lacking; the message says what to do.</exception>
    public async Task<string> AssignAsync(string sha256, string region, string agency, int year, ReportScope scope, string reason, string author, CancellationToken cancellation)
    {
        var place = RegionText.Find(catalog.Regions, region.Trim(), out var problem);
        if (place is null) throw new DecisionRefusedException(problem!);
        if (new AgencyNames(catalog).Of(agency.Trim(), place) is null) throw new DecisionRefusedException($"机关名称“{agency}”中的地区与“{catalog.Regions.Path(place.Code)}”不符，请核对。");
        if (!ReportYear.IsYear(year)) throw new DecisionRefusedException($"年度应为 {ReportYear.First} 至 {ReportYear.Last}。");
        await writer.AssignAsync(sha256, place.Code, agency.Trim(), new ReportYear(year), scope, reason, author, cancellation);
        return await RetryAsync([sha256], author, cancellation);
    }

    /// <summary>Something was decided that readers are to see: it is published a moment later, together with what else is decided meanwhile.</summary>
    public void RequestPublish()
    {
        requests.Ask();
        signal.Raise();
    }

    /// <summary>Which hosts documents may be fetched from, as the data folder's list has them.</summary>
    public IReadOnlyList<string> Hosts() => AllowedHosts.Lines(folder);

    /// <summary>Lists addresses and fetches their documents.</summary>
    /// <param name="list">A CSV file with the columns agency, year and url.</param>
    /// <returns>The run, null where no address could be taken; and what is wrong with the list, row by row.</returns>
    public async Task<(string? Run, IReadOnlyList<string> Errors)> FetchAsync(ReadOnlyMemory<byte> list, string name, string? author, CancellationToken cancellation)
    {
        var read = AddressList.Read(list.Span);
        if (read.Addresses.Count == 0) return (null, read.Errors);
        await store.ListAsync(read.Addresses, cancellation);
        var run = await FetchAsync(read.Addresses.Select(address => (address.Address.AbsoluteUri, address.Agency)).ToList(), name, author, cancellation);
        foreach (var error in read.Errors) log.Warn(run, error);
        return (run, read.Errors);
    }

    /// <summary>Asks all listed addresses whether there is something new.</summary>
    /// <returns>The run; null where none is listed.</returns>
    public async Task<string?> FetchAllAsync(string? author, CancellationToken cancellation)
    {
        var addresses = await store.AddressesAsync(int.MaxValue, 0, cancellation);
        return addresses.Count == 0 ? null : await FetchAsync(addresses.Select(address => (address.Url, address.Agency)).ToList(), "全部网址", author, cancellation);
    }

    private async Task<string> FetchAsync(List<(string Url, string? Agency)> addresses, string name, string? author, CancellationToken cancellation)
    {
        var run = await store.AddRunAsync(RunOrigin.Fetch, string.Create(CultureInfo.InvariantCulture, $"抓取 {addresses.Count} 个网址：{name}"), author, cancellation);
        await store.AddDocumentsAsync(addresses.Select((address, i) => new NewDocument(run, i, address.Url, DocumentKind.Document, address.Url, null, 0, address.Url,
            address.Agency is null ? null : new Sidecar(address.Agency, address.Url, null, null, null).ToJson(), DocumentState.Fetching)).ToList(), cancellation);
        await CloseAsync(run, cancellation);
        return run;
    }

    /// <summary>Reads all documents again that another extractor read. What would change is listed before any of it is loaded.</summary>
    /// <returns>The run; null where there is nothing to read again.</returns>
    public async Task<string?> RereadAsync(string author, CancellationToken cancellation)
    {
        var documents = (await writer.ReadByOthersAsync(Extractor.Version, cancellation)).Where(document => File.Exists(folder.DocumentFile(document.Sha256))).ToList();
        if (documents.Count == 0) return null;
        var run = await store.AddRunAsync(RunOrigin.Reread, string.Create(CultureInfo.InvariantCulture, $"重读 {documents.Count} 份文件"), author, cancellation);
        var sidecars = (await store.BySha256Async(documents.ConvertAll(document => document.Sha256), cancellation)).DistinctBy(row => row.Sha256, StringComparer.Ordinal).ToDictionary(row => row.Sha256!, StringComparer.Ordinal);
        await store.AddDocumentsAsync(documents.Select((document, i) => new NewDocument(
            run, i, document.File, DocumentKind.Document, null, document.Sha256, new FileInfo(folder.DocumentFile(document.Sha256)).Length, document.Source,
            sidecars.GetValueOrDefault(document.Sha256)?.Sidecar, DocumentState.Received)).ToList(), cancellation);
        await CloseAsync(run, cancellation);
        return run;
    }

    /// <summary>Loads what was read again, changes and all.</summary>
    public async Task ApproveAsync(string run, string author, CancellationToken cancellation)
    {
        await store.ApproveAsync(run, author, cancellation);
        log.Info(run, $"{author} 已确认改变的单元格，开始载入。");
        signal.Raise();
    }

    /// <summary>Tries documents again that failed or are quarantined, as a new run.</summary>
    /// <param name="hashes">Their content.</param>
    /// <returns>The run.</returns>
    public async Task<string> RetryAsync(IReadOnlyList<string> hashes, string? author, CancellationToken cancellation)
    {
        var documents = await store.BySha256Async(hashes, cancellation);
        await store.UndismissAsync(hashes, cancellation);
        var title = documents is [var one] ? $"重试：{one.Name}" : string.Create(CultureInfo.InvariantCulture, $"重试 {documents.Count} 份文件");
        var run = await store.AddRunAsync(RunOrigin.Retry, title, author, cancellation);
        await store.AddDocumentsAsync(documents.Select((row, i) =>
            new NewDocument(run, i, row.Name, row.What, row.Path, row.Sha256, row.Bytes, row.Source, row.Sidecar, DocumentState.Received)).ToList(), cancellation);
        await CloseAsync(run, cancellation);
        return run;
    }
}

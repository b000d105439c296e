// The inbox folder: files dropped there are taken in and then removed from it.
using System.Globalization;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Jobs;

/// <summary>Takes in files that have come to rest.</summary>
internal sealed class Inbox(DataFolder folder, OperationsStore store, Receiver receiver, JobSettings settings, TimeProvider clock, ILogger<Inbox> log)
{
    private readonly Dictionary<string, (DateTime Written, DateTime Tried)> refused = new(StringComparer.Ordinal);

    public async Task TakeInAsync(CancellationToken cancellation)
    {
        var files = DocumentFiles.Find([folder.Inbox]).Where(file => IsAtRest(file) && !WasRefused(file)).ToList();
        if (files.Count == 0) return;
        var run = await store.AddRunAsync(RunOrigin.Inbox, string.Create(CultureInfo.InvariantCulture, $"收件箱：{files.Count} 份文件"), null, cancellation);
        try
        {
            await receiver.ReceiveAsync(run, 0, files.ConvertAll(GivenFile.Of), Remove, cancellation);
        }
        finally
        {
            await store.CloseRunAsync(run, CancellationToken.None);
            foreach (var gone in refused.Keys.Where(file => !File.Exists(file)).ToList()) refused.Remove(gone);
            foreach (var file in files.Where(File.Exists)) refused[file] = (File.GetLastWriteTimeUtc(file), Now);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // It stays where it is, and each attempt is a run.
    private bool WasRefused(string file) => refused.TryGetValue(file, out var last) && last.Written == File.GetLastWriteTimeUtc(file) && Now - last.Tried < settings.InboxAgain;

    // Not while somebody still copies it, or what belongs beside it.
    private bool IsAtRest(string file)
    {
        var sidecar = Sidecar.PathOf(file);
        return IsOld(file) && (!File.Exists(sidecar) || IsOld(sidecar));
    }

    private bool IsOld(string file) => Now - File.GetLastWriteTimeUtc(file) >= settings.InboxRest;

    private void Remove(IReadOnlyList<GivenFile> taken)
    {
        foreach (var file in taken)
        {
            try
            {
                File.Delete(file.File);
                File.Delete(Sidecar.PathOf(file.File));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(e, "{File} was taken in but could not be removed from the inbox", file.File);
            }
        }
    }
}

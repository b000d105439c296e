// What an upload may be, in one place.
using Analytics.Etl.Reading;

namespace Analytics.Dashboards.Jobs;

/// <summary>Limits of uploads.</summary>
public sealed record UploadSettings
{
    /// <summary>Bytes of a file: no more is read of one either.</summary>
    public long MostBytes { get; init; } = new ReadingLimits().File;

    /// <summary>Bytes of a sidecar: a few lines.</summary>
    public int MostSidecarBytes { get; init; } = 64 << 10;

    /// <summary>How long after its last file a run waits for the next, should the browser have gone.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);
}

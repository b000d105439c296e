// The jobs and the schedulers that run them.
using Quartz;

namespace Analytics.Etl.Jobs;

/// <summary>Names of schedulers and jobs.</summary>
internal static class JobNames
{
    /// <summary>Runs on the owner of the warehouse alone.</summary>
    public const string OwnerScheduler = "owner";

    /// <summary>Runs on every node.</summary>
    public const string ReadingScheduler = "reading";

    /// <summary>A batch's number in the data of a trigger of <see cref="Extract"/>.</summary>
    public const string Batch = "batch";

    public static readonly JobKey Conduct = new("conduct");
    public static readonly JobKey Extract = new("extract");
    public static readonly JobKey Load = new("load");
    public static readonly JobKey Publish = new("publish");
    public static readonly JobKey Inbox = new("inbox");
    public static readonly JobKey Fetch = new("fetch");
    public static readonly JobKey FetchAll = new("fetch-all");
    public static readonly JobKey Retention = new("retention");
}

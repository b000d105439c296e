// What the processes of a cluster share: from the environment, where a password is not shown to others.
using Analytics.Warehouse;

namespace Analytics.App.Commands;

internal static class Cluster
{
    /// <summary>Names the PostgreSQL connection string.</summary>
    public const string OperationsVariable = "ANALYTICS_OPERATIONS";

    /// <summary>Names the folder of documents that all nodes see.</summary>
    public const string DocumentsVariable = "ANALYTICS_DOCUMENTS";

    /// <summary>A PostgreSQL connection string; null: a file in the data folder.</summary>
    public static string? Operations => Value(OperationsVariable);

    /// <summary>The folder of documents that all nodes see; null: the data folder.</summary>
    public static string? Documents => Value(DocumentsVariable);

    /// <summary>The data folder, its documents where the cluster has them.</summary>
    public static DataFolder Folder(string data) => new(data, Documents);

    private static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}

namespace Analytics.Etl.Operations;

/// <summary>Parameters of a statement by name, without marker. A list is passed whole.</summary>
public sealed class Values() : Dictionary<string, object?>(StringComparer.Ordinal);

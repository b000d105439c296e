// A theory that is asked of both databases: [Theory, OnDuckDb, OnPostgres].
using System.Reflection;
using Analytics.Testing;
using Xunit.Sdk;

namespace Analytics.Etl.Tests.Operations;

/// <summary>With the operations tables in a file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnDuckDbAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["duckdb"]];
}

/// <summary>With the operations tables in PostgreSQL; skipped, and says so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.Lacking;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["postgres"]];
}

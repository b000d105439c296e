// What FsCheck's generators lack: long integers evenly over a range, and values that may be missing.
using FsCheck;
using FsCheck.Fluent;

namespace DuckDB.NET.Bindings.Tests;

internal static class Generators
{
    /// <summary>Both ends included.</summary>
    public static Gen<long> Between(long from, long to)
    {
        var count = (UInt128)((Int128)to - from) + 1;
        var quarter = Gen.Choose(0, ushort.MaxValue).Four();
        return quarter.Select(q => (ulong)q.Item1 << 48 | (ulong)q.Item2 << 32 | (ulong)q.Item3 << 16 | (uint)q.Item4)
            .Select(random => (long)(from + (Int128)(random * count >> 64)));
    }

    /// <inheritdoc cref="Between(long, long)"/>
    public static Gen<int> Between(int from, int to) => Between((long)from, to).Select(n => (int)n);

    public static Gen<T?> OrMissing<T>(this Gen<T> some) where T : struct =>
        Gen.Frequency((1, Gen.Constant<T?>(null)), (5, some.Select(value => (T?)value)));
}

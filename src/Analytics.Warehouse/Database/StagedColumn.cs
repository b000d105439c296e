// Numbers and lists of numbers, written a chunk at a time into DuckDB's own memory: a value costs nanoseconds, where a row costs
// a call for each of its values. Nothing here converts: a column's type must be the one its numbers have in memory.
using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Analytics.Warehouse;

/// <summary>One column of rows that are appended by chunks.</summary>
internal abstract unsafe class StagedColumn<TRow>
{
    private static readonly Dictionary<Type, DuckDBType> Types = new()
    {
        [typeof(byte)] = DuckDBType.UnsignedTinyInt,
        [typeof(short)] = DuckDBType.SmallInt,
        [typeof(int)] = DuckDBType.Integer,
        [typeof(long)] = DuckDBType.BigInt,
    };

    /// <summary>Whether a table's column holds just these values.</summary>
    public abstract bool Fits(DuckDBLogicalType type);

    /// <summary>Readies a vector for all rows of a chunk.</summary>
    public virtual void Open(IntPtr vector, ReadOnlySpan<TRow> rows)
    {
    }

    /// <summary>Writes some of the rows.</summary>
    /// <param name="vector">Opened for all of them.</param>
    /// <param name="at">Which of the chunk's rows the first is.</param>
    /// <param name="rows">Those to write.</param>
    public abstract void Write(IntPtr vector, int at, ReadOnlySpan<TRow> rows);

    /// <summary>A column of numbers. A decimal takes its number without the point, an enum the place of its name.</summary>
    public static StagedColumn<TRow> Of<TNumber>(Func<TRow, TNumber> value)
        where TNumber : unmanaged => new Numbers<TNumber>(value);

    /// <summary>A column of numbers, some of them null.</summary>
    public static StagedColumn<TRow> OfNullable<TNumber>(Func<TRow, TNumber?> value)
        where TNumber : unmanaged => new NullableNumbers<TNumber>(value);

    /// <summary>A column of lists.</summary>
    public static StagedColumn<TRow> Of<TNumber>(Func<TRow, TNumber[]> value)
        where TNumber : unmanaged => new Lists<TNumber>(value);

    private static bool Holds<TNumber>(DuckDBLogicalType type) => Types[typeof(TNumber)] == NativeMethods.LogicalType.DuckDBGetTypeId(type) switch
    {
        DuckDBType.Decimal => NativeMethods.LogicalType.DuckDBDecimalInternalType(type),
        DuckDBType.Enum => NativeMethods.LogicalType.DuckDBEnumInternalType(type),
        var id => id,
    };

    private static Span<T> Data<T>(IntPtr vector, int at, int length)
        where T : unmanaged => new((T*)NativeMethods.Vectors.DuckDBVectorGetData(vector) + at, length);

    private sealed class Numbers<TNumber>(Func<TRow, TNumber> value) : StagedColumn<TRow>
        where TNumber : unmanaged
    {
        public override bool Fits(DuckDBLogicalType type) => Holds<TNumber>(type);

        public override void Write(IntPtr vector, int at, ReadOnlySpan<TRow> rows)
        {
            var data = Data<TNumber>(vector, at, rows.Length);
            for (var i = 0; i < rows.Length; i++) data[i] = value(rows[i]);
        }
    }

    private sealed class NullableNumbers<TNumber>(Func<TRow, TNumber?> value) : StagedColumn<TRow>
        where TNumber : unmanaged
    {
        private const int Bits = 64;

        public override bool Fits(DuckDBLogicalType type) => Holds<TNumber>(type);

        // A chunk is opened with every value valid.
        public override void Write(IntPtr vector, int at, ReadOnlySpan<TRow> rows)
        {
            var data = Data<TNumber>(vector, at, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                if (value(rows[i]) is { } number) data[i] = number;
                else Clear(vector, at + i);
            }
        }

        private static void Clear(IntPtr vector, int at)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            NativeMethods.Vectors.DuckDBVectorGetValidity(vector)[at / Bits] &= ~(1UL << (at % Bits));
        }
    }

    private sealed class Lists<TNumber>(Func<TRow, TNumber[]> value) : StagedColumn<TRow>
        where TNumber : unmanaged
    {
        public override bool Fits(DuckDBLogicalType type)
        {
            if (NativeMethods.LogicalType.DuckDBGetTypeId(type) != DuckDBType.List) return false;
            using var element = NativeMethods.LogicalType.DuckDBListTypeChildType(type);
            return Holds<TNumber>(element);
        }

        public override void Open(IntPtr vector, ReadOnlySpan<TRow> rows)
        {
            var entries = Data<Entry>(vector, 0, rows.Length);
            var total = 0;
            for (var i = 0; i < rows.Length; i++)
            {
                entries[i] = new Entry((ulong)total, (ulong)value(rows[i]).Length);
                total += value(rows[i]).Length;
            }
            _ = NativeMethods.Vectors.DuckDBListVectorReserve(vector, (ulong)total);
            _ = NativeMethods.Vectors.DuckDBListVectorSetSize(vector, (ulong)total);
        }

        public override void Write(IntPtr vector, int at, ReadOnlySpan<TRow> rows)
        {
            var entries = Data<Entry>(vector, at, rows.Length);
            var elements = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
            for (var i = 0; i < rows.Length; i++) value(rows[i]).CopyTo(Data<TNumber>(elements, (int)entries[i].Offset, (int)entries[i].Length));
        }

        [StructLayout(LayoutKind.Sequential)]
        private readonly record struct Entry(ulong Offset, ulong Length);
    }
}

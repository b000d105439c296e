// A number written plainly: 10, -0.5; the same as the macro plain() of the schema.
using System.Globalization;

namespace Analytics.Warehouse;

internal static class PlainNumber
{
    /// <summary>Writes a number without exponent, separators and closing zeros; six digits after the point at most.</summary>
    /// <returns>How many characters were written.</returns>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public static int Write(decimal number, Span<char> text)
    {
        var isWritten = number.Scale == 0 && Math.Abs(number) <= long.MaxValue
            ? ((long)number).TryFormat(text, out var length, default, CultureInfo.InvariantCulture)
            : number.TryFormat(text, out length, "0.######", CultureInfo.InvariantCulture);
        return isWritten ? length : throw new ArgumentException("No room for the number.", nameof(text));
    }
}

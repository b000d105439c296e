// What stands in a cell that was not filled in or does not apply.
namespace Analytics.Extraction;

/// <summary>Tells blanks from values, the same way in lists as in reports.</summary>
public static class PrintedBlank
{
    /// <summary>Nothing, or a mark for it: / - — 无.</summary>
    public static bool Is(string text) => NumberText.Read(text).Kind is CellKind.Empty or CellKind.BlankMark;
}

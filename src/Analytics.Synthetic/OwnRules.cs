// What right figures must not look like.
namespace Analytics.Synthetic;

internal static class OwnRules
{
    /// <summary>R06: decisions that are last year's items and their change, or miss them by one.</summary>
    public static bool IsMisread(CellNumbers cells, FormCells form, long[] figures, string line)
    {
        var change = cells[line + ".items_change"];
        return form.Has(change) && figures[change] != 0
            && Math.Abs(figures[cells[line + ".decisions"]] - figures[cells[line + ".items_prev"]] - figures[change]) <= 1;
    }
}

// One report as it is printed, mistakes and all.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Synthetic;

/// <summary>The tables of one report.</summary>
internal sealed class Filing(ReportYear year, FormCells form, long[] figures)
{
    public ReportYear Year { get; } = year;

    public FormCells Form { get; } = form;

    /// <summary>Figures by cell as printed.</summary>
    public long[] Figures { get; init; } = figures;

    /// <summary>States by cell.</summary>
    public ValueState[] States { get; init; } = new ValueState[figures.Length];

    /// <summary>Texts of cells that are not printed plainly.</summary>
    public Dictionary<int, string> Texts { get; } = [];

    /// <summary>CellNumbers printed wrong, with the right figure.</summary>
    public Dictionary<int, long> Right { get; } = [];

    /// <summary>What is wrong, null where nothing is.</summary>
    public SeededKind? Kind { get; set; }

    /// <summary>The amount of procurement has no unit.</summary>
    public int? WithoutUnit { get; set; }

    public bool IsNumber(int cell) => Form.Has(cell) && States[cell] == ValueState.Number;

    /// <summary>Prints another figure than the right one.</summary>
    public void Misprint(int cell, long printed)
    {
        Right[cell] = Figures[cell];
        Figures[cell] = printed;
    }

    /// <summary>The values as loaded, in the order of the form.</summary>
    public LoadValue[] Values(CellNumbers cells)
    {
        var values = new LoadValue[Form.Printed.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var cell = Form.Printed[i];
            values[i] = States[cell] switch
            {
                ValueState.Blank => Form.Other(cell, ValueState.Blank, null, "", true),
                ValueState.Unread => Form.Other(cell, ValueState.Unread, null, Texts[cell], true),
                _ when cell == WithoutUnit || Texts.ContainsKey(cell) =>
                    Form.Other(cell, ValueState.Number, cells.Value(cell, Figures[cell]), Texts.GetValueOrDefault(cell) ?? Form.Number(cell, Figures[cell]).Cell.Text, cell != WithoutUnit),
                _ => Form.Number(cell, Figures[cell]),
            };
        }
        return values;
    }
}

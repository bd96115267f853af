using Vejja.Bench.Wording;

namespace Vejja.Bench.Templates;

/// <summary>What a column of the medicine table holds.</summary>
internal enum ColumnKind
{
    /// <summary>Row number.</summary>
    Number,

    /// <summary>Name, strength and perhaps form.</summary>
    Name,

    /// <summary>Quantity with its unit.</summary>
    Quantity,

    /// <summary>Quantity without unit.</summary>
    QuantityNumber,

    /// <summary>The unit of the quantity.</summary>
    Unit,

    /// <summary>How it is given: PO.</summary>
    Route,

    /// <summary>Morning.</summary>
    Morning,

    /// <summary>Noon.</summary>
    Noon,

    /// <summary>Evening.</summary>
    Evening,

    /// <summary>Night.</summary>
    Night,

    /// <summary>At bedtime: where a sheet says so, it is not night that it says.</summary>
    Bedtime,

    /// <summary>Before or after meals.</summary>
    Remark,

    /// <summary>Number of days.</summary>
    Days,

    /// <summary>Doses a day as a number.</summary>
    TimesADay,

    /// <summary>The whole instruction in words.</summary>
    Usage,

    /// <summary>Left empty.</summary>
    Empty,
}

/// <summary>How the cells of times of day are filled.</summary>
internal enum SlotStyle
{
    /// <summary>A number alone.</summary>
    Bare,

    /// <summary>A number with its unit.</summary>
    WithUnit,

    /// <summary>A number with its unit in pale grey.</summary>
    WithPaleUnit,

    /// <summary>As hospitals print it: some rows bare, some with unit and meal.</summary>
    Mixed,
}

/// <summary>A column.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Header">Its printed header; a line feed breaks it.</param>
/// <param name="WidthPercent">Share of the table's width; 0 lets the browser choose.</param>
internal sealed record Column(ColumnKind Kind, string Header, double WidthPercent = 0);

/// <summary>How a medicine table is made.</summary>
internal sealed record MedicineTableStyle
{
    /// <summary>CSS classes: <c>ruled</c>, <c>dotted</c>, <c>hlines</c>, <c>zebra</c>, <c>shade</c>, <c>boldhead</c> or none.</summary>
    public string Classes { get; init; } = "ruled";

    /// <summary>How slot cells are filled.</summary>
    public SlotStyle Slots { get; init; } = SlotStyle.Bare;

    /// <summary>What stands in a slot without a dose.</summary>
    public string NoDose { get; init; } = "-";

    /// <summary>Language of units and phrases.</summary>
    public Tongue Tongue { get; init; } = Tongue.Khmer;

    /// <summary>Header hours by column, such as (6-8); empty for none.</summary>
    public bool WithHours { get; init; }

    /// <summary>A common header over the times of day; null for a header of one level.</summary>
    public string? SlotsHeader { get; init; }

    /// <summary>Whether equal remarks of following rows are merged into one cell.</summary>
    public bool MergeRemarks { get; init; }

    /// <summary>Where the form is printed in the name cell: before, after or not at all.</summary>
    public bool WithForm { get; init; }

    /// <summary>Whether entries look written by hand.</summary>
    public bool Handwritten { get; init; }
}

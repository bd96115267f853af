namespace Vejja.Bench.Content;

/// <summary>What a family of templates can print, and how its places tend to write.</summary>
internal sealed record SheetNeeds
{
    /// <summary>Fewest medicines on a sheet.</summary>
    public int LeastOrders { get; init; } = 2;

    /// <summary>Most medicines on a sheet.</summary>
    public int MostOrders { get; init; } = 6;

    /// <summary>Whether only orders at named times of day can be printed.</summary>
    public bool SlotsOnly { get; init; }

    /// <summary>Whether only medicines counted in pieces can be printed.</summary>
    public bool CountedOnly { get; init; }

    /// <summary>Whether only units with an attested Khmer word can be printed.</summary>
    public bool KhmerUnitsOnly { get; init; }

    /// <summary>Whether every medicine must have a strength.</summary>
    public bool WithStrengthOnly { get; init; }

    /// <summary>Share of orders whose quantity disagrees, labelled.</summary>
    public double MismatchShare { get; init; } = 0.04;

    /// <summary>Share of trade names.</summary>
    public double BrandShare { get; init; } = 0.25;

    /// <summary>Share of French spellings among INNs.</summary>
    public double FrenchShare { get; init; } = 0.4;

    /// <summary>Share of names in capitals.</summary>
    public double CapitalShare { get; init; } = 0.15;
}

namespace Vejja.Domain.Dosing;

/// <summary>FHIR R4 units-of-time (UCUM).</summary>
public enum TimeUnit
{
    /// <summary>UCUM <c>s</c>.</summary>
    Second,

    /// <summary>UCUM <c>min</c>.</summary>
    Minute,

    /// <summary>UCUM <c>h</c>.</summary>
    Hour,

    /// <summary>UCUM <c>d</c>.</summary>
    Day,

    /// <summary>UCUM <c>wk</c>.</summary>
    Week,

    /// <summary>UCUM <c>mo</c>.</summary>
    Month,

    /// <summary>UCUM <c>a</c>.</summary>
    Year,
}

/// <summary>UCUM codes of <see cref="TimeUnit"/>.</summary>
public static class TimeUnitCodes
{
    private static readonly string[] Codes = ["s", "min", "h", "d", "wk", "mo", "a"];

    /// <summary>The UCUM code: s, min, h, d, wk, mo or a.</summary>
    public static string Code(this TimeUnit unit) => Codes[(int)unit];

    /// <summary>The unit of a UCUM code; null for any other text.</summary>
    public static TimeUnit? FromCode(string code) =>
        Array.IndexOf(Codes, code) is var index and >= 0 ? (TimeUnit)index : null;
}

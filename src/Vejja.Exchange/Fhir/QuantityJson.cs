using System.Collections.Frozen;
using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>FHIR R4 <c>Quantity</c>, <c>Duration</c>, <c>Range</c> and <c>Ratio</c> with UCUM units.</summary>
internal static class QuantityJson
{
    private const string Ucum = "http://unitsofmeasure.org";

    // The units that a prescription prints; every other canonical unit counts things and becomes an annotation such as {tablet}.
    private static readonly FrozenSet<string> UcumAtoms = new[]
    {
        "ng", "ug", "mg", "g", "kg", "nL", "uL", "mL", "cL", "dL", "L", "[iU]", "k[iU]", "10*3.[iU]", "10*6.[iU]", "U", "kU", "nmol", "umol", "mmol", "mol",
        "meq", "eq", "%", "cm", "mm", "m", "cm2", "m2", "cal", "kcal", "J", "kJ", "s", "min", "h", "d", "wk", "mo", "a", "Cel", "mm[Hg]", "[in_i]", "[foz_us]",
    }.ToFrozenSet();

    /// <summary>The members of a Quantity.</summary>
    public static void Write(Utf8JsonWriter json, Quantity quantity)
    {
        json.WriteExact("value", quantity.Value);
        if (quantity.Unit.Length == 0)
            return;
        json.WriteString("unit", quantity.Unit);
        if (UcumCode(quantity.Unit) is { } code)
        {
            json.WriteString("system", Ucum);
            json.WriteString("code", code);
        }
    }

    /// <summary>A Quantity: the unit comes from the UCUM code, else from its printed name.</summary>
    public static Quantity Read(JsonField field)
    {
        var code = field.Optional("system")?.Text() == Ucum ? field.Optional("code")?.Text() : null;
        return new Quantity(field.Required("value").Decimal(), code is null ? field.Optional("unit")?.Text() ?? "" : WithoutBraces(code));
    }

    /// <summary>The members of a Duration.</summary>
    public static void Write(Utf8JsonWriter json, TimeSpanAmount length) => Write(json, new Quantity(length.Value, length.Unit.Code()));

    /// <summary>A Duration.</summary>
    public static TimeSpanAmount ReadDuration(JsonField field)
    {
        var (value, unit) = Read(field);
        return new TimeSpanAmount(value, TimeUnitCodes.FromCode(unit) ?? throw field.Fault("must have a unit of time"));
    }

    /// <summary>The members of a Range.</summary>
    public static void WriteRange(Utf8JsonWriter json, Quantity low, Quantity high)
    {
        json.WriteObject("low", part => Write(part, low));
        json.WriteObject("high", part => Write(part, high));
    }

    /// <summary>The members of a Ratio over a length of time.</summary>
    public static void WriteRatio(Utf8JsonWriter json, Quantity amount, TimeSpanAmount per)
    {
        json.WriteObject("numerator", part => Write(part, amount));
        json.WriteObject("denominator", part => Write(part, per));
    }

    /// <summary>A Ratio over a length of time.</summary>
    public static (Quantity Amount, TimeSpanAmount Per) ReadRatio(JsonField field) =>
        (Read(field.Required("numerator")), ReadDuration(field.Required("denominator")));

    private static string? UcumCode(string unit)
    {
        if (unit.Split('/').All(part => UcumAtoms.Contains(part)))
            return unit;
        return unit.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '_') ? $"{{{unit}}}" : null;
    }

    private static string WithoutBraces(string code) =>
        code.Length > 2 && code[0] == '{' && code.IndexOf('}', StringComparison.Ordinal) == code.Length - 1 ? code[1..^1] : code;
}

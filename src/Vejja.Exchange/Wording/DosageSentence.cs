using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Exchange.Wording;

/// <summary>Builds one sentence phrase by phrase: method, dose, route, site, times, bounds, as needed, maximum.</summary>
internal sealed class DosageSentence(Vocabulary words, WordingLanguage language)
{
    private readonly List<string?> phrases = [];

    /// <summary>The sentence; null where a phrase is missing in the language.</summary>
    public string? Render(Dosage dosage)
    {
        if (dosage.Condition is not null || dosage.Rate is not null || !dosage.Events.IsEmpty
            || dosage.MaxDosePerAdministration is not null || dosage.MaxDosePerPeriod.Length > 1 || !dosage.AdditionalInstruction.IsEmpty)
            return null;
        AddIf(dosage.Method is not null, () => words.Say("method." + dosage.Method));
        AddIf(dosage.Dose is not null, () => Dose(dosage.Dose!));
        AddIf(dosage.Route is not null, () => words.Say("route." + dosage.Route));
        AddIf(dosage.Site is not null, () => words.Say("site." + dosage.Site));
        if (dosage.Repeat is { } repeat)
            phrases.AddRange(new RepeatPhrases(words, language).Of(repeat));
        AddIf(dosage.AsNeeded, () => AsNeeded(dosage.AsNeededReason));
        var sentence = phrases.Count == 0 || phrases.Contains(null) ? null : string.Join(' ', phrases);
        if (dosage.MaxDosePerPeriod is not [var most])
            return sentence;
        return sentence is not null && Maximum(most) is { } maximum ? $"{sentence}, {maximum}" : null;
    }

    private void AddIf(bool present, Func<string?> phrase)
    {
        if (present)
            phrases.Add(phrase());
    }

    /// <summary>An amount or a range of amounts; null where the language has no sure word for its unit.</summary>
    public string? Dose(DoseAmount dose)
    {
        if (dose.High is not { } high)
            return Amount(dose.Low);
        return high.Unit == dose.Low.Unit && words.Say("range", Number(dose.Low.Value), Number(high.Value)) is { } range
            && Unit(high) is { } unit
            ? words.Say("amount", range, unit)
            : null;
    }

    private string? Amount(Quantity quantity)
    {
        if (Unit(quantity) is not { } unit)
            return null;
        var whole = decimal.Truncate(quantity.Value);
        if (!IsCount(quantity.Unit))
            return words.Say("amount", Number(quantity.Value), unit);
        return (whole, quantity.Value - whole) switch
        {
            (_, 0) => words.Say("amount", Number(whole), unit),
            (0, 0.5m) => words.Say("half", unit),
            (0, 0.25m) => words.Say("quarter", unit),
            (0, 0.75m) => words.Say("three-quarters", unit),
            (_, 0.5m) => words.Say("and-a-half", Number(whole), unit),
            _ => null,
        };
    }

    private string? AsNeeded(string? reason)
    {
        if (reason is null)
            return words.Say("prn");

        // The reason stays in the page's words; between other words of another script it would not be found again.
        var isKhmer = reason.Any(letter => letter is >= '\u1780' and <= '\u17ff');
        return isKhmer == (language == WordingLanguage.Khmer) ? words.Say("prn.reason", reason) : null;
    }

    private string? Maximum(MaxDose most)
    {
        var amount = most.Amount.Unit.Length == 0
            ? words.Say(IsPlural(most.Amount.Value) ? "doses.many" : "doses.one", Number(most.Amount.Value))
            : Amount(most.Amount);
        if (amount is null)
            return null;
        return most.Per switch
        {
            { Value: 1, Unit: TimeUnit.Day } => words.Say("max.day", amount),
            { Unit: TimeUnit.Hour, Value: > 1 } => words.Say("max", amount, Number(most.Per.Value)),
            _ => null,
        };
    }

    private string? Unit(Quantity quantity) => words.Say($"unit.{quantity.Unit}.{(IsPlural(quantity.Value) ? "many" : "one")}");

    /// <summary>English says 1.5 tablets, French 1,5 comprimé; Khmer has one form.</summary>
    private bool IsPlural(decimal value) => language == WordingLanguage.English ? value > 1 : value >= 2;

    private static bool IsCount(string unit) => unit is not ("mL" or "mg" or "g" or "ug" or "[iU]");

    private string Number(decimal value)
    {
        var digits = value.ToString("0.####", CultureInfo.InvariantCulture);
        return language == WordingLanguage.French ? digits.Replace('.', ',') : digits;
    }
}

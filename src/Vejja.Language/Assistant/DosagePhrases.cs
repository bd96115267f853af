using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;

namespace Vejja.Language.Assistant;

/// <summary>Parts of instructions in the standard words of a language; null where it has no sure words.</summary>
internal sealed class DosagePhrases(TextBook texts)
{
    /// <summary>An amount such as 1 tablet.</summary>
    public string? Amount(DoseAmount amount) => DosageText.Render(new Dosage { Text = "-", Dose = amount }, texts.Wording);

    /// <summary>A quantity, in the page's unit where the language has no word for it.</summary>
    public string Quantity(Quantity quantity) => Amount(new(quantity)) ?? $"{texts.Number(quantity.Value)} {quantity.Unit}".TrimEnd();

    /// <summary>The whole instruction.</summary>
    public string? Whole(ImmutableArray<Dosage> dosages) => DosageText.Render(dosages, texts.Wording);

    /// <summary>How often and when, without the amount and the length of the course.</summary>
    public string? Times(Dosage dosage) => DosageText.Render(
        dosage with
        {
            Dose = null,
            Method = null,
            Route = null,
            Site = null,
            MaxDosePerPeriod = [],
            Repeat = dosage.Repeat is { } repeat ? repeat with { BoundsDuration = null, BoundsRange = null, BoundsPeriod = null } : null,
        },
        texts.Wording);

    /// <summary>How: method, route, site.</summary>
    public string? Manner(Dosage dosage)
    {
        // Routes have words of their own here: the standard words exist for fewer of them.
        var parts = new[]
        {
            dosage.Method is null ? null : DosageText.Render(new Dosage { Text = "-", Method = dosage.Method }, texts.Wording),
            dosage.Route is null ? null : texts.Word("route." + dosage.Route),
            dosage.Site is null ? null : DosageText.Render(new Dosage { Text = "-", Site = dosage.Site }, texts.Wording),
        }.Where(part => part is not null).ToArray();
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }

    /// <summary>A length of time such as 7 days.</summary>
    public string Length(TimeSpanAmount length) => Length(length.Value, length.Unit.Code());

    /// <summary>A length of time with a UCUM unit.</summary>
    public string Length(decimal value, string unit)
    {
        var key = unit switch { "d" => "days", "wk" => "weeks", "mo" => "months", "a" => "years", "h" => "hours", _ => null };
        var number = texts.Number(value);
        var isOne = texts.Language == "fr" ? value < 2 : value == 1;
        return key is null ? string.Create(CultureInfo.InvariantCulture, $"{number} {unit}") : texts.Say($"{key}.{(isOne ? "one" : "many")}", number);
    }
}

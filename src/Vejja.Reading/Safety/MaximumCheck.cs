using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>The dose against the maximum that the sheet itself states. No other maximum is known here.</summary>
internal static class MaximumCheck
{
    /// <summary>Flags of one medication.</summary>
    public static IEnumerable<Flag> Check(Medication medication)
    {
        foreach (var step in medication.DosageInstruction.GroupBy(d => d.Sequence))
        {
            foreach (var dosage in step)
            {
                if (dosage.MaxDosePerAdministration is { } once && dosage.Dose is { } dose && Exceeds((dose.High ?? dose.Low), once, medication) is true)
                    yield return Raise.Flag(FlagCodes.AboveStatedMaximum, "dose", Text(dose.High ?? dose.Low), Text(once));
                foreach (var maximum in dosage.MaxDosePerPeriod)
                {
                    if (InPeriod([.. step], maximum) is { } taken && Exceeds(taken, maximum.Amount, medication) is true)
                        yield return Raise.Flag(FlagCodes.AboveStatedMaximum, "dose", Text(taken), Text(maximum.Amount));
                }
            }
        }
    }

    private static Quantity? InPeriod(IReadOnlyCollection<Dosage> step, MaxDose maximum)
    {
        decimal? days = maximum.Per.Unit switch
        {
            TimeUnit.Hour => maximum.Per.Value / 24,
            TimeUnit.Day => maximum.Per.Value,
            TimeUnit.Week => maximum.Per.Value * 7,
            _ => null,
        };
        // A maximum of administrations has no unit of its own.
        if (maximum.Amount.Unit.Length == 0)
        {
            var times = step.Sum(d => d.Repeat is null ? null : DailyDose.TimesADay(d.Repeat));
            return times is > 0 && days is not null ? new Quantity(times.Value * days.Value, "") : null;
        }

        return DailyDose.Of(step) is { } dose && days is not null ? new Quantity(dose.Value * days.Value, dose.Unit) : null;
    }

    // Tablets are compared with grams through the printed strength; null where the units cannot be compared.
    private static bool? Exceeds(Quantity taken, Quantity maximum, Medication medication)
    {
        if (taken.Unit == maximum.Unit)
            return taken.Value > maximum.Value;
        var (a, b) = (Micrograms(taken, medication), Micrograms(maximum, medication));
        return a is null || b is null ? null : a > b;
    }

    private static decimal? Micrograms(Quantity quantity, Medication medication)
    {
        var amounts = StrengthAmount.Parse(quantity.Value.ToString(CultureInfo.InvariantCulture) + " " + quantity.Unit);
        if (amounts is [{ Kind: "mass", Per: null } own])
            return own.Value;
        return FormVocabulary.FamilyOf(quantity.Unit) is "oral-solid" or "rectal" && medication.Strength is { } strength && StrengthAmount.Parse(strength.Value) is [{ Kind: "mass", Per: null } each]
            ? each.Value * quantity.Value
            : null;
    }

    private static string Text(Quantity quantity) => (quantity.Value.ToString("0.####", CultureInfo.InvariantCulture) + " " + quantity.Unit).Trim();
}

using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Dosing;

namespace Vejja.Reading.Medications;

/// <summary>Adds doses that stand behind the names of their times.</summary>
internal static class SlotMedication
{
    /// <summary>Takes the doses, and from the words behind them the meal and the length of the course.</summary>
    /// <param name="medication">With name, strength and quantity.</param>
    /// <param name="line">The doses.</param>
    /// <param name="ink">The words they were read from.</param>
    public static Medication With(Medication medication, SlotLine line, InkText ink)
    {
        var behind = TickedWords.Of(line.Rest.Trim('→', '>', '|', ',', ';', '.'));
        var sig = behind.Text.IsBlank ? null : SigReader.Read(behind.Text.Text.Replace('\n', ' ').Trim());
        var course = sig?.Duration ?? sig?.DosageInstruction.Select(dosage => dosage.Repeat?.BoundsDuration).FirstOrDefault(bounds => bounds is not null);
        var meal = MealOf(sig);
        var doses = line.Doses.Select(dose => dose with { Meal = dose.Meal ?? meal }).ToArray();
        var confidence = line.Confidence * behind.Confidence * (sig is null ? 1 : Math.Max(0.5, behind.Text.Mean));
        var medicine = medication with
        {
            DosageInstruction = SlotDosing.Code(doses, course, medication.Route?.Value),
            DosageEvidence = new Reading<string>(ink.Text.Replace('\n', ' ').Trim(), null, confidence, ink.Sources),
        };
        if (medicine.Duration is null && course is { } printed)
            medicine = medicine with { Duration = new(new(printed.Value, printed.Unit.Code()), behind.Text.Text.Trim(), behind.Text.Weakest, behind.Text.Sources) };
        if (sig is not null && !Explains(sig))
            medicine = medicine with { Flags = medicine.Flags.With(Doubts.NotUnderstood(behind.Text.Text.Trim())) };
        medicine = BareUnit.Fill(medicine);
        var units = medicine.DosageInstruction.Select(dosage => dosage.Dose!.Low.Unit).Distinct().ToImmutableArray();
        return CourseChecking.Check(medicine, doses.Sum(dose => dose.Amount), units);
    }

    /// <summary>A meal for all doses: the only event that the words behind them name.</summary>
    private static EventTiming? MealOf(Sig? sig) =>
        sig?.DosageInstruction is [{ Repeat.When: [var meal] }] && meal is EventTiming.PC or EventTiming.AC or EventTiming.C ? meal : null;

    /// <summary>The words say a meal, a length of time or nothing else; a dose, a condition or words unknown are a doubt.</summary>
    private static bool Explains(Sig sig) =>
        sig.Residue.Length == 0 && sig.DosageInstruction.All(dosage => dosage is { Dose: null, AsNeeded: false, Condition: null } && dosage.Repeat is null or { When: [] or [EventTiming.PC or EventTiming.AC or EventTiming.C], Frequency: null or 1 });
}

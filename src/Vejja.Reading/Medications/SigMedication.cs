using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Safety;

namespace Vejja.Reading.Medications;

/// <summary>Adds what a line of instructions says to a medication.</summary>
internal static class SigMedication
{
    /// <summary>How sure an instruction without an amount can be.</summary>
    private const double NoAmount = 0.75;

    /// <summary>How sure an instruction can be that says "none" somewhere: a sentence does not.</summary>
    private const double NoneBeside = 0.5;

    /// <summary>Takes dosage, quantity, duration and flags from a sig.</summary>
    /// <param name="medication">With name and strength.</param>
    /// <param name="sig">What the grammar understood.</param>
    /// <param name="ink">The words it was read from.</param>
    public static Medication With(Medication medication, Sig sig, InkText ink)
    {
        var words = ink.Text.Replace('\n', ' ').Trim();
        // A word is surer than its weakest sign, a digit is not; the grammar reads both, and what it understood whole speaks for the words.
        var confidence = sig.Confidence * Math.Min((ink.Weakest + ink.Mean) / 2, ink.WeakestDigit);
        if (LabelledSlots.HasNone(words))
            confidence = Math.Min(confidence, NoneBeside);
        var result = medication with
        {
            DosageInstruction = sig.DosageInstruction,
            DosageEvidence = new(words, null, confidence, ink.Sources),
            Flags = sig.Flags.Aggregate(medication.Flags, Doubts.With),
        };
        if (result.Quantity is null && sig.Quantity is { } quantity)
            result = result with { Quantity = new(quantity, words, confidence, ink.Sources) };
        if (result.Duration is null && Days(sig) is { } course)
            result = result with { Duration = new(course, words, confidence, ink.Sources) };
        if (result.Route is null && sig.DosageInstruction.Select(dosage => dosage.Route).FirstOrDefault(route => route is not null) is { } route)
            result = result with { Route = new(route, words, confidence, ink.Sources) };
        if (sig.Residue.Length > 0)
            result = result with { Flags = result.Flags.With(Doubts.NotUnderstood(sig.Residue)) };
        result = BareUnit.Fill(result);
        return Checked(WithoutAmount(result) ? result with { DosageEvidence = result.DosageEvidence! with { Confidence = Math.Min(confidence, NoAmount) } } : result);
    }

    /// <summary>A tablet or capsule without a number to take: a number may have been lost.</summary>
    private static bool WithoutAmount(Medication medication) =>
        medication.Form?.Value is "tablet" or "capsule" && medication.DosageInstruction.Any(dosage => dosage is { Dose: null, AsNeeded: false, Condition: null });

    /// <summary>Quantity and days against the dose of a day, where the instruction says it in one number.</summary>
    private static Medication Checked(Medication medication)
    {
        var isOneStep = medication.DosageInstruction.All(dosage => dosage is { Sequence: 1, AsNeeded: false });
        return isOneStep && DailyDose.Of(medication.DosageInstruction) is { } daily ? CourseChecking.Check(medication, daily.Value, [daily.Unit]) : medication;
    }

    private static Quantity? Days(Sig sig)
    {
        var course = sig.Duration ?? sig.DosageInstruction.Select(dosage => dosage.Repeat?.BoundsDuration).FirstOrDefault(bounds => bounds is not null);
        return course is null ? null : new(course.Value, course.Unit.Code());
    }
}

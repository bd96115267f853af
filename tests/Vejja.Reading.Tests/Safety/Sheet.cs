using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Tests.Safety;

/// <summary>Builds medications as a reader would, for checks over them.</summary>
internal static class Sheet
{
    public static Medication Medicine(string name, string? strength = null, string? form = "tablet", double confidence = 0.99) => new()
    {
        Id = "m1",
        Name = new Reading<string>(name, name, confidence, ["b1"]),
        Strength = strength is null ? null : new Reading<string>(strength, strength, 0.99, ["b1"]),
        Form = form is null ? null : new Reading<string>(form, form, 0.99, ["b1"]),
    };

    public static Medication Daily(this Medication medication, decimal dose, int times, string unit = "tablet") =>
        medication.Dosed(new Dosage { Text = "as printed", Dose = new DoseAmount(new Quantity(dose, unit)), Repeat = new Repeat { Frequency = times, Period = 1, PeriodUnit = TimeUnit.Day } });

    public static Medication Dosed(this Medication medication, params Dosage[] dosages) => medication with { DosageInstruction = [.. dosages] };

    public static Medication Of(this Medication medication, decimal quantity, string unit = "tablet") =>
        medication with { Quantity = new Reading<Quantity>(new Quantity(quantity, unit), null, 0.99, ["b2"]) };

    public static Medication For(this Medication medication, decimal days) =>
        medication with { Duration = new Reading<Quantity>(new Quantity(days, "d"), null, 0.99, ["b3"]) };
}

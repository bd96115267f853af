using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;
using Vejja.Language.Assistant;

namespace Vejja.Language.Tests.Assistant;

/// <summary>A prescription of four medicines as a sheet gives them, one of them unsure, one blocked.</summary>
internal static class Prescribed
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(7));

    public static Medication Paracetamol { get; } = Medicine("m1", "Paracetamol", "500 mg", "tablet", "b1", 0.95) with
    {
        Quantity = new(new(15, "tablet"), "15 គ្រាប់", 0.95, ["b2"]),
        Duration = new(new(5, "d"), null, 0.9, ["b2", "b3"]) { Derived = true },
        DosageInstruction = [Daily("1 គ្រាប់ ព្រឹក ថ្ងៃ ល្ងាច ក្រោយបាយ", 1, "tablet", EventTiming.PCM, EventTiming.PCD, EventTiming.PCV)],
    };

    public static Medication Amoxicillin { get; } = Medicine("m2", "Amoxicilline", "1 g", "capsule", "b4", 0.62) with
    {
        Flags = [new("strength-not-made", FlagSeverity.Confirm, "strength") { Arguments = ["1 g", "250 mg, 500 mg"] }],
        DosageInstruction = [Daily("1 gél matin et soir pendant 7 jours", 1, "capsule", EventTiming.MORN, EventTiming.EVE) is var dosage ? dosage with { Repeat = dosage.Repeat! with { BoundsDuration = new(7, TimeUnit.Day) } } : dosage],
    };

    public static Medication Omeprazole { get; } = Medicine("m3", "Omeprazole", "20 mg", "capsule", "b5", 0.97) with
    {
        Quantity = new(new(14, "capsule"), "14", 0.96, ["b5"]),
        DosageInstruction = [Daily("1 cap before breakfast", 1, "capsule", EventTiming.ACM)],
    };

    public static Medication Methotrexate { get; } = Medicine("m4", "Methotrexate", "2.5 mg", "tablet", "b6", 0.9) with
    {
        Flags = [new("weekly-drug-daily", FlagSeverity.Block, "frequency") { Arguments = ["Methotrexate"] }],
        DosageInstruction = [Daily("3 tablets daily", 3, "tablet", EventTiming.MORN)],
    };

    public static Prescription Sheet(params ImmutableArray<Medication> medications) => new()
    {
        File = "sheet.jpg",
        Medications = medications.IsEmpty ? [Paracetamol, Amoxicillin, Omeprazole, Methotrexate] : medications,
        Fields = new()
        {
            Prescriber = new("Dr Sok Dara", "Dr Sok Dara", 0.92, ["b20"]),
            Date = new(new(2026, 11, 21), "21/11/2026", 0.95, ["b21"]),
            NextVisit = new(new(2026, 11, 28), "28/11/2026", 0.7, ["b22"]),
        },
    };

    public static ReminderPlan Plan { get; } = new()
    {
        PrescriptionId = "p",
        Start = new(2026, 11, 21),
        TimeZone = "Asia/Phnom_Penh",
        Approved = true,
        Hours = DayHours.Default,
        Medications =
        [
            new("m1", "Paracetamol 500 mg")
            {
                Series = [Series(new(new Quantity(1, "tablet")), 7, 5), Series(new(new Quantity(1, "tablet")), 12, 5), Series(new(new Quantity(1, "tablet")), 18, 5)],
                EndDate = new(2026, 11, 25),
                RunOutDate = new(2026, 11, 25),
            },
            new("m4", "Methotrexate 2.5 mg") { Withheld = [new(WithheldReason.Blocked, null, "weekly-drug-daily")] },
        ],
    };

    public static ChatSubject Subject(ReminderPlan? plan = null, params ImmutableArray<Medication> medications) => new(Sheet(medications), plan, Now);

    public static AssistantAnswer Ask(string message, string? language = null, ReminderPlan? plan = null, ConversationMemory? memory = null, params ImmutableArray<Medication> medications) =>
        new PrescriptionAssistant(new()).AnswerAsync(Subject(plan, medications), message, memory ?? ConversationMemory.Empty, language).GetAwaiter().GetResult();

    private static Medication Medicine(string id, string name, string strength, string form, string block, double confidence) => new()
    {
        Id = id,
        Name = new(name, name, Math.Max(confidence, 0.9), [block]),
        Strength = new(strength, strength, confidence, [block]),
        Form = new(form, form, 0.95, [block]),
        DosageEvidence = new("", null, 0.93, [block, "b3"]),
        Confidence = confidence,
    };

    private static Dosage Daily(string text, decimal amount, string unit, params ImmutableArray<EventTiming> when) => new()
    {
        Text = text,
        Dose = new(new Quantity(amount, unit)),
        Repeat = new() { Frequency = when.Length, Period = 1, PeriodUnit = TimeUnit.Day, When = when },
    };

    private static ReminderSeries Series(DoseAmount dose, int hour, int days) => new(
        $"u{hour}", [.. Enumerable.Range(0, days).Select(day => new DateTime(2026, 11, 21 + day, hour, 0, 0)).Select(local => new Occurrence(local, new(local, TimeSpan.FromHours(7))))])
    {
        Dose = dose,
    };
}

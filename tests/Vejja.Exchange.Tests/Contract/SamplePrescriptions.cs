using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;

namespace Vejja.Exchange.Tests.Contract;

/// <summary>Prescriptions that fill every member of the contract, and none.</summary>
internal static class SamplePrescriptions
{
    public static Prescription Full { get; } = new()
    {
        File = "a.jpg",
        Pages = [new Page(0, 972, 1280, 90, -1.25, ["blurred"], new Homography(1, 0.01, 5, -0.01, 1, 7, 0, 0.0001, 1))],
        Language = ["khm", "fra"],
        Blocks =
        [
            new Block("b1", 0, "ក្រោយបាយ", Polygon.From(new Box(1.5, 2, 30.25, 40)), 0.98, BlockType.Table, Script.Khmer) { RawText = "ក្រោ\u200bយបាយ" },
            new Block("b2", 0, "1", new Polygon([new(0, 0), new(9, 1), new(8, 9), new(0, 8)]), 0.5, BlockType.Header, Script.None),
        ],
        Tables = [new Table(0, new Box(0, 0, 900, 400), 2, 8, [new TableCell(1, 0, 1, 2, "1 គ្រាប់\nក្រោយបាយ", 0.9, new Box(1, 2, 3, 4), ["b1", "b2"])])],
        Fields = new PrescriptionFields
        {
            PatientName = new Reading<string>("សុខ សុភា", "សុខ សុភា", 0.9, ["b1"]),
            Age = new Reading<Age>(new Age(3.5m, "mo"), "3,5 mois", 0.8, ["b1"]),
            Sex = new Reading<string>("female", "ស្រី", 0.99, ["b1"]),
            Date = new Reading<DateOnly>(new DateOnly(2026, 11, 21), "21/11/2026", 0.97, ["b1"]),
            Prescriber = new Reading<string>("Dr. X", "Dr. X", 0.5, ["b2"]) { Alternatives = ["Dr. K"] },
            Facility = new Reading<string>("Clinic <A> & \"B\"", null, 0.5, ["b2"]),
            Diagnosis = [new Reading<string>("HTA", "HTA", 0.9, ["b1"]), new Reading<string>("Gastrite", "Gastrite", 0.7, ["b2"])],
            NextVisit = new Reading<DateOnly>(new DateOnly(2026, 12, 5), null, 0.7, ["b2"]),
        },
        Medications = [Paracetamol],
        SlotHours = [new SlotHours(EventTiming.EVE, new TimeOnly(17, 0), new TimeOnly(18, 0), 0.95, "b2")],
        Confidence = 0.93,
        RequiresReview = true,
        Warnings = ["unread-ink"],
    };

    public static Prescription Empty { get; } = new() { File = "blank.png" };

    private static Medication Paracetamol => new()
    {
        Id = "m1",
        Name = new Reading<string>("Paracetamol", "Paracetamo1", 0.97, ["b21"]),
        Strength = new Reading<string>("500 mg + 125 mg", "500/125", 0.9, ["b21"]),
        Form = new Reading<string>("tablet", "cp", 0.9, ["b21"]),
        Route = new Reading<string>("oral", "PO", 0.9, ["b21"]),
        Quantity = new Reading<Quantity>(new Quantity(15, "tablet"), "15", 0.9, ["b22", "b23"]),
        DosageInstruction = [Step(EventTiming.PCM, 1), Step(EventTiming.PCV, 0.5m)],
        DosageEvidence = new Reading<string>("1 cp matin, 1/2 cp soir", "1 cp matin, 1/2 cp soir", 0.91, ["b24", "b25"]),
        Duration = new Reading<Quantity>(new Quantity(5, "d"), null, 0.85, ["b22", "b24"]) { Derived = true },
        Flags =
        [
            new Flag("quantity-mismatch", FlagSeverity.Confirm, "quantity") { Message = "Please confirm: 15 < 16", Arguments = ["15", "16"] },
            new Flag("crossed-out", FlagSeverity.Block, "dose"),
        ],
        Confidence = 0.93,
        RequiresReview = true,
    };

    private static Dosage Step(EventTiming when, decimal tablets) => new()
    {
        Text = "1 cp matin, 1/2 cp soir",
        Route = "oral",
        Dose = new DoseAmount(new Quantity(tablets, "tablet")),
        Repeat = new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Day, When = ImmutableArray.Create(when) },
    };
}

using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;
using Vejja.Scheduling;

namespace Vejja.Exchange.Tests.Calendar;

/// <summary>Plans of every kind of repetition, around changes of offset in many zones.</summary>
internal static class CalendarPlans
{
    private static readonly ImmutableArray<(string Zone, LocalDateTime Start)> Places =
    [
        ("Asia/Phnom_Penh", new(2026, 11, 21, 0, 0)),
        ("Europe/Paris", new(2026, 3, 27, 0, 0)),
        ("Europe/Paris", new(2026, 10, 23, 12, 30)),
        ("America/New_York", new(2026, 3, 7, 0, 0)),
        ("America/St_Johns", new(2026, 10, 30, 0, 0)),
        ("Australia/Lord_Howe", new(2026, 10, 2, 0, 0)),
        ("Africa/Casablanca", new(2026, 2, 13, 0, 0)),
        ("Europe/Dublin", new(2026, 10, 23, 0, 0)),
        ("Asia/Kathmandu", new(2026, 1, 31, 0, 0)),
        ("Pacific/Apia", new(2012, 3, 30, 0, 0)), // The day that Samoa left out (2011-12-30) is beyond dateutil; EveryZoneTests has it.
        ("Etc/UTC", new(2028, 2, 29, 0, 0)),
    ];

    private static readonly ImmutableArray<Repeat> Repeats =
    [
        Daily(1) with { BoundsDuration = new TimeSpanAmount(6, TimeUnit.Day) },
        new Repeat { TimeOfDay = [new TimeOnly(2, 0), new TimeOnly(2, 30), new TimeOnly(23, 59, 30)], BoundsDuration = new TimeSpanAmount(5, TimeUnit.Day) },
        Daily(3) with { When = [EventTiming.PC], Count = 10 },
        Every(2, TimeUnit.Day) with { BoundsDuration = new TimeSpanAmount(3, TimeUnit.Week) },
        Every(1, TimeUnit.Week) with { DayOfWeek = [DayOfWeekCode.Mon, DayOfWeekCode.Thu], BoundsDuration = new TimeSpanAmount(2, TimeUnit.Month) },
        Every(2, TimeUnit.Week) with { DayOfWeek = [DayOfWeekCode.Sun, DayOfWeekCode.Mon], BoundsDuration = new TimeSpanAmount(2, TimeUnit.Month) },
        Every(1, TimeUnit.Week) with { Frequency = 3, BoundsDuration = new TimeSpanAmount(5, TimeUnit.Week) },
        Every(1, TimeUnit.Month) with { BoundsDuration = new TimeSpanAmount(1, TimeUnit.Year) },
        Every(1, TimeUnit.Year) with { BoundsDuration = new TimeSpanAmount(5, TimeUnit.Year) },
        Daily(1) with { Cycle = new DosingCycle(21, 7), BoundsDuration = new TimeSpanAmount(3, TimeUnit.Month) },
        Every(8, TimeUnit.Hour) with { BoundsDuration = new TimeSpanAmount(5, TimeUnit.Day) },
        Every(90, TimeUnit.Minute) with { Count = 40 },
        Every(1.1m, TimeUnit.Hour) with { Count = 7 },
        new Repeat { Count = 1 },
        Daily(2),
    ];

    /// <summary>One plan a place with every repetition; the last repetition has no end.</summary>
    public static ImmutableArray<ReminderPlan> All { get; } =
        [.. Places.Select(place => Plan(place.Zone, place.Start, "Paracétamol; \"500, mg\" \\ ប៉ារ៉ាសេតាម៉ុល", [.. Repeats]))];

    /// <summary>Plans with as-needed limits and with reasons for no reminder.</summary>
    public static ImmutableArray<ReminderPlan> Withheld
    {
        get
        {
            var asNeeded = Medicine("m1", "X", Every(4, TimeUnit.Hour) with { PeriodMax = 6 });
            asNeeded = asNeeded with
            {
                DosageInstruction = [asNeeded.DosageInstruction[0] with
                {
                    AsNeeded = true,
                    MaxDosePerPeriod = [new MaxDose(new Quantity(8, "tablet"), new TimeSpanAmount(24, TimeUnit.Hour))],
                }],
            };
            var blocked = Medicine("m2", "Y", Daily(1)) with { Flags = [new Flag("crossed-out", FlagSeverity.Block, "dose")] };
            var unclear = Medicine("m3", "Z", Daily(2) with { When = [EventTiming.MORN] });
            var quantity = Medicine("m4", "Z", Daily(2)) with { Quantity = new Reading<Quantity>(new Quantity(9, "tablet"), null, 0.9, []) };
            var request = new ReminderRequest(
                new Prescription { File = "a.jpg", Medications = [asNeeded, blocked, unclear, quantity] },
                new LocalDateTime(2026, 11, 21, 15, 0), DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"]);
            return [ReminderScheduling.Plan(request), ReminderScheduling.Plan(request with { Approved = true, HideNames = true })];
        }
    }

    public static ReminderPlan Plan(string zone, LocalDateTime start, string name, params ImmutableArray<Repeat> repeats) =>
        ReminderScheduling.Plan(new ReminderRequest(
            new Prescription { File = "a.jpg", Medications = [.. repeats.Select((repeat, index) => Medicine($"m{index + 1}", name, repeat))] },
            start, DateTimeZoneProviders.Tzdb[zone])
        {
            Approved = true,
        });

    private static Medication Medicine(string id, string name, Repeat repeat) => new()
    {
        Id = id,
        Name = new Reading<string>(name, name, 0.9, []),
        DosageInstruction =
        [
            new Dosage
            {
                Text = "១ គ្រាប់ ៣ដងក្នុងមួយថ្ងៃ ក្រោយបាយ រយៈពេល ៥ថ្ងៃ;\nà prendre avec de l'eau, \\ 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                Dose = new DoseAmount(new Quantity(1, "tablet")),
                Repeat = repeat,
            },
        ],
    };

    private static Repeat Daily(int times) => new() { Frequency = times, Period = 1, PeriodUnit = TimeUnit.Day };

    private static Repeat Every(decimal period, TimeUnit unit) => new() { Frequency = 1, Period = period, PeriodUnit = unit };
}

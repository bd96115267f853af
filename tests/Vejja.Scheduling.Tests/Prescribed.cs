using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling.Tests;

/// <summary>Short ways to prescribe and to see what is scheduled.</summary>
internal static class Prescribed
{
    public static readonly LocalDateTime Start = new(2026, 11, 21, 0, 0);

    public static Repeat Daily(int times) => new() { Frequency = times, Period = 1, PeriodUnit = TimeUnit.Day };

    public static Repeat Every(decimal period, TimeUnit unit) => new() { Frequency = 1, Period = period, PeriodUnit = unit };

    public static Repeat At(params ReadOnlySpan<EventTiming> events) => Daily(events.Length) with { When = [.. events] };

    public static Repeat For(this Repeat repeat, decimal value, TimeUnit unit) => repeat with { BoundsDuration = new TimeSpanAmount(value, unit) };

    public static Dosage Tablets(decimal count, Repeat? repeat, int sequence = 1) => new()
    {
        Text = "as printed",
        Sequence = sequence,
        Dose = new DoseAmount(new Quantity(count, "tablet")),
        Repeat = repeat,
    };

    public static Medication Medicine(params ReadOnlySpan<Dosage> dosages) => new()
    {
        Id = "m1",
        Name = new Reading<string>("Paracetamol", "Paracetamol", 0.9, []),
        Strength = new Reading<string>("500 mg", "500 mg", 0.9, []),
        DosageInstruction = [.. dosages],
    };

    public static Reading<Quantity> Of(decimal value, string unit) => new(new Quantity(value, unit), null, 0.9, []);

    public static ReminderRequest Request(Medication medication, LocalDateTime? start = null, string zone = "Asia/Phnom_Penh") =>
        new(new Prescription { File = "a.jpg", Medications = [medication] }, start ?? Start, DateTimeZoneProviders.Tzdb[zone]) { Approved = true };

    public static MedicationReminders Schedule(Medication medication, LocalDateTime? start = null, string zone = "Asia/Phnom_Penh") =>
        ReminderScheduling.Plan(Request(medication, start, zone)).Medications.Single();

    public static MedicationReminders Schedule(Repeat repeat, LocalDateTime? start = null, string zone = "Asia/Phnom_Penh") =>
        Schedule(Medicine(Tablets(1, repeat)), start, zone);

    /// <summary>All doses in order, as local time with offset.</summary>
    public static ImmutableArray<string> Doses(this MedicationReminders reminders) =>
    [
        .. reminders.Series.SelectMany(series => series.Occurrences).OrderBy(occurrence => occurrence.At)
            .Select(occurrence => occurrence.At.ToString("MM-dd HH:mm zzz", CultureInfo.InvariantCulture)),
    ];

    /// <summary>All doses in order, without the offset.</summary>
    public static string Days(this MedicationReminders reminders, int most = 100) =>
        string.Join(", ", reminders.Doses().Take(most).Select(dose => dose[..11]));

    public static LocalDateTime Time(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;
}

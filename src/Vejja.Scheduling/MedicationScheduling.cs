using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>Schedules one medicine: withholds, chains its steps, follows its quantity, makes its series.</summary>
internal sealed class MedicationScheduling(ReminderRequest request, DayClock clock, string identity)
{
    /// <summary>The reminders of a medicine, or why there is none.</summary>
    public MedicationReminders Schedule(Medication medication)
    {
        var reminders = new MedicationReminders(medication.Id, request.HideNames ? null : Label(medication));
        if (!request.Approved && !request.AllowUnapproved)
            return reminders with { Withheld = [new WithheldReminder(WithheldReason.NotApproved, Instruction: null, Flag: null)] };
        if (Withholding.Of(medication) is { } withheld)
            return reminders with { Withheld = [withheld] };
        var course = Course.Lay(medication, request, clock);
        reminders = reminders with { AsNeeded = course.AsNeeded, Withheld = course.Withheld };
        return course.Streams.IsEmpty ? reminders with { Notes = course.Notes } : WithSeries(reminders, medication, course);
    }

    /// <summary>Name and strength as read; null where there is no name.</summary>
    private static string? Label(Medication medication) => medication.Name is not { } name ? null
        : medication.Strength is { } strength ? $"{name.Value} {strength.Value}"
        : name.Value;

    private MedicationReminders WithSeries(MedicationReminders reminders, Medication medication, Course course)
    {
        var supply = course.UsesWholeQuantity ? Supply.Follow(medication.Quantity?.Value, course.Streams) : null;
        var isOpen = course.Streams.Any(stream => !stream.IsBounded);
        List<ReminderNote> notes = [.. course.Notes];
        var until = isOpen && supply is { CoversCourse: false } ? supply.LastCovered?.ToInstant() : null;
        if (until is not null)
            notes.Add(ReminderNote.EndsWithQuantity);
        var series = course.Streams.SelectMany((stream, index) => Series(medication.Id, stream, course.Positions[index], until, notes)).ToImmutableArray();
        var isListedOpen = series.Any(one => one.OpenEnded);
        if (isListedOpen)
            notes.Add(ReminderNote.OpenEnded);
        var runOut = supply is null || (supply.CoversCourse && isOpen) ? null : supply.LastCovered?.Date;
        return reminders with
        {
            Series = series,
            Withheld = series.IsEmpty && reminders.Withheld.IsEmpty
                ? [new WithheldReminder(WithheldReason.Over, Instruction: null, Flag: null)]
                : reminders.Withheld,
            Notes = [.. notes.Distinct().Order()],
            EndDate = isListedOpen || series.IsEmpty ? null
                : series.Max(one => DateOnly.FromDateTime(one.Occurrences[^1].At.DateTime)),
            RunOutDate = runOut?.ToDateOnly(),
            RefillDate = runOut is { } empty && supply is { CoversCourse: false }
                ? LocalDate.Max(request.Start.Date, empty.PlusDays(-request.RefillLeadDays)).ToDateOnly()
                : null,
        };
    }

    private IEnumerable<ReminderSeries> Series(string medication, DoseStream stream, int position, Instant? until, List<ReminderNote> notes)
    {
        var horizon = request.Start.PlusDays(request.OpenEndedDays);
        var isOpen = !stream.IsBounded && until is null;
        ImmutableArray<TimedDose> doses =
        [
            .. stream.Doses()
                .TakeWhile(dose => until is { } end ? dose.At.ToInstant() <= end : !isOpen || dose.Local < horizon)
                .Take(DoseStream.MostDoses),
        ];
        if (doses.Length == DoseStream.MostDoses)
            notes.Add(ReminderNote.Truncated);
        foreach (var slot in doses.GroupBy(dose => dose.Slot).OrderBy(slot => slot.Key))
        {
            yield return new ReminderSeries(SeriesIdentity.Uid(identity, medication, position, slot.Key), [.. slot.Select(Occurrence)])
            {
                Instruction = request.HideNames ? null : stream.Dosage.Text,
                Dose = stream.Dosage.Dose,
                Elapsed = stream.Timetable is ElapsedTimetable,
                OpenEnded = isOpen,
                Rule = Rule(stream),
            };
        }
    }

    private static Occurrence Occurrence(TimedDose dose) => new(dose.Local.ToDateTimeUnspecified(), dose.At.ToDateTimeOffset());

    private static RecurrenceRule? Rule(DoseStream stream) => stream.Timetable switch
    {
        WallClockTimetable table => table.Pattern.Rule(stream.Anchor),
        ElapsedTimetable { Interval: var interval } when interval.TotalHours == Math.Floor(interval.TotalHours) =>
            new RecurrenceRule(RecurrenceUnit.Hour, (int)interval.TotalHours, []),
        ElapsedTimetable { Interval: var interval } when interval.TotalMinutes == Math.Floor(interval.TotalMinutes) =>
            new RecurrenceRule(RecurrenceUnit.Minute, (int)interval.TotalMinutes, []),
        _ => null,
    };
}

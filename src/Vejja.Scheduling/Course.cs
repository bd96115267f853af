using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>The instructions of one medicine laid one after another in time.</summary>
internal sealed class Course
{
    /// <summary>A course that is said to begin later is misread.</summary>
    private const int LastYear = 2300;

    private readonly ImmutableArray<DoseStream>.Builder streams = ImmutableArray.CreateBuilder<DoseStream>();
    private readonly ImmutableArray<int>.Builder positions = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<AsNeededLimits>.Builder asNeeded = ImmutableArray.CreateBuilder<AsNeededLimits>();
    private readonly ImmutableArray<WithheldReminder>.Builder withheld = ImmutableArray.CreateBuilder<WithheldReminder>();
    private readonly List<ReminderNote> notes = [];
    private readonly ReminderRequest request;
    private readonly DayClock clock;

    private Course(ReminderRequest request, DayClock clock) => (this.request, this.clock) = (request, clock);

    /// <summary>The instructions that give alarms.</summary>
    public ImmutableArray<DoseStream> Streams => streams.ToImmutable();

    /// <summary>For each of <see cref="Streams"/>, the position of its instruction in the prescription.</summary>
    public ImmutableArray<int> Positions => positions.ToImmutable();

    public ImmutableArray<AsNeededLimits> AsNeeded => asNeeded.ToImmutable();

    public ImmutableArray<WithheldReminder> Withheld => withheld.ToImmutable();

    public ImmutableArray<ReminderNote> Notes => [.. notes.Distinct().Order()];

    /// <summary>Whether the alarms are all that draws on the quantity.</summary>
    public bool UsesWholeQuantity => asNeeded.Count == 0 && withheld.Count == 0;

    /// <summary>Lays the steps from the start on; each begins where the one before ends.</summary>
    public static Course Lay(Medication medication, ReminderRequest request, DayClock clock)
    {
        var course = new Course(request, clock);
        var steps = medication.DosageInstruction.Select((dosage, position) => (Dosage: dosage, Position: position))
            .GroupBy(item => item.Dosage.Sequence).OrderBy(step => step.Key).ToArray();
        LocalDateTime? start = request.Start;
        foreach (var step in steps)
        {
            // A length printed beside the instruction bounds it only where there is one step.
            var otherwise = steps.Length == 1 ? course.OtherLength(medication) : null;
            start = start is { } from
                ? course.Step([.. step], from, otherwise)
                : course.WithoutStart([.. step.Select(item => item.Dosage)]);
        }

        return course;
    }

    private TimeSpanAmount? OtherLength(Medication medication)
    {
        if (medication.Duration is not { } duration || (duration.Derived && medication.Quantity is not null)
            || TimeUnitCodes.FromCode(duration.Value.Unit) is not { } unit || duration.Value.Value <= 0)
            return null;
        if (duration.Derived)
            notes.Add(ReminderNote.EndsWithQuantity);
        return new TimeSpanAmount(duration.Value.Value, unit);
    }

    private LocalDateTime? Step(ImmutableArray<(Dosage Dosage, int Position)> step, LocalDateTime start, TimeSpanAmount? otherwise)
    {
        // "2 in the morning and 1 in the evening for 5 days": the length said once holds for all of the step.
        var common = step.Select(item => item.Dosage.Repeat?.BoundsDuration).FirstOrDefault(length => length is not null) ?? otherwise;
        LocalDateTime? next = null;
        foreach (var (dosage, position) in step)
        {
            var length = CourseLength.Of(dosage.Repeat, common);
            notes.AddRange(length.Notes);
            var end = Add(dosage, position, start, length);
            next = next is null || end > next ? end ?? next : next;
        }

        return next;
    }

    /// <summary>Adds one instruction; returns the moment of its end, null for none.</summary>
    private LocalDateTime? Add(Dosage dosage, int position, LocalDateTime start, CourseLength length)
    {
        LocalDateTime? end = length is { IsBounded: true, Count: null } ? length.End(start) : null;
        if (Withholding.Of(dosage) is { } forbidden)
        {
            Withhold(dosage, forbidden);
            return end;
        }

        if (AsNeededReading.IsAsNeeded(dosage))
        {
            asNeeded.Add(AsNeededReading.Read(dosage, Words(dosage)));
            return end;
        }

        if (new TimetableReading(clock).Read(dosage, out var reason) is not { } timetable || length.NotBefore?.Year > LastYear)
        {
            Withhold(dosage, reason);
            return end;
        }

        // Elapsed hours count from the first slot of the day where only a day was given.
        var from = timetable is ElapsedTimetable && start.TimeOfDay == LocalTime.Midnight ? start.Date.At(clock.Usual(1)[0]) : start;
        var stream = new DoseStream(dosage, timetable, from, length, request.Zone);
        notes.AddRange(timetable.Notes);
        if (clock.IgnoresSheet)
            notes.Add(ReminderNote.SheetHoursIgnored);
        streams.Add(stream);
        positions.Add(position);
        return stream.NextStart();
    }

    private LocalDateTime? WithoutStart(ImmutableArray<Dosage> step)
    {
        foreach (var dosage in step)
            Withhold(dosage, WithheldReason.StepWithoutStart);
        return null;
    }

    private void Withhold(Dosage dosage, WithheldReason reason) => withheld.Add(new WithheldReminder(reason, Words(dosage), Flag: null));

    private string? Words(Dosage dosage) => request.HideNames ? null : dosage.Text;
}

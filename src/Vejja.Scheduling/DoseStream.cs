using NodaTime;
using NodaTime.TimeZones;
using Vejja.Domain.Dosing;

namespace Vejja.Scheduling;

/// <summary>One dose before it is put into a series.</summary>
/// <param name="At">The instant.</param>
/// <param name="Local">The clock on the wall as prescribed.</param>
/// <param name="Slot">Position of its time of day; 0 for elapsed time.</param>
internal readonly record struct TimedDose(ZonedDateTime At, LocalDateTime Local, int Slot);

/// <summary>The doses of one Dosage from its start to its end, computed while they are asked for.</summary>
internal sealed class DoseStream
{
    /// <summary>More doses than this of one instruction are not listed.</summary>
    public const int MostDoses = 10_000;

    private const int LongestCourseYears = 100;

    /// <summary>A time in the spring gap takes the offset before it, an ambiguous one the first of its two.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private readonly DateTimeZone zone;
    private readonly LocalDateTime start;
    private readonly CourseLength length;

    /// <param name="dosage">The instruction.</param>
    /// <param name="timetable">Its times.</param>
    /// <param name="start">The first dose is the first slot at or after it, local time.</param>
    /// <param name="length">When it ends.</param>
    /// <param name="zone">The person's time zone.</param>
    public DoseStream(Dosage dosage, Timetable timetable, LocalDateTime start, CourseLength length, DateTimeZone zone)
    {
        (Dosage, Timetable, this.length, this.zone) = (dosage, timetable, length, zone);
        this.start = length.NotBefore is { } first && first.AtMidnight() > start ? first.AtMidnight() : start;
        Anchor = timetable is WallClockTimetable table && table.Slots[^1] < this.start.TimeOfDay
            ? this.start.Date.PlusDays(1)
            : this.start.Date;
    }

    public Dosage Dosage { get; }

    public Timetable Timetable { get; }

    /// <summary>The day from which patterns of days count.</summary>
    public LocalDate Anchor { get; }

    /// <summary>Whether the page says an end.</summary>
    public bool IsBounded => length.IsBounded || Timetable is WallClockTimetable { Pattern: GivenDays };

    /// <summary>The doses in order of time.</summary>
    public IEnumerable<TimedDose> Doses()
    {
        var doses = Timetable is ElapsedTimetable elapsed ? Elapsed(elapsed.Interval) : WallClock((WallClockTimetable)Timetable);
        return doses.Take(length.Count ?? int.MaxValue);
    }

    /// <summary>The moment at which a step that follows may start, local time; null where this one has no end.</summary>
    public LocalDateTime? NextStart()
    {
        if (length.Count is not null)
        {
            LocalDateTime? last = Doses().Take(MostDoses).Select(dose => (LocalDateTime?)dose.Local).LastOrDefault();
            return Timetable is ElapsedTimetable elapsed && last is { } final
                ? final.InZone(zone, Resolver).Plus(elapsed.Interval).LocalDateTime
                : last?.PlusSeconds(1);
        }

        return length.IsBounded ? length.End(start) : null;
    }

    private IEnumerable<TimedDose> WallClock(WallClockTimetable table)
    {
        var end = length.End(start);
        var last = LocalDate.Min(end.Date, start.Date.PlusYears(LongestCourseYears));
        foreach (var day in table.Pattern.Days(Anchor, last))
        {
            for (var slot = 0; slot < table.Slots.Length; slot++)
            {
                var local = day.At(table.Slots[slot]);
                if (local >= start && local < end)
                    yield return new TimedDose(local.InZone(zone, Resolver), local, slot);
            }
        }
    }

    private IEnumerable<TimedDose> Elapsed(Duration interval)
    {
        var first = start.InZone(zone, Resolver);
        var end = length.IsExact
            ? first.ToInstant() + length.Exact
            : LocalDateTime.Min(length.End(start), start.PlusYears(LongestCourseYears)).InZone(zone, Resolver).ToInstant();
        for (var at = first; at.ToInstant() < end; at = at.Plus(interval))
            yield return new TimedDose(at, at.LocalDateTime, 0);
    }
}

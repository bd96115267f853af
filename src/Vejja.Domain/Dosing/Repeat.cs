using System.Collections.Immutable;

namespace Vejja.Domain.Dosing;

/// <summary>
/// FHIR R4 <c>Timing.repeat</c>. Invariants tim-1 to tim-10 of the specification hold for what the grammar builds; see DESIGN's coding rules.
/// </summary>
public sealed record Repeat
{
    /// <summary>Length of the course (<c>boundsDuration</c>).</summary>
    public TimeSpanAmount? BoundsDuration { get; init; }

    /// <summary>Length of the course between two limits (<c>boundsRange</c>).</summary>
    public TimeSpanRange? BoundsRange { get; init; }

    /// <summary>First and last day of the course (<c>boundsPeriod</c>).</summary>
    public DatePeriod? BoundsPeriod { get; init; }

    /// <summary>Number of administrations in all.</summary>
    public int? Count { get; init; }

    /// <summary>Upper bound of <see cref="Count"/>.</summary>
    public int? CountMax { get; init; }

    /// <summary>Length of one administration (not of the course).</summary>
    public decimal? Duration { get; init; }

    /// <summary>Upper bound of <see cref="Duration"/>.</summary>
    public decimal? DurationMax { get; init; }

    /// <summary>Unit of <see cref="Duration"/>.</summary>
    public TimeUnit? DurationUnit { get; init; }

    /// <summary>Administrations in a period.</summary>
    public int? Frequency { get; init; }

    /// <summary>Upper bound of <see cref="Frequency"/>.</summary>
    public int? FrequencyMax { get; init; }

    /// <summary>Length of the period.</summary>
    public decimal? Period { get; init; }

    /// <summary>Upper bound of <see cref="Period"/>.</summary>
    public decimal? PeriodMax { get; init; }

    /// <summary>Unit of <see cref="Period"/>.</summary>
    public TimeUnit? PeriodUnit { get; init; }

    /// <summary>Days of the week on which it is given.</summary>
    public ImmutableArray<DayOfWeekCode> DayOfWeek { get; init; } = [];

    /// <summary>Clock times, local; excludes <see cref="When"/> (tim-10).</summary>
    public ImmutableArray<TimeOnly> TimeOfDay { get; init; } = [];

    /// <summary>Events of the day: a union.</summary>
    public ImmutableArray<EventTiming> When { get; init; } = [];

    /// <summary>Minutes from the event; never with C, CM, CD, CV (tim-9).</summary>
    public int? Offset { get; init; }

    /// <summary>So many days on and so many off, as in 21/7; an extension, since R4 cannot say it.</summary>
    public DosingCycle? Cycle { get; init; }

    /// <inheritdoc/>
    public bool Equals(Repeat? other) =>
        other is not null && BoundsDuration == other.BoundsDuration && BoundsRange == other.BoundsRange && BoundsPeriod == other.BoundsPeriod
        && Count == other.Count && CountMax == other.CountMax
        && Duration == other.Duration && DurationMax == other.DurationMax && DurationUnit == other.DurationUnit
        && Frequency == other.Frequency && FrequencyMax == other.FrequencyMax
        && Period == other.Period && PeriodMax == other.PeriodMax && PeriodUnit == other.PeriodUnit
        && DayOfWeek.SequenceEqual(other.DayOfWeek) && TimeOfDay.SequenceEqual(other.TimeOfDay) && When.SequenceEqual(other.When)
        && Offset == other.Offset && Cycle == other.Cycle;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Frequency, Period, PeriodUnit, Count, BoundsDuration, When.Length, TimeOfDay.Length, Offset);
}

/// <summary>Days with doses followed by days without, repeated.</summary>
/// <param name="DaysOn">Days with doses, at least 1.</param>
/// <param name="DaysOff">Days without, at least 1.</param>
public sealed record DosingCycle(int DaysOn, int DaysOff);

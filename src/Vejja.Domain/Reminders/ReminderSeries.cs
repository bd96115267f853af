using System.Collections.Immutable;
using Vejja.Domain.Dosing;

namespace Vejja.Domain.Reminders;

/// <summary>One calendar event with its repetitions.</summary>
/// <param name="Uid">Globally unique and stable over corrections (RFC 5545 UID).</param>
/// <param name="Occurrences">The doses in order; at least one.</param>
public sealed record ReminderSeries(string Uid, ImmutableArray<Occurrence> Occurrences)
{
    /// <summary>Rises with every correction (RFC 5545 SEQUENCE), from 0.</summary>
    public int Sequence { get; init; }

    /// <summary>Whether the series was called off.</summary>
    public bool Cancelled { get; init; }

    /// <summary>The words on the page; null where hidden on request.</summary>
    public string? Instruction { get; init; }

    /// <summary>How much at one time; null where the page does not say.</summary>
    public DoseAmount? Dose { get; init; }

    /// <summary>Whether doses follow elapsed hours instead of the clock on the wall.</summary>
    public bool Elapsed { get; init; }

    /// <summary>Whether the course has no end: <see cref="Occurrences"/> then holds its beginning only.</summary>
    public bool OpenEnded { get; init; }

    /// <summary>The rule behind the doses; null where they can only be listed one by one.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <inheritdoc/>
    public bool Equals(ReminderSeries? other) =>
        other is not null && Uid == other.Uid && Sequence == other.Sequence && Cancelled == other.Cancelled && Instruction == other.Instruction
        && Dose == other.Dose && Elapsed == other.Elapsed && OpenEnded == other.OpenEnded && Rule == other.Rule
        && Occurrences.SequenceEqual(other.Occurrences);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Uid, Sequence, Cancelled, Occurrences.Length);
}

/// <summary>One dose.</summary>
/// <param name="Local">The clock on the wall as prescribed; in a spring gap a time that no clock shows.</param>
/// <param name="At">The instant, with the offset that holds then.</param>
public readonly record struct Occurrence(DateTime Local, DateTimeOffset At);

/// <summary>Units of repetition (RFC 5545 FREQ).</summary>
public enum RecurrenceUnit
{
    /// <summary>Elapsed minutes.</summary>
    Minute,

    /// <summary>Elapsed hours.</summary>
    Hour,

    /// <summary>Days on the calendar.</summary>
    Day,

    /// <summary>Weeks on the calendar, Monday first.</summary>
    Week,

    /// <summary>Months on the calendar.</summary>
    Month,

    /// <summary>Years on the calendar.</summary>
    Year,
}

/// <summary>How a series repeats, from its first dose.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Interval">How many units, at least 1.</param>
/// <param name="Days">Days of the week, only with weeks.</param>
public sealed record RecurrenceRule(RecurrenceUnit Unit, int Interval, ImmutableArray<DayOfWeekCode> Days)
{
    /// <inheritdoc/>
    public bool Equals(RecurrenceRule? other) =>
        other is not null && Unit == other.Unit && Interval == other.Interval && Days.SequenceEqual(other.Days);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Unit, Interval, Days.Length);
}

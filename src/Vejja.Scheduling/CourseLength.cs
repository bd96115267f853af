using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>How long a course lasts, as the page bounds it.</summary>
internal sealed record CourseLength
{
    private const decimal LongestDays = 36_500;

    private CourseLength()
    {
    }

    /// <summary>First day, where the page gives one.</summary>
    public LocalDate? NotBefore { get; private init; }

    /// <summary>Last day, where the page gives one.</summary>
    public LocalDate? LastDay { get; private init; }

    /// <summary>Length in calendar units.</summary>
    public Period? Length { get; private init; }

    /// <summary>Length in elapsed time, where the unit is an hour or less, or the days are not whole.</summary>
    public Duration Exact { get; private init; }

    /// <summary>Whether <see cref="Exact"/> bounds the course.</summary>
    public bool IsExact { get; private init; }

    /// <summary>Number of doses in all.</summary>
    public int? Count { get; private init; }

    /// <summary>Whether the longer of two lengths was taken.</summary>
    public bool IsRange { get; private init; }

    /// <summary>Whether anything bounds the course.</summary>
    public bool IsBounded => Length is not null || IsExact || LastDay is not null || Count is not null;

    /// <summary>The bounds of a Dosage; of several, all hold.</summary>
    /// <param name="repeat">Where the bounds stand; null for none.</param>
    /// <param name="otherwise">The length printed elsewhere on the sheet, taken where <paramref name="repeat"/> has none.</param>
    public static CourseLength Of(Repeat? repeat, TimeSpanAmount? otherwise)
    {
        var range = repeat?.BoundsRange;
        var amount = repeat?.BoundsDuration ?? (range is null ? null : new TimeSpanAmount(range.High, range.Unit));
        var hasBounds = amount is not null || repeat?.BoundsPeriod?.End is not null || repeat?.Count is not null;
        return WithAmount(hasBounds ? amount : otherwise) with
        {
            NotBefore = repeat?.BoundsPeriod?.Start is { } first ? LocalDate.FromDateOnly(first) : null,
            LastDay = repeat?.BoundsPeriod?.End is { } last ? LocalDate.FromDateOnly(last) : null,
            Count = repeat?.CountMax ?? repeat?.Count,
            IsRange = range is not null && range.High > range.Low,
        };
    }

    /// <summary>The first moment after the course, local time.</summary>
    public LocalDateTime End(LocalDateTime start)
    {
        var end = new LocalDateTime(9000, 1, 1, 0, 0);
        if (LastDay is { } last && last.Year < end.Year)
            end = LocalDateTime.Min(end, last.PlusDays(1).AtMidnight());
        if (Length is { } length)
            end = LocalDateTime.Min(end, start.Plus(length));
        return IsExact ? LocalDateTime.Min(end, start.PlusTicks(Exact.BclCompatibleTicks)) : end;
    }

    private static CourseLength WithAmount(TimeSpanAmount? amount)
    {
        if (amount is null)
            return new CourseLength();
        var days = amount.Unit switch
        {
            TimeUnit.Second => 1m / 86_400,
            TimeUnit.Minute => 1m / 1440,
            TimeUnit.Hour => 1m / 24,
            TimeUnit.Week => 7,
            TimeUnit.Month => 30,
            TimeUnit.Year => 365,
            _ => 1m,
        };
        var value = Math.Min(amount.Value, LongestDays / days);
        if (amount.Unit < TimeUnit.Day || value != decimal.Truncate(value))
            return new CourseLength { IsExact = true, Exact = Duration.FromSeconds((double)(value * days * 86_400)) };
        return new CourseLength
        {
            Length = amount.Unit switch
            {
                TimeUnit.Week => Period.FromWeeks((int)value),
                TimeUnit.Month => Period.FromMonths((int)value),
                TimeUnit.Year => Period.FromYears((int)value),
                _ => Period.FromDays((int)value),
            },
        };
    }

    /// <summary>The notes that the choice of bounds calls for.</summary>
    public IEnumerable<ReminderNote> Notes => IsRange ? [ReminderNote.LengthIsRange] : [];
}

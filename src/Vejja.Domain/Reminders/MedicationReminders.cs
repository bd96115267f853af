using System.Collections.Immutable;
using Vejja.Domain.Dosing;

namespace Vejja.Domain.Reminders;

/// <summary>The reminders of one medicine, and why there is none where there is none.</summary>
/// <param name="MedicationId">Identifier inside the prescription, such as <c>m1</c>.</param>
/// <param name="Name">Name and strength for people; null where unread or hidden on request.</param>
public sealed record MedicationReminders(string MedicationId, string? Name)
{
    /// <summary>The alarms: one series a time of day, or one for all doses that follow elapsed hours.</summary>
    public ImmutableArray<ReminderSeries> Series { get; init; } = [];

    /// <summary>What may be taken when needed, without an alarm.</summary>
    public ImmutableArray<AsNeededLimits> AsNeeded { get; init; } = [];

    /// <summary>Instructions that give no reminder, with the reason.</summary>
    public ImmutableArray<WithheldReminder> Withheld { get; init; } = [];

    /// <summary>Choices that were made where the page leaves some open.</summary>
    public ImmutableArray<ReminderNote> Notes { get; init; } = [];

    /// <summary>Day of the last dose; null where the course is open or nothing is scheduled.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Day of the last dose that the dispensed quantity covers; null where quantity or dose does not say.</summary>
    public DateOnly? RunOutDate { get; init; }

    /// <summary>Day by which more must be had; null where the quantity covers the course.</summary>
    public DateOnly? RefillDate { get; init; }
}

/// <summary>Limits of an as-needed medicine: never an alarm.</summary>
/// <param name="Instruction">The words on the page; null where hidden on request.</param>
/// <param name="MinimumInterval">Least time between two doses; null where the page does not say.</param>
/// <param name="MaximumPerDay">Most administrations in a day; null where the page does not say.</param>
/// <param name="Maxima">Maxima as the page states them.</param>
public sealed record AsNeededLimits(string? Instruction, TimeSpan? MinimumInterval, int? MaximumPerDay, ImmutableArray<MaxDose> Maxima)
{
    /// <summary>How much at one time; null where the page does not say.</summary>
    public DoseAmount? Dose { get; init; }
}

/// <summary>Why an instruction gives no reminder.</summary>
public enum WithheldReason
{
    /// <summary>Nobody approved the prescription.</summary>
    NotApproved,

    /// <summary>A flag of severity block stands open.</summary>
    Blocked,

    /// <summary>Words that could change the dose were not understood.</summary>
    NotUnderstood,

    /// <summary>The dose depends on a condition, or the instruction is "as directed".</summary>
    Conditional,

    /// <summary>The dose depends on a measured value.</summary>
    SlidingScale,

    /// <summary>Nothing says when to take it.</summary>
    NoTiming,

    /// <summary>What is said about times does not fit together.</summary>
    TimingUnclear,

    /// <summary>Doses would follow one another within minutes.</summary>
    TooFrequent,

    /// <summary>An earlier step has no length, so this one has no start.</summary>
    StepWithoutStart,

    /// <summary>No dose lies between the start and the end of the course.</summary>
    Over,
}

/// <summary>An instruction without a reminder.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Instruction">The words on the page; null for the whole medicine, or where hidden on request.</param>
/// <param name="Flag">Code of the flag that forbids it; null where the reason is another.</param>
public sealed record WithheldReminder(WithheldReason Reason, string? Instruction, string? Flag);

/// <summary>A choice made where the page leaves some open.</summary>
public enum ReminderNote
{
    /// <summary>"2 to 3 times": reminders for the lower number.</summary>
    FrequencyIsRange,

    /// <summary>"Every 4 to 6 hours": reminders at the longer interval.</summary>
    IntervalIsRange,

    /// <summary>"5 to 7 days": reminders for the longer course.</summary>
    LengthIsRange,

    /// <summary>"3 times a week" without days: spread evenly.</summary>
    DaysAreSpread,

    /// <summary>"3 times a day" without times: put on the usual hours.</summary>
    TimesAreUsual,

    /// <summary>"After meals" without a number: every meal.</summary>
    EveryMeal,

    /// <summary>The hours printed on the sheet are out of order: the person's own were taken.</summary>
    SheetHoursIgnored,

    /// <summary>The course ends where the quantity does; the page gives no other end.</summary>
    EndsWithQuantity,

    /// <summary>The page gives no end: only the first weeks are listed.</summary>
    OpenEnded,

    /// <summary>More doses than can be listed.</summary>
    Truncated,
}

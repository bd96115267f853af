using System.Collections.Immutable;

namespace Vejja.Domain.Reminders;

/// <summary>All reminders of one prescription for one person: the contract <c>vejja/reminders/1</c>.</summary>
public sealed record ReminderPlan
{
    /// <summary>The contract's name and version.</summary>
    public const string SchemaName = "vejja/reminders/1";

    /// <summary>What the events' identifiers are made from; the same for every correction of one prescription.</summary>
    public required string PrescriptionId { get; init; }

    /// <summary>When the course starts, local time; midnight where only a day was given.</summary>
    public required DateTime Start { get; init; }

    /// <summary>IANA name of the person's time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whether a person approved the prescription.</summary>
    public required bool Approved { get; init; }

    /// <summary>The hours that meals and bedtime were mapped to, the sheet's own hours already put in.</summary>
    public required DayHours Hours { get; init; }

    /// <summary>One entry a medicine, in the sheet's order, also for those without a reminder.</summary>
    public ImmutableArray<MedicationReminders> Medications { get; init; } = [];
}

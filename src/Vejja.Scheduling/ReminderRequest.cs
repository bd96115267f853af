using NodaTime;
using Vejja.Domain.Documents;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>What is to be scheduled, for whom, from when.</summary>
/// <param name="Prescription">The prescription.</param>
/// <param name="Start">When the course starts, local time; midnight for "that day". Years 1900 to 2200.</param>
/// <param name="Zone">The person's time zone.</param>
public sealed record ReminderRequest(Prescription Prescription, LocalDateTime Start, DateTimeZone Zone)
{
    /// <summary>What the events' identifiers are made from; the file's name where null.</summary>
    public string? PrescriptionId { get; init; }

    /// <summary>The person's own hours; the sheet's win over them.</summary>
    public DayHours Hours { get; init; } = DayHours.Default;

    /// <summary>Whether a person approved the prescription.</summary>
    public bool Approved { get; init; }

    /// <summary>Whether the caller answers for reminders from a prescription that nobody approved.</summary>
    public bool AllowUnapproved { get; init; }

    /// <summary>Whether names and the page's words (which may hold names) stay out of the reminders.</summary>
    public bool HideNames { get; init; }

    /// <summary>Number of days that are listed of a course without an end, 1 to 3660.</summary>
    public int OpenEndedDays { get; init; } = 30;

    /// <summary>Days before the quantity runs out on which more should be had, 0 to 60.</summary>
    public int RefillLeadDays { get; init; } = 3;
}

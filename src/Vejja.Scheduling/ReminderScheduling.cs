using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>From a prescription to the reminders that a person can follow; docs/reminders.md says every rule.</summary>
public static class ReminderScheduling
{
    /// <summary>Years between which a course may start; calendars and time zones say nothing sure beyond.</summary>
    private const int FirstYear = 1900, LastYear = 2200;

    /// <summary>Schedules every medicine; those without a reminder say why.</summary>
    /// <exception cref="ArgumentException">An option is outside its range, or the person's hours do not rise.</exception>
    public static ReminderPlan Plan(ReminderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Start.Year, FirstYear, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Start.Year, LastYear, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.OpenEndedDays, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.OpenEndedDays, 3660, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.RefillLeadDays, 0, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.RefillLeadDays, 60, nameof(request));
        if (!request.Hours.IsRising)
            throw new ArgumentException("A person's hours rise from breakfast to bedtime.", nameof(request));
        var clock = new DayClock(request.Hours, request.Prescription.SlotHours);
        var identity = request.PrescriptionId ?? request.Prescription.File;
        var scheduling = new MedicationScheduling(request, clock, identity);
        return new ReminderPlan
        {
            PrescriptionId = identity,
            Start = request.Start.ToDateTimeUnspecified(),
            TimeZone = request.Zone.Id,
            Approved = request.Approved,
            Hours = clock.Hours,
            Medications = [.. request.Prescription.Medications.Select(scheduling.Schedule)],
        };
    }
}

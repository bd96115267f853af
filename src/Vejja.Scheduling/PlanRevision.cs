using System.Collections.Immutable;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>Corrections and ends of a prescription whose events already stand in calendars.</summary>
public static class PlanRevision
{
    /// <summary>
    /// The corrected plan: an event that changed keeps its UID and gets a higher SEQUENCE, one that did not keeps both,
    /// one that is no longer prescribed is cancelled.
    /// </summary>
    public static ReminderPlan Correct(ReminderPlan previous, ReminderPlan corrected)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(corrected);
        var before = previous.Medications.SelectMany(medication => medication.Series).ToDictionary(series => series.Uid);
        var kept = corrected.Medications.SelectMany(medication => medication.Series).Select(series => series.Uid).ToHashSet();
        var medications = corrected.Medications.Select(medication => medication with
        {
            Series =
            [
                .. medication.Series.Select(series => Follow(before.GetValueOrDefault(series.Uid), series)),
                .. Gone(previous.Medications.Where(old => old.MedicationId == medication.MedicationId)),
            ],
        });
        var removed = previous.Medications
            .Where(old => corrected.Medications.All(medication => medication.MedicationId != old.MedicationId))
            .Select(old => new MedicationReminders(old.MedicationId, old.Name) { Series = [.. Gone([old])] });
        return corrected with { Medications = [.. medications, .. removed.Where(medication => !medication.Series.IsEmpty)] };

        IEnumerable<ReminderSeries> Gone(IEnumerable<MedicationReminders> old) =>
            old.SelectMany(medication => medication.Series).Where(series => !kept.Contains(series.Uid)).Select(Cancel);
    }

    /// <summary>The plan as the correction of that number, for callers that keep no earlier plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sequence">Number of corrections so far, 0 or more.</param>
    public static ReminderPlan At(ReminderPlan plan, int sequence)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return WithSeries(plan, series => series with { Sequence = sequence });
    }

    /// <summary>The plan of a prescription that ended: every event cancelled.</summary>
    public static ReminderPlan End(ReminderPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return WithSeries(plan, Cancel);
    }

    private static ReminderPlan WithSeries(ReminderPlan plan, Func<ReminderSeries, ReminderSeries> change) => plan with
    {
        Medications = [.. plan.Medications.Select(medication => medication with { Series = [.. medication.Series.Select(change)] })],
    };

    private static ReminderSeries Cancel(ReminderSeries series) =>
        series.Cancelled ? series : series with { Cancelled = true, Sequence = series.Sequence + 1 };

    private static ReminderSeries Follow(ReminderSeries? previous, ReminderSeries series)
    {
        if (previous is null)
            return series;
        var same = series with { Sequence = previous.Sequence };
        return same == previous ? same : series with { Sequence = previous.Sequence + 1 };
    }
}

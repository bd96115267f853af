using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>What forbids a reminder, whatever the times say.</summary>
internal static class Withholding
{
    /// <summary>The reason for the whole medicine; null for none.</summary>
    public static WithheldReminder? Of(Medication medication)
    {
        foreach (var flag in medication.Flags)
        {
            if (Reason(flag) is { } reason)
                return new WithheldReminder(reason, Instruction: null, flag.Code);
        }

        return medication.DosageInstruction.IsEmpty ? new WithheldReminder(WithheldReason.NoTiming, Instruction: null, Flag: null) : null;
    }

    /// <summary>The reason for one instruction; null for none.</summary>
    public static WithheldReason? Of(Dosage dosage) => dosage.Condition is null ? null : WithheldReason.Conditional;

    private static WithheldReason? Reason(Flag flag) => flag.Code switch
    {
        "not-understood" => WithheldReason.NotUnderstood,
        "sliding-scale" => WithheldReason.SlidingScale,
        "conditional-dose" or "as-directed" => WithheldReason.Conditional,
        _ => flag.Severity == FlagSeverity.Block ? WithheldReason.Blocked : null,
    };
}

using Vejja.Domain.Documents;
using Vejja.Domain.Reminders;

namespace Vejja.Language.Assistant;

/// <summary>What a conversation is about.</summary>
/// <param name="Prescription">The prescription as read and corrected.</param>
/// <param name="Plan">Its reminders; null where no first day was given.</param>
/// <param name="Now">The moment, with the offset of the person's own clock.</param>
public sealed record ChatSubject(Prescription Prescription, ReminderPlan? Plan, DateTimeOffset Now);

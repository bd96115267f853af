using Vejja.Storage.Entities;

namespace Vejja.App.Features.Reminders;

/// <summary>What is to be reminded of.</summary>
/// <param name="DocumentId">A document that was read.</param>
/// <param name="Start">The first day; must be given, for nobody may guess it.</param>
/// <param name="TimeZone">IANA time zone, such as <c>Asia/Phnom_Penh</c>.</param>
/// <param name="AllowUnapproved">Whether the caller answers for a result that nobody approved.</param>
/// <param name="HideNames">Whether names of medicines stay out of the calendar.</param>
internal sealed record ReminderRequestBody(string? DocumentId, DateOnly? Start, string? TimeZone, bool AllowUnapproved = false, bool HideNames = false);

/// <summary>Reminders that were made, and the calendar's link: the only time that it is shown.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Calendar">A path that whoever knows it can subscribe to.</param>
/// <param name="Reminders">One for each medicine; one without doses says why.</param>
public sealed record PlanView(string PlanId, string Calendar, IReadOnlyList<ReminderView> Reminders);

/// <summary>The reminders of one medicine.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="State">Whether it speaks.</param>
/// <param name="MedicationId">Which medicine of the document.</param>
/// <param name="Name">Name and strength as read.</param>
/// <param name="Withheld">Why there is no reminder for all or part of it.</param>
/// <param name="Notes">What a person should know about it.</param>
/// <param name="Doses">How many doses it has in all.</param>
/// <param name="NextDoseAt">The next that nobody took or skipped.</param>
/// <param name="Stock">How much is left.</param>
/// <param name="StockUnit">Its unit.</param>
public sealed record ReminderView(
    string Id, string DocumentId, ReminderState State, string MedicationId, string? Name, IReadOnlyList<string> Withheld, IReadOnlyList<string> Notes,
    int Doses, DateTimeOffset? NextDoseAt, double? Stock, string? StockUnit);

/// <summary>One dose.</summary>
internal sealed record DoseView(int Number, DateTimeOffset DueAt, double? Amount, DoseState State, DateTimeOffset? SnoozedUntil, DateTimeOffset? ChangedAt);

/// <summary>What became of a dose.</summary>
/// <param name="Action"><c>taken</c>, <c>skipped</c>, <c>snoozed</c>, or <c>due</c> to take a mistake back.</param>
/// <param name="Minutes">How long it is put off, 1 to 720; with <c>snoozed</c> only.</param>
internal sealed record DoseChange(string? Action, int? Minutes = null);

/// <summary>How much of a medicine is left.</summary>
/// <param name="Amount">0 or more.</param>
internal sealed record StockChange(double Amount);

/// <summary>What is kept encrypted of a reminder.</summary>
internal sealed record ReminderContent(string MedicationId, string? Name, IReadOnlyList<string> Withheld, IReadOnlyList<string> Notes);

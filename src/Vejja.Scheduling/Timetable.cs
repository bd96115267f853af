using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>When doses are given, before it is known from when to when.</summary>
/// <param name="Notes">Choices made where the page leaves some open.</param>
internal abstract record Timetable(ImmutableArray<ReminderNote> Notes);

/// <summary>Doses by the clock on the wall.</summary>
/// <param name="Slots">Times of day in order, each once.</param>
/// <param name="Pattern">The days.</param>
/// <param name="Notes">Choices made.</param>
internal sealed record WallClockTimetable(ImmutableArray<LocalTime> Slots, DayPattern Pattern, ImmutableArray<ReminderNote> Notes)
    : Timetable(Notes);

/// <summary>Doses by elapsed time.</summary>
/// <param name="Interval">Time between two doses.</param>
/// <param name="Notes">Choices made.</param>
internal sealed record ElapsedTimetable(Duration Interval, ImmutableArray<ReminderNote> Notes) : Timetable(Notes);

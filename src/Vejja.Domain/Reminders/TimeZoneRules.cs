using System.Collections.Immutable;

namespace Vejja.Domain.Reminders;

/// <summary>What a calendar must know of a time zone (RFC 5545 VTIMEZONE).</summary>
/// <param name="Id">IANA name.</param>
/// <param name="Observances">Offsets in order of their start; the first holds at the first event.</param>
public sealed record TimeZoneRules(string Id, ImmutableArray<ZoneObservance> Observances);

/// <summary>An offset from one moment on.</summary>
/// <param name="Start">Local time at which it begins, read with <paramref name="OffsetFrom"/>.</param>
/// <param name="OffsetFrom">Offset from UTC before.</param>
/// <param name="OffsetTo">Offset from UTC after.</param>
/// <param name="Name">Abbreviation, such as <c>CEST</c>.</param>
/// <param name="Daylight">Whether it is daylight saving time.</param>
public sealed record ZoneObservance(DateTime Start, TimeSpan OffsetFrom, TimeSpan OffsetTo, string Name, bool Daylight);

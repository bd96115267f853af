namespace Vejja.Domain.Dosing;

/// <summary>A length of time with its own unit (months are not a number of days).</summary>
/// <param name="Value">The number, above 0.</param>
/// <param name="Unit">Its unit.</param>
public sealed record TimeSpanAmount(decimal Value, TimeUnit Unit);

/// <summary>A length of time between two bounds, both inclusive, in one unit.</summary>
/// <param name="Low">The shortest.</param>
/// <param name="High">The longest.</param>
/// <param name="Unit">Their unit.</param>
public sealed record TimeSpanRange(decimal Low, decimal High, TimeUnit Unit);

/// <summary>Calendar bounds of a course, both inclusive; at least one is set.</summary>
/// <param name="Start">First day; null where open.</param>
/// <param name="End">Last day; null where open.</param>
public sealed record DatePeriod(DateOnly? Start, DateOnly? End);

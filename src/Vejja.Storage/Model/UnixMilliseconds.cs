using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Vejja.Storage.Model;

/// <summary>Instants as milliseconds since 1970 UTC: one order on both databases.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

using System.Collections.Immutable;
using Vejja.Language.Guards;

namespace Vejja.Language.Assistant;

/// <summary>What an operator sets of the assistant.</summary>
public sealed record AssistantOptions
{
    /// <summary>Whom to call, by country. Default: 119 in Cambodia, 15 or 112 in France.</summary>
    public ImmutableArray<EmergencyNumber> EmergencyNumbers { get; init; } = [new("KH", ["119"]), new("FR", ["15", "112"])];

    /// <summary>The gate's lines.</summary>
    public GateOptions Gate { get; init; } = new();

    /// <summary>Longest time that a language model is given to phrase an answer. Default 20 s.</summary>
    public TimeSpan ModelTimeout { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>The emergency numbers of a country.</summary>
/// <param name="Country">ISO 3166-1 code, such as <c>KH</c>.</param>
/// <param name="Numbers">At least one.</param>
public sealed record EmergencyNumber(string Country, ImmutableArray<string> Numbers)
{
    /// <summary>Reads <c>KH:119;FR:15,112</c>.</summary>
    /// <exception cref="ArgumentException">The text is not of that form.</exception>
    public static ImmutableArray<EmergencyNumber> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];
    }

    private static EmergencyNumber One(string text)
    {
        string[] parts = text.Split(':', StringSplitOptions.TrimEntries);
        ImmutableArray<string> numbers = parts.Length == 2 ? [.. parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [];
        return parts[0].Length == 2 && numbers.Length > 0 && numbers.All(number => number.All(sign => char.IsAsciiDigit(sign) || sign is '+' or ' '))
            ? new(parts[0].ToUpperInvariant(), numbers)
            : throw new ArgumentException("Emergency numbers are written KH:119;FR:15,112.");
    }
}

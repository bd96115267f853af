using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>What flags say to people, in English, French and Khmer.</summary>
public static class FlagMessages
{
    private static readonly Lazy<Dictionary<string, Entry>> Entries = new(static () => Lexicon.EmbeddedTable
        .Read("Vejja.Reading.Safety.Data.messages.tsv", "code", "severity", "en", "fr", "km")
        .ToDictionary(row => row[0], row => new Entry(Enum.Parse<FlagSeverity>(row[1], ignoreCase: true), [row[2], row[3], row[4]]), StringComparer.Ordinal));

    /// <summary>Every code with a message.</summary>
    public static IReadOnlyCollection<string> Codes => Entries.Value.Keys;

    /// <summary>The usual severity of a code.</summary>
    /// <exception cref="ArgumentException">The code is not in the list.</exception>
    public static FlagSeverity SeverityOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Entries.Value.TryGetValue(code, out var entry) ? entry.Severity : throw new ArgumentException($"No flag has the code \"{code}\".", nameof(code));
    }

    /// <summary>The flag with its message; unchanged where the code has none.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="language">en, fr or km; any other gives English.</param>
    public static Flag Render(Flag flag, string language)
    {
        ArgumentNullException.ThrowIfNull(flag);
        if (!Entries.Value.TryGetValue(flag.Code, out var entry))
            return flag;
        var message = entry.Messages[language switch { "fr" => 1, "km" => 2, _ => 0 }];
        for (var i = 0; i < 4; i++)
            message = message.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", i < flag.Arguments.Length ? flag.Arguments[i] : "…", StringComparison.Ordinal);
        return flag with { Message = message };
    }

    private sealed record Entry(FlagSeverity Severity, ImmutableArray<string> Messages);
}

using System.Collections.Immutable;

namespace Vejja.Language.Guards;

/// <summary>One term of a pattern: alternatives, and whether others may stand before it.</summary>
internal sealed record PatternTerm(ImmutableArray<(string Text, bool Open)> Alternatives, bool Loose)
{
    private const int MostBetween = 24;
    private const int ShortestForgiven = 6;

    /// <summary>Reads <c>a|b*</c>.</summary>
    public static PatternTerm Parse(string text, bool loose) => new(
        [.. text.Split('|').Select(part => (MessageKey.Of(part).Trim(), part.TrimEnd().EndsWith('*')))], loose);

    /// <summary>Every place where this term may end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="from">Where the term before ended.</param>
    /// <param name="isFirst">Whether it may stand anywhere.</param>
    public IEnumerable<int> Ends(MessageWords message, int from, bool isFirst)
    {
        var key = message.Key;
        foreach (var (text, open) in Alternatives)
        {
            // A neighbour follows at once, or after the one space between words.
            var until = isFirst ? key.Length : Loose ? from + MostBetween : from + 1;
            for (var at = key.IndexOf(text, from, StringComparison.Ordinal); at >= 0 && at <= until; at = key.IndexOf(text, at + 1, StringComparison.Ordinal))
            {
                var end = at + text.Length;
                if (IsWhole(key, at, end, open))
                    yield return end;
            }

            if (!open && text.Length >= ShortestForgiven && text.All(char.IsAsciiLetter))
            {
                foreach (var end in message.Near(text, from, until))
                    yield return end;
            }
        }
    }

    /// <summary>A Latin term begins and ends with its word; Khmer is written without spaces.</summary>
    private static bool IsWhole(string key, int at, int end, bool open) =>
        (MessageKey.IsKhmer(key[at]) || key[at - 1] == ' ' || MessageKey.IsKhmer(key[at - 1]))
        && (open || MessageKey.IsKhmer(key[end - 1]) || key[end] == ' ' || MessageKey.IsKhmer(key[end]));
}

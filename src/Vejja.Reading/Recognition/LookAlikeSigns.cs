namespace Vejja.Reading.Recognition;

/// <summary>Signs that an engine which does not know them reads as others that look alike: Tesseract makes % of ½, &lt; of ≤, u of µ and x of ×.</summary>
internal static class LookAlikeSigns
{
    /// <summary>What may be believed of a sign in whose place another engine sees one of these: less than what may be relied on without a look (0.8).</summary>
    public const double MostConfidence = 0.75;

    private static readonly (char Sign, char LookAlike)[] Pairs = [('½', '%'), ('≤', '<'), ('\u00B5', 'u'), ('×', 'x')];

    /// <summary>Whether a text holds any of them.</summary>
    public static bool HasAny(string text) => text.Any(sign => Pairs.Any(pair => pair.Sign == sign));

    /// <summary>Whether a text is another one with such signs in the place of the right ones.</summary>
    /// <param name="text">What may hold the others.</param>
    /// <param name="right">What holds the right ones.</param>
    public static bool IsFor(string text, string right) =>
        HasAny(right) && Plain(right).Equals(Plain(text), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a sign is × or x.</summary>
    public static bool IsTimes(string sign) => sign is "×" or "x";

    /// <summary>Whether two texts are the same but for × and x.</summary>
    public static bool MeanAlike(string one, string other) => WithLetter(one) == WithLetter(other);

    private static string WithLetter(string text) => text.Replace('×', 'x');

    private static string Plain(string text) =>
        Pairs.Aggregate(text.Replace(" ", "", StringComparison.Ordinal), (plain, pair) => plain.Replace(pair.Sign, pair.LookAlike));
}

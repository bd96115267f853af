using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Lexicon;

/// <summary>A name misread by its letters' shape alone, with one medicine near: the value takes the lexicon's spelling, the raw words stay.</summary>
internal static class NameRepair
{
    /// <summary>Largest distance of a slip of shape: a confusion or two (l/1, rn/m, c/o), no letter more or less.</summary>
    public const double SlipOfShape = 0.55;

    private const int ShortestName = 7;
    private const int LongName = 10;

    // How many times likelier one near medicine is after a right reading with a slip than after a wrong one. In the measure of docs/lexicon.md
    // no name of seven letters or more became another by a slip; the ratios stay far below that.
    private const double Long = 10;
    private const double Middle = 4;

    /// <summary>The repaired reading; null where the lexicon's answer does not allow one.</summary>
    public static Reading<string>? Of(Reading<string> name, NameMatch match)
    {
        if (match is not { Kind: NameMatchKind.Near, Distance: <= SlipOfShape, Name: { } medicine } || NameKey.Of(medicine.Text).Length is not (var letters and >= ShortestName))
            return null;
        return name with
        {
            Value = LikeRaw(medicine.Text, name.Value),
            Raw = name.Raw ?? name.Value,
            Confidence = Belief.Given(name.Confidence, letters >= LongName ? Long : Middle),
        };
    }

    /// <summary>Signs that no name has between its letters: specks.</summary>
    private const string Specks = ":;|[]{}_=~<>\"«»^`\\…•";

    /// <summary>
    /// The name with the lexicon's signs where the letters are the same and the page seems to lack an apostrophe, the least of signs and lost first, or to have
    /// specks between its letters; the raw words stay.
    /// </summary>
    public static Reading<string> Signs(Reading<string> name, MedicineName medicine) =>
        ((HasApostrophe(medicine.Text) && !HasApostrophe(name.Value)) || name.Value.Any(Specks.Contains)) && NameKey.Of(name.Value) == NameKey.Of(medicine.Text)
            ? name with { Value = LikeRaw(medicine.Text, name.Value), Raw = name.Raw ?? name.Value }
            : name;

    /// <summary>Whether the page's own words have the lexicon's signs between their letters; blanks do not count.</summary>
    public static bool IsSpelt(Reading<string> name, MedicineName medicine) =>
        NameKey.Of(name.Raw ?? name.Value) != NameKey.Of(medicine.Text) || Between(name.Raw ?? name.Value) == Between(medicine.Text);

    private static string Between(string text) => string.Concat(text.Where(sign => sign is '\'' or '’' or '-' || Specks.Contains(sign)).Select(sign => sign == '’' ? '\'' : sign));

    private static bool HasApostrophe(string text) => text.AsSpan().IndexOfAny('\'', '’') >= 0;

    // The sheet's own case: PARACETAMOL, Paracetamol, paracetamol.
    private static string LikeRaw(string text, string raw)
    {
        if (raw.Count(char.IsUpper) > raw.Length / 2)
            return text.ToUpperInvariant();
        return raw.Length > 0 && char.IsUpper(raw[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}

using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>The printed strength against those in which the medicine is made.</summary>
internal static class StrengthCheck
{
    private const int Shown = 6;

    /// <summary>Flags of one medication's strength; none where the lexicon does not know enough to say.</summary>
    public static IEnumerable<Flag> Check(NamedMedication named)
    {
        if (named.Name is not { } name || named.Medication.Strength is not { } strength)
            yield break;
        var verdict = StrengthBook.Default.Judge(name, named.Form, strength.Value);
        if (verdict.Standing == StrengthStanding.Tenfold)
            yield return Raise.Flag(FlagCodes.StrengthTenfold, "strength", strength.Value, Some(verdict.Made));
        else if (verdict.Standing == StrengthStanding.NotMade)
            yield return Raise.Flag(FlagCodes.StrengthNotMade, "strength", strength.Value, Some(verdict.Made));
    }

    private static string Some(ImmutableArray<string> made) => string.Join(", ", made.Take(Shown)) + (made.Length > Shown ? ", …" : "");
}

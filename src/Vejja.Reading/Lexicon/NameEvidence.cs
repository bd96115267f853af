using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Lexicon;

/// <summary>What the lexicon makes of a name's reading: a known name is believed more, a slip of shape with one medicine near is repaired, all else stays as read.</summary>
internal static class NameEvidence
{
    /// <summary>Largest distance at which the lexicon's spelling takes the place of what was read: a confusion of shape or two, no letter more.</summary>
    public const double SlipOfShape = 0.55;

    // How many times likelier the lexicon's answer is for a right reading than for a wrong one: long names have few neighbours, so a wrong reading
    // seldom is one. Orders of magnitude from the measure in docs/lexicon.md, not fitted.
    private const double LongName = 25;
    private const double MiddleName = 8;
    private const double ShortName = 2;
    private const double BetweenTwo = 0.6;
    private const double NotKnown = 0.8;

    /// <summary>The reading with the lexicon's evidence; its raw words stay.</summary>
    public static Reading<string> Weigh(Reading<string> name)
    {
        var match = MedicineLexicon.Default.Resolve(name.Value);
        return match.Kind switch
        {
            NameMatchKind.Exact => name with { Confidence = Belief.Given(name.Confidence, Ratio(NameKey.Of(name.Value).Length)) },
            NameMatchKind.Near when match.Distance <= SlipOfShape => name with
            {
                Value = LikeRaw(match.Name!.Text, name.Value), Raw = name.Raw ?? name.Value, Confidence = Belief.Given(name.Confidence, RepairedRatio(NameKey.Of(match.Name.Text).Length)),
            },
            NameMatchKind.Ambiguous => name with { Confidence = Belief.Given(name.Confidence, BetweenTwo) },
            NameMatchKind.Unknown => name with { Confidence = Belief.Given(name.Confidence, NotKnown) },
            _ => name,
        };
    }

    private static double Ratio(int letters) => letters switch
    {
        >= 7 => LongName,
        >= 5 => MiddleName,
        _ => ShortName,
    };

    private static double RepairedRatio(int letters) => letters switch
    {
        >= 10 => 10,
        >= 7 => 4,
        _ => ShortName,
    };

    // The sheet's own case: PARACETAMOL, Paracetamol, paracetamol.
    private static string LikeRaw(string text, string raw)
    {
        if (raw.Count(char.IsUpper) > raw.Length / 2)
            return text.ToUpperInvariant();
        return raw.Length > 0 && char.IsUpper(raw[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}

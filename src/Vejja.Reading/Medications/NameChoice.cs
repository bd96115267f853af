using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Medications;

/// <summary>
/// Of what the engines read as name and strength, what the lexicon knows. A medicine's exact name does not come about by misreading; a slip of shape
/// with one medicine near is repaired, its raw letters kept; a name that is further off is offered beside the page's own letters, which stand.
/// </summary>
internal static class NameChoice
{
    /// <summary>A name that only the second engine read is no surer than this before the lexicon speaks.</summary>
    private const double SecondEngine = 0.7;

    /// <summary>A name that is only near to one of the lexicon is never sure.</summary>
    private const double OnlyNear = 0.75;

    /// <summary>A name with the lexicon's letters but other signs between them (a hyphen more, an apostrophe less): a sign may have been lost.</summary>
    private const double OtherSigns = 0.95;

    /// <summary>Names that two engines read as different medicines.</summary>
    private const double Contested = 0.5;

    /// <summary>Chooses.</summary>
    /// <param name="variants">The first engine's choice first, then what others read; at least one.</param>
    public static PrintedName Choose(ImmutableArray<PrintedName> variants)
    {
        var primary = variants[0];
        var matches = variants.Select(variant => variant.Name is null ? null : MedicineLexicon.Default.Resolve(variant.Name.Value)).ToArray();
        var exact = Array.FindIndex(matches, match => match?.Kind is NameMatchKind.Exact);
        var (name, medicine) = exact >= 0 ? (Exact(variants, matches, exact), matches[exact]!.Name) : Near(primary.Name, matches[0]);
        var strength = Strength(variants, medicine, primary.Form ?? variants.Select(variant => variant.Form).FirstOrDefault(form => form is not null));
        return primary with
        {
            Name = name,
            Strength = strength,
            Form = primary.Form ?? variants[Math.Max(0, exact)].Form,
            BrokenStrength = strength is null && primary.BrokenStrength,
        };
    }

    private static Reading<string> Exact(ImmutableArray<PrintedName> variants, NameMatch?[] matches, int exact)
    {
        var name = variants[exact].Name!;
        var others = matches.Where(match => match?.Kind is NameMatchKind.Exact && match.Name!.Content != matches[exact]!.Name!.Content).Select(match => match!.Name!.Text);
        if (others.Any())
            return name with { Confidence = Math.Min(name.Confidence, Contested), Alternatives = [.. others] };
        var before = exact == 0 ? name.Confidence : Math.Min(SecondEngine, name.Confidence);
        var alternatives = exact == 0 || variants[0].Name is null ? name.Alternatives : [variants[0].Name!.Value];
        name = NameRepair.Signs(name, matches[exact]!.Name!);
        var ceiling = NameRepair.IsSpelt(name, matches[exact]!.Name!) ? 1 : OtherSigns;
        return name with { Confidence = Math.Min(ceiling, Belief.Given(before, Evidence(name.Value))), Alternatives = alternatives };
    }

    private static (Reading<string>? Name, MedicineName? Medicine) Near(Reading<string>? name, NameMatch? match) => match switch
    {
        null => (name, null),
        _ when NameRepair.Of(name!, match) is { } repaired => (repaired, match.Name),
        { Kind: NameMatchKind.Near, Name: { } medicine } => (name! with { Confidence = Math.Min(OnlyNear, name.Confidence), Alternatives = [medicine.Text] }, medicine),
        { Kind: NameMatchKind.Ambiguous } =>
            (name! with { Confidence = Math.Min(Contested, name.Confidence), Alternatives = [.. match.Candidates.Select(candidate => candidate.Name.Text).Distinct().Take(3)] }, null),
        _ => (name, null),
    };

    /// <summary>How much an exact name speaks for itself: the longer, the less it can come about by chance.</summary>
    private static double Evidence(string name) => name.Count(char.IsLetter) switch
    {
        >= 8 => 40,
        >= 6 => 15,
        >= 4 => 4,
        _ => 1.5,
    };

    private static Reading<string>? Strength(ImmutableArray<PrintedName> variants, MedicineName? medicine, Reading<string>? form)
    {
        var readings = variants.Select(variant => variant.Strength).OfType<Reading<string>>().ToArray();
        if (readings.Length == 0)
            return null;
        var chosen = variants[0].Strength ?? readings[0] with { Confidence = Math.Min(SecondEngine, readings[0].Confidence) };
        var rivals = readings.Select(reading => reading.Value).Where(value => value != chosen.Value).Distinct().ToImmutableArray();
        if (!rivals.IsEmpty)
            chosen = chosen with { Confidence = Math.Min(chosen.Confidence, OnlyNear), Alternatives = rivals };
        var judged = chosen with { Confidence = medicine is null ? chosen.Confidence : Belief.Given(chosen.Confidence, Support(medicine, form?.Value, chosen.Value)) };
        return rivals.IsEmpty ? judged : judged with { Confidence = Math.Min(judged.Confidence, 0.9) };
    }

    private static double Support(MedicineName medicine, string? form, string strength) => StrengthBook.Default.Judge(medicine, form, strength).Standing switch
    {
        StrengthStanding.Made => 8,
        StrengthStanding.NotMade => 0.4,
        StrengthStanding.Tenfold => 0.3,
        _ => 1,
    };
}

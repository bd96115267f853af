using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>Whether the lexicon knows the name, and whether another medicine looks like it.</summary>
internal static class NameCheck
{
    // Above this the reading itself leaves little room for a neighbour that differs by a whole letter.
    private const double SureReading = 0.97;
    private const int Named = 3;

    /// <summary>Flags of one medication's name.</summary>
    public static IEnumerable<Flag> Check(NamedMedication named)
    {
        if (named.Medication.Name is not { } name)
            yield break;
        var printed = name.Raw ?? name.Value;
        var match = named.Match;
        // A slip of shape that was repaired before is shown, not asked about.
        if (match.Kind == NameMatchKind.Exact && MedicineLexicon.Default.Resolve(printed) is { Kind: NameMatchKind.Near } asPrinted)
            match = asPrinted;
        if (match.Kind == NameMatchKind.Exact && name.Raw is { } raw && raw.Contains('\'', StringComparison.Ordinal) != name.Value.Contains('\'', StringComparison.Ordinal))
            yield return Raise.Info(FlagCodes.NameRepaired, "name", printed, name.Value);
        switch (match.Kind)
        {
            case NameMatchKind.Unknown:
                yield return Raise.Flag(FlagCodes.NameNotKnown, "name", printed);
                break;
            case NameMatchKind.Ambiguous:
                yield return Raise.Flag(FlagCodes.NameUncertain, "name", printed, Some(match.Candidates.DistinctBy(c => c.Name.Content).Select(c => c.Name.Text)));
                break;
            case NameMatchKind.Near:
                yield return match.Distance <= NameRepair.SlipOfShape
                    ? Raise.Info(FlagCodes.NameRepaired, "name", printed, match.Name!.Text)
                    : Raise.Flag(FlagCodes.NameRepaired, "name", printed, match.Name!.Text);
                break;
        }

        if (match.Name is { } medicine && LookAlikes(named, medicine) is { IsEmpty: false } others)
        {
            var text = Some(others.Select(o => o.Name.Text));
            yield return Doubtful(named, others) ? Raise.Flag(FlagCodes.LookAlikeName, "name", printed, text) : Raise.Info(FlagCodes.LookAlikeName, "name", printed, text);
        }
    }

    private static ImmutableArray<LookAlike> LookAlikes(NamedMedication named, MedicineName medicine) =>
        [.. LookAlikeSearch.Of(MedicineLexicon.Default, medicine).Where(o => !ToldApart(named, o.Name)).DistinctBy(o => o.Name.Content)];

    // The printed strength is made of this medicine and not of the other: the sheet itself tells them apart.
    private static bool ToldApart(NamedMedication named, MedicineName other) =>
        named.Medication.Strength is { } strength
        && StrengthBook.Default.Judge(named.Name!, named.Form, strength.Value).Standing == StrengthStanding.Made
        && StrengthBook.Default.Judge(other, named.Form, strength.Value).Standing is StrengthStanding.NotMade or StrengthStanding.Tenfold;

    private static bool Doubtful(NamedMedication named, ImmutableArray<LookAlike> others) =>
        named.Match.Kind != NameMatchKind.Exact
            ? others.Any(o => o.Edits <= 2)
            : named.Medication.Name!.Confidence < SureReading && others.Any(o => o.Edits <= 1 || o.Distance <= 0.7);

    private static string Some(IEnumerable<string> names) => string.Join(", ", names.Take(Named));
}

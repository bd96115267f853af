using System.Collections.Immutable;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Lexicon;

/// <summary>Finds the names of other medicines that can be taken for a name: computed from the lexicon, by letters and by sound.</summary>
public static class LookAlikeSearch
{
    // Two letters of difference are the bound at which look-alike lists of medicines are commonly drawn (prednisone, prednisolone).
    private const int MostEdits = 2;
    // Long names that end alike are taken for one another at three letters too (vinblastine, vincristine).
    private const int MostEditsOfLongNames = 3;
    private const int LongName = 10;
    private const int SameEnding = 4;
    private const int ShortestName = 5;

    /// <summary>The look-alikes of a name, nearest first; names with the same content, or containing it, are none.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="name">A name of it.</param>
    public static ImmutableArray<LookAlike> Of(MedicineLexicon lexicon, MedicineName name)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(name);
        var key = NameKey.Of(name.Text);
        if (key.Length < ShortestName)
            return [];
        var sound = SoundKey.Of(key);
        var found = new List<LookAlike>();
        foreach (var candidate in lexicon.Search(name.Text, key.Length >= LongName ? MostEditsOfLongNames : MostEdits))
        {
            if (SharesIngredient(candidate.Name, name))
                continue;
            var other = NameKey.Of(candidate.Name.Text);
            var edits = EditDistance.Between(key, other);
            var most = MostEditsFor(key, other);
            var alike = SoundKey.Of(other) == sound;
            if (other.Length >= ShortestName && (edits <= most || candidate.Distance <= 0.7 || (alike && edits <= MostEdits)))
                found.Add(new LookAlike(candidate.Name, edits, candidate.Distance, alike));
        }

        return [.. found.OrderBy(l => l.Distance).ThenBy(l => l.Edits).ThenBy(l => l.Name.Text, StringComparer.Ordinal)];
    }

    private static int MostEditsFor(string a, string b) => Math.Min(a.Length, b.Length) switch
    {
        // In a short name two letters are most of it.
        < 8 => 1,
        >= LongName when a[^SameEnding..] == b[^SameEnding..] => MostEditsOfLongNames,
        _ => MostEdits,
    };

    private static bool SharesIngredient(MedicineName a, MedicineName b) => a.Substances.Any(id => b.Substances.Contains(id));
}

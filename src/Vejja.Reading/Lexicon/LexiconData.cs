using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>The names and substances of the data files.</summary>
internal static class LexiconData
{
    private const string Folder = "Vejja.Reading.Lexicon.Data.";

    /// <summary>Every substance by id.</summary>
    public static Dictionary<string, Substance> Substances()
    {
        var all = new Dictionary<string, Substance>(2048, StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read(Folder + "substances.tsv", "id", "inn_fr", "atc", "synonyms", "dosing"))
            all.Add(row[0], new Substance(row[0], row[1], EmbeddedTable.List(row[2]), EmbeddedTable.List(row[3]), Interval(row[4])));
        return all;
    }

    /// <summary>ATC codes of fixed combinations by the ids in alphabetical order, joined by <c>+</c>.</summary>
    public static Dictionary<string, ImmutableArray<string>> Combinations()
    {
        var all = new Dictionary<string, ImmutableArray<string>>(512, StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read(Folder + "combinations.tsv", "substances", "atc"))
            all.Add(string.Join('+', row[0].Split('+').Order(StringComparer.Ordinal)), EmbeddedTable.List(row[1]));
        return all;
    }

    /// <summary>Every name: INN in both languages, synonyms, brands.</summary>
    public static NameEntry[] Names(Dictionary<string, Substance> substances)
    {
        var all = new List<NameEntry>(10_000);
        foreach (var substance in substances.Values)
        {
            all.Add(new NameEntry(substance.Id, MedicineNameKind.Inn, substance.Id, ""));
            if (substance.FrenchName != substance.Id)
                all.Add(new NameEntry(substance.FrenchName, MedicineNameKind.Inn, substance.Id, ""));
            foreach (var synonym in substance.Synonyms)
                all.Add(new NameEntry(synonym, MedicineNameKind.Synonym, substance.Id, ""));
        }

        foreach (var row in EmbeddedTable.Read(Folder + "brands.tsv", "name", "substances", "region"))
            all.Add(new NameEntry(row[0], MedicineNameKind.Brand, row[1], row[2]));
        return [.. all];
    }

    private static UsualInterval Interval(string field) => field switch
    {
        "" => UsualInterval.Unstated,
        "weekly" => UsualInterval.Weekly,
        "monthly" => UsualInterval.Monthly,
        _ => throw new InvalidDataException($"substances.tsv: unknown interval \"{field}\"."),
    };
}

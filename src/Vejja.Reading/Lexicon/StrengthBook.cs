using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>In which strengths medicines are made, from the data file. It says what exists, never what is right to take.</summary>
public sealed class StrengthBook
{
    private static readonly Lazy<StrengthBook> Loaded = new(static () => new StrengthBook());
    private static readonly ImmutableArray<decimal> PowersOfTen = [10, 100, 1000];
    private readonly Dictionary<string, List<Entry>> byContent = new(2048, StringComparer.Ordinal);

    private StrengthBook()
    {
        foreach (var row in EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.strengths.tsv", "substances", "form", "strengths", "complete"))
        {
            var content = string.Join('+', row[0].Split('+').Order(StringComparer.Ordinal));
            if (!byContent.TryGetValue(content, out var entries))
                byContent.Add(content, entries = []);
            entries.Add(new Entry(row[1], row[2], row[3] == "y"));
        }
    }

    /// <summary>The book of the embedded data file, read on first use.</summary>
    public static StrengthBook Default => Loaded.Value;

    /// <summary>Strengths of a medicine in the contract's notation.</summary>
    /// <param name="name">The medicine.</param>
    /// <param name="form">Canonical form code; null for all forms. Forms of one family count together.</param>
    public ImmutableArray<string> StrengthsOf(MedicineName name, string? form)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. Entries(name, form).SelectMany(e => EmbeddedTable.List(e.Strengths)).Distinct()];
    }

    /// <summary>Whether a printed strength is made.</summary>
    /// <param name="name">The medicine.</param>
    /// <param name="form">Canonical form code; null where the sheet names none.</param>
    /// <param name="strength">The strength in the contract's notation.</param>
    public StrengthVerdict Judge(MedicineName name, string? form, string strength)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(strength);
        var printed = StrengthAmount.Parse(strength);
        var entries = Entries(name, form);
        if (printed.IsEmpty || entries.Count == 0)
            return new StrengthVerdict(StrengthStanding.Unknown, []);

        var made = entries.SelectMany(e => EmbeddedTable.List(e.Strengths)).Distinct().ToList();
        if (made.Any(m => StrengthComparison.Same(printed, StrengthAmount.Parse(m), 1)))
            return new StrengthVerdict(StrengthStanding.Made, [.. made]);
        var tenfold = made.Where(m => IsPowerOfTenAway(printed, StrengthAmount.Parse(m))).ToImmutableArray();
        if (!tenfold.IsEmpty)
            return new StrengthVerdict(StrengthStanding.Tenfold, tenfold);
        return new StrengthVerdict(entries.TrueForAll(e => e.Complete) ? StrengthStanding.NotMade : StrengthStanding.Unknown, [.. made]);
    }

    private static bool IsPowerOfTenAway(ImmutableArray<StrengthAmount> printed, ImmutableArray<StrengthAmount> made) =>
        PowersOfTen.Any(p => StrengthComparison.Same(printed, made, p) || StrengthComparison.Same(printed, made, 1 / p));

    private List<Entry> Entries(MedicineName name, string? form)
    {
        if (!byContent.TryGetValue(name.Content, out var all))
            return [];
        if (form is null || FormVocabulary.FamilyOf(form) is not { } family)
            return all;
        return all.FindAll(e => FormVocabulary.FamilyOf(e.Form) == family);
    }

    private sealed record Entry(string Form, string Strengths, bool Complete);
}

using System.Collections.Immutable;
using System.Globalization;

namespace Vejja.Bench.Content;

/// <summary>The products that sheets are drawn from, and which of them only the test split may use.</summary>
internal static class Formulary
{
    /// <summary>Trade names of the product's own lexicon by substances, those seen in Cambodia and France and everywhere.</summary>
    private static readonly ILookup<string, string> TradeNames = Tsv.Rows("brands.tsv").Skip(1)
        .Where(row => row[2] is "kh" or "fr" or "int").ToLookup(row => row[1], row => row[0], StringComparer.Ordinal);

    /// <summary>Every product.</summary>
    public static ImmutableArray<Drug> All { get; } = [.. Tsv.Rows("regimens.tsv").Select(Read)];

    /// <summary>The diagnoses by id: English, French, Khmer.</summary>
    public static ImmutableDictionary<string, (string En, string Fr, string Km)> Diagnoses { get; } =
        Tsv.Rows("diagnoses.tsv").ToImmutableDictionary(row => row[0], row => (row[1], row[2], row[3]));

    /// <summary>The products of a split: a third of the ingredients is kept for the test alone.</summary>
    public static ImmutableArray<Drug> Of(Split split) =>
        split == Split.Test ? All : [.. All.Where(drug => !IsHeldOut(drug))];

    /// <summary>Whether this ingredient is drawn only in the test split. Decided by the name alone, so that new rows move no old ones.</summary>
    public static bool IsHeldOut(Drug drug)
    {
        var hash = 2166136261u;
        foreach (var sign in drug.English)
            hash = unchecked((hash ^ sign) * 16777619u);
        return hash % 3 == 0;
    }

    private static Drug Read(string[] row) => new(
        row[0], row[1], [.. row[2].Split(',').Concat(TradeNames[row[0].Replace(" + ", "+", StringComparison.Ordinal)]).Distinct(StringComparer.OrdinalIgnoreCase)], row[3], row[4] == "-" ? [] : [.. row[4].Split('|')], row[5],
        [.. row[6].Split('|').Select(amount => amount == "½" ? 0.5m : decimal.Parse(amount, CultureInfo.InvariantCulture))],
        [.. row[7].Split('|')], [.. row[8].Split('|').Select(days => int.Parse(days, CultureInfo.InvariantCulture))],
        row[9], [.. row[10].Split('|')], row[11]);
}

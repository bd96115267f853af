using System.Globalization;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>What only the whole sheet shows: one ingredient twice, two look-alikes together, a dose unlike all others.</summary>
internal static class SheetCheck
{
    private const int Neighbours = 2;

    /// <summary>Flags of one medication beside the others.</summary>
    /// <param name="named">The medication.</param>
    /// <param name="sheet">All medications of the sheet, this one among them.</param>
    public static IEnumerable<Flag> Check(NamedMedication named, IReadOnlyList<NamedMedication> sheet)
    {
        foreach (var other in sheet)
        {
            if (ReferenceEquals(other, named) || named.Name is null || other.Name is null)
                continue;
            foreach (var id in named.Name.Substances.Intersect(other.Name.Substances))
                yield return Raise.Flag(FlagCodes.DuplicateIngredient, "name", id);
            if (LookAlikeSearch.Of(MedicineLexicon.Default, named.Name).Any(l => l.Name.Content == other.Name.Content))
                yield return Raise.Flag(FlagCodes.LookAlikeName, "name", named.Medication.Name!.Value, other.Medication.Name!.Value);
        }

        if (Outlier(named.Medication, sheet) is { } dose)
            yield return Raise.Flag(FlagCodes.OutlierInColumn, "dose", dose.ToString("0.####", CultureInfo.InvariantCulture));
    }

    private static decimal? Outlier(Medication medication, IReadOnlyList<NamedMedication> sheet)
    {
        var all = sheet.SelectMany(n => Solids(n.Medication)).ToList();
        var own = Solids(medication).Where(v => v >= 10 && v == decimal.Truncate(v)).ToList();
        return own.Count > 0 && all.Count(v => v < 10) >= Neighbours && all.Count(v => v >= 10) <= own.Count ? own.Max() : null;
    }

    private static IEnumerable<decimal> Solids(Medication medication) => medication.DosageInstruction
        .Select(d => d.Dose).Where(d => d is not null && d.Low.Unit is "" or "tablet" or "capsule" or "sachet").Select(d => (d!.High ?? d.Low).Value);
}

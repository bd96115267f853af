using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>Medicines that are usually taken weekly or monthly, read as taken more often.</summary>
internal static class IntervalCheck
{
    // Twice in seven days still counts as weekly dosing (cabergoline, split methotrexate).
    private const decimal TwiceAWeek = 2 / 7m;
    private const decimal TwiceAMonth = 2 / 28m;

    /// <summary>Flags of one medication.</summary>
    public static IEnumerable<Flag> Check(NamedMedication named)
    {
        if (named.Name is not { } name || MedicineLexicon.Default.IntervalOf(name) is not (var interval and not UsualInterval.Unstated))
            yield break;
        var most = interval == UsualInterval.Weekly ? TwiceAWeek : TwiceAMonth;
        if (named.Medication.DosageInstruction.Any(d => MoreOftenThan(d, most)))
            yield return Raise.Flag(FlagCodes.WeeklyDrugDaily, "frequency", name.Text);
    }

    private static bool MoreOftenThan(Dosage dosage, decimal most) =>
        dosage.Repeat is { } repeat && DailyDose.TimesADay(repeat) is { } times && times > most + 0.001m;
}

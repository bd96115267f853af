using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>Doses that may have lost a point: ten or more solid units at one time, or a number that begins with a zero.</summary>
internal static class DoseSizeCheck
{
    // Ten solid units at one time is what one unit becomes when a point or a stroke is lost; it is a bound of writing, not of medicine.
    private const decimal ManySolids = 10;

    /// <summary>Flags of printed instructions: "05 cp", "025 mg".</summary>
    public static IEnumerable<Flag> Check(IReadOnlyList<InkWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var number = words[i];
            var zeroFirst = number.Kind == InkWordKind.Number && number.Text.Length > 1 && number.Text[0] is '0' or '\u17E0' && InkWords.IsDigit(number.Text[1]);
            var partOfDate = i > 0 && words[i - 1].Text is "/" or "-" or ":";
            if (zeroFirst && !partOfDate && UnitWords.IsDose(words[i + 1]))
                yield return Raise.Flag(FlagCodes.DoseTenfold, "dose", number.Text + " " + words[i + 1].Text);
        }
    }

    /// <summary>Flags of what the grammar understood.</summary>
    public static IEnumerable<Flag> Check(Dosage dosage)
    {
        if ((dosage.Dose?.High ?? dosage.Dose?.Low) is { Value: >= ManySolids, Unit: "tablet" or "capsule" or "sachet" or "suppository" or "pessary" } dose)
            yield return Raise.Flag(FlagCodes.DoseTenfold, "dose", dose.Value.ToString("0.####", CultureInfo.InvariantCulture) + " " + dose.Unit);
    }
}

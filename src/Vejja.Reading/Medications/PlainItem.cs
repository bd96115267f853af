using System.Text.RegularExpressions;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Dosing;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Medications;

/// <summary>
/// One medicine written without a table: <c>1) AMOXICILLINE 500 mg gél : 1 gél matin, midi et soir pendant 7 jours</c>, <c>Tab. Amlodipine 5mg  1 OD x 30/7</c>, or a
/// name line with its instruction on the line below.
/// </summary>
internal static partial class PlainItem
{
    private static readonly char[] Separators = [':', ',', ';', '-', '–', '.', '=', '|', '→', '>'];

    /// <summary>Where only the doses say that a medicine stands there, a name that is read with less than this is none.</summary>
    private const double Legible = 0.45;

    /// <summary>Shorter names of the lexicon are words of everyday too.</summary>
    private const int ShortestKnownName = 6;

    /// <summary>Reads an item; null where it has too little of a medicine.</summary>
    /// <param name="text">The item's lines.</param>
    /// <param name="isNumbered">Whether it stands in a numbered list.</param>
    /// <param name="isOrphan">Whether only its doses say that it is a medicine.</param>
    public static Medication? Read(InkText text, bool isNumbered, bool isOrphan = false)
    {
        var firstLine = NameEnd(text.Text);
        var strength = StrengthReading.Find(text.Text[..firstLine]) is { } found && HasName(text.Text[..found.Start]) ? found : (StrengthMatch?)null;
        var headEnd = strength is { } match ? match.Start + match.Length : KnownHead(text.Text[..firstLine]) ?? HeadWithoutStrength().Match(text.Text).Length;
        var name = NameChoice.Choose([NameReading.Read(text.Slice(0, headEnd))]);
        var rest = text.Slice(headEnd);
        if (name.Strength is { } half && StrengthReading.HasHalfBehind(rest.Text))
            name = name with { Strength = half with { Confidence = Math.Min(NameReading.OneOfTwo, half.Confidence) } };
        var form = name.Form ?? FormWords.TakeHead(ref rest);
        // Dots at the end may be the place of a dose that is not given.
        rest = rest.TrimStart(Separators);
        var printed = isOrphan && name.Name is { Confidence: < Legible } ? null : name.Name;
        if (printed is null && !isOrphan)
            return null;
        var quantity = LoneQuantity.Take(ref rest);
        var medication = new Medication { Id = "", Name = printed, Flags = printed is null ? [Doubts.Illegible("name")] : [], Strength = name.Strength, Form = form, Quantity = quantity?.Value };
        if (name.BrokenStrength)
            medication = medication with { Flags = medication.Flags.With(Doubts.Illegible("strength")) };
        var isKnown = printed is not null && MedicineLexicon.Default.Resolve(printed.Value).Kind is NameMatchKind.Exact;
        return WithInstruction(medication, rest, strength is not null || isKnown || isOrphan, isNumbered);
    }

    /// <summary>Whether the text may begin a medicine: a name before a strength, or a form before a name.</summary>
    public static bool Begins(string line) =>
        (StrengthReading.Find(line) is { } strength && HasName(line[..strength.Start]) && !Sentence().IsMatch(line[..strength.Start])) || FormFirst().IsMatch(line) || KnownHead(line) is not null;

    private static Medication? WithInstruction(Medication medication, InkText rest, bool isSurelyMedicine, bool isNumbered)
    {
        if (rest.IsBlank)
            return isSurelyMedicine || medication.Form is not null ? medication with { Flags = medication.Flags.With(Doubts.Illegible("dose")) } : null;
        if (LabelledSlots.Read(rest) is { } slots)
            return SlotMedication.With(medication, slots, rest);
        rest = rest.Trim(Separators);
        var sig = SigReader.Read(rest.Text.Replace('\n', ' ').Trim());
        var understood = sig.DosageInstruction.Any(dosage => dosage.Repeat is not null || dosage.Dose is not null);
        if (!isSurelyMedicine && !(understood && (isNumbered || medication.Form is not null)))
            return null;
        return SigMedication.With(medication, sig, rest);
    }

    /// <summary>Where the line of the name ends: a detector may part the strength from it.</summary>
    private static int NameEnd(string text)
    {
        var lines = text.Split('\n', 3);
        return lines.Length > 1 && StrengthReading.Find(lines[1].Trim()) is { Start: 0 } strength && strength.Length == lines[1].Trim().Length
            ? lines[0].Length + 1 + lines[1].Length
            : lines[0].Length;
    }

    /// <summary>Where the medicine's name ends that a line begins with, if the lexicon knows it to the letter.</summary>
    private static int? KnownHead(string line) =>
        MedicineLexicon.Default.Locate(line) is { Match.Kind: NameMatchKind.Exact, Length: >= ShortestKnownName } span && line[..span.Start].Count(char.IsLetter) <= 5
            ? span.Start + span.Length
            : null;

    private static bool HasName(string head) => head.Count(char.IsLetter) >= 3;

    [GeneratedRegex(@"^\s*(?:\d{1,2}\s*[.)\-/]\s*|[•\-–*]\s*)?[^\d:\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex HeadWithoutStrength();

    [GeneratedRegex(@"^\s*(?:\d{1,2}\s*[.)\-/]\s*|[•\-–*]\s*)?(?:tab|tabs|cap|caps|syr|syrup|inj|susp|cr|oint|tablet|capsule|cp|gél)\b\.?\s+\p{L}{3,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FormFirst();

    [GeneratedRegex(@"\b(?:dépasser|maximum|max|toutes|take|prendre|poids|weight)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();
}

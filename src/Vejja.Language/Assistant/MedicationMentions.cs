using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;
using Vejja.Language.Guards;
using Vejja.Reading.Lexicon;
using Vejja.Reading.Terms;

namespace Vejja.Language.Assistant;

/// <summary>Which medicines of the prescription a message names: by name (slips of typing forgiven), place or form.</summary>
internal static class MedicationMentions
{
    private const int ShortestWord = 4;
    private const int LongWord = 8;

    /// <summary>The medicines that fit; several where the message names several or leaves it open.</summary>
    public static ImmutableArray<Medication> Find(string message, Prescription prescription) =>
        ByName(message, prescription) is { IsEmpty: false } named ? named : ByPlaceOrForm(message, prescription);

    /// <summary>The medicines that the message names; two of one name where no strength tells them apart.</summary>
    public static ImmutableArray<Medication> ByName(string message, Prescription prescription)
    {
        var key = MessageKey.Of(message, keepDigits: true);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var spoken = PointingWords.Find("name", key);
        return ByStrength([.. prescription.Medications.Where(medication => IsNamed(medication, words, spoken))], words);
    }

    /// <summary>Whether the medicines that were found are alternatives, and not all meant.</summary>
    public static bool IsOpen(string message, ImmutableArray<Medication> found, Prescription prescription) =>
        found.Length > 1 && (ByName(message, prescription).IsEmpty || found.Select(medication => MessageKey.Of(medication.Name!.Value)).Distinct().Count() < found.Length);

    private static ImmutableArray<Medication> ByPlaceOrForm(string message, Prescription prescription)
    {
        var key = MessageKey.Of(message, keepDigits: true);
        var places = PointingWords.Find("place", key);
        if (places is [var place])
            return Place(prescription, int.Parse(place, CultureInfo.InvariantCulture));
        var forms = PointingWords.Find("form", key);
        return forms.IsEmpty ? [] : [.. prescription.Medications.Where(medication => forms.Any(form => HasForm(medication, form)))];
    }

    /// <summary>The medicine of a short reply to a question back: a number, a place or a name.</summary>
    public static ImmutableArray<Medication> Choose(string reply, ImmutableArray<Medication> choices, Prescription prescription)
    {
        var digits = MessageKey.Of(reply, keepDigits: true).Trim();
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= choices.Length ? [choices[number - 1]] : [];
        if (PointingWords.Find("place", $" {digits} ") is [var place])
            return Place(prescription with { Medications = choices }, int.Parse(place, CultureInfo.InvariantCulture));
        var found = Find(reply, prescription with { Medications = choices });
        return !found.IsEmpty ? found : PointingWords.Find("all", $" {digits} ").IsEmpty ? [] : choices;
    }

    /// <summary>A medicine that the lexicon knows and the message names, though the prescription does not; null for none.</summary>
    public static string? Stranger(string message, Prescription prescription)
    {
        foreach (var word in message.Split((char[]?)[' ', ',', '.', '?', '!', '\'', '’', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > ShortestWord && word.All(char.IsLetter) && MedicineLexicon.Default.FindExact(word).Count > 0 && Find(word, prescription).IsEmpty)
                return word;
        }

        return null;
    }

    private static ImmutableArray<Medication> Place(Prescription prescription, int place)
    {
        var at = place == 0 ? prescription.Medications.Length : place;
        return at >= 1 && at <= prescription.Medications.Length ? [prescription.Medications[at - 1]] : [];
    }

    private static bool IsNamed(Medication medication, string[] words, ImmutableArray<string> spoken)
    {
        if (medication.Name is not { } name)
            return false;
        var parts = MessageKey.Of(name.Value).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestWord).ToArray();
        return parts.Any(part => words.Any(word => IsSame(word, part)) || spoken.Any(value => IsSame(value, part)));
    }

    /// <summary>Equal, the beginning of it, the French or English ending, or with a slip or two in a long word.</summary>
    private static bool IsSame(string word, string name)
    {
        if (word.Length < ShortestWord)
            return false;
        if (word == name || (word.Length > ShortestWord && name.StartsWith(word, StringComparison.Ordinal)) || (word.Length == name.Length + 1 && word.StartsWith(name, StringComparison.Ordinal)))
            return true;
        // An elided article sticks to the word: lamoxicilline.
        if (word[0] is 'l' or 'd' && word.AsSpan(1).SequenceEqual(name))
            return true;
        var most = name.Length >= LongWord ? 2 : name.Length > ShortestWord ? 1 : 0;
        // Another medicine's name is no slip: prednisone is not prednisolone.
        return word[0] == name[0] && Math.Abs(word.Length - name.Length) <= most && EditDistance.Between(word, name) <= most && MedicineLexicon.Default.FindExact(word).Count == 0;
    }

    private static ImmutableArray<Medication> ByStrength(ImmutableArray<Medication> named, string[] words)
    {
        if (named.Length <= 1)
            return named;
        ImmutableArray<Medication> fitting = [.. named.Where(medication => medication.Strength is { } strength
            && MessageKey.Of(strength.Value, keepDigits: true).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, ..] && words.Contains(number))];
        return fitting.Length == 1 ? fitting : named;
    }

    private static bool HasForm(Medication medication, string form) =>
        medication.Form is { } printed && printed.Value.Contains(form, StringComparison.Ordinal)
        || medication.DosageInstruction.Any(dosage => dosage.Dose?.Low.Unit == form || (form == "drops" && dosage.Dose?.Low.Unit == "drop"));
}

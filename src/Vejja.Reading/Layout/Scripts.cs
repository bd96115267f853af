using System.Collections.Immutable;
using Vejja.Domain.Documents;

namespace Vejja.Reading.Layout;

/// <summary>Writing systems and languages of texts.</summary>
internal static class Scripts
{
    private static readonly ImmutableHashSet<string> French = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase,
        "le", "la", "les", "des", "du", "de", "et", "à", "au", "aux", "jour", "jours", "matin", "midi", "soir", "pendant", "fois", "par", "avant", "après",
        "repas", "comprimé", "comprimés", "cp", "gél", "docteur", "ordonnance", "né", "née", "nom", "âge", "si", "besoin", "douleur", "sexe", "toutes", "heures", "rue", "tél");

    private static readonly ImmutableHashSet<string> English = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase,
        "the", "and", "of", "take", "daily", "day", "days", "times", "after", "before", "with", "food", "meals", "tablet", "tablets", "tab", "cap", "hospital", "clinic",
        "patient", "name", "age", "sex", "date", "doctor", "prescription", "morning", "evening", "night", "noon", "for", "every", "hours", "needed", "refills", "health", "od", "bd", "tds", "prn");

    /// <summary>Which letters the text has.</summary>
    public static Script Of(string text)
    {
        var khmer = text.Any(IsKhmerLetter);
        var latin = text.Any(sign => char.IsLetter(sign) && !IsKhmerLetter(sign));
        return (khmer, latin) switch
        {
            (true, true) => Script.Mixed,
            (true, false) => Script.Khmer,
            (false, true) => Script.Latin,
            _ => Script.None,
        };
    }

    /// <summary>ISO 639-3 codes of the languages of the lines, most text first.</summary>
    public static ImmutableArray<string> Languages(IEnumerable<string> lines)
    {
        int khmer = 0, french = 0, english = 0;
        foreach (var line in lines)
        {
            khmer += line.Count(IsKhmerLetter);
            foreach (var word in line.Split([' ', ',', '.', ':', ';', '(', ')', '/', '\''], StringSplitOptions.RemoveEmptyEntries))
            {
                french += French.Contains(word) || word.Any("éèêàçùôîœ".Contains) ? word.Length + 2 : 0;
                english += English.Contains(word) ? word.Length + 2 : 0;
            }
        }

        return [.. new[] { ("khm", khmer), ("fra", french), ("eng", english) }
            .Where(language => language.Item2 >= 3).OrderByDescending(language => language.Item2).Select(language => language.Item1)];
    }

    /// <summary>Khmer letters, vowels and signs; Khmer digits are no letters.</summary>
    public static bool IsKhmerLetter(char sign) => sign is >= '\u1780' and < '\u17E0';
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Vejja.Reading.Lexicon;

/// <summary>Phrases of an embedded file, looked for without regard to case, accents, spaces within and signs that do not show.</summary>
public sealed class PhraseList
{
    private readonly ImmutableArray<(string Kind, string Phrase)> phrases;

    private PhraseList(ImmutableArray<(string, string)> phrases) => this.phrases = phrases;

    /// <summary>Loads a data file with the columns kind, language, phrase.</summary>
    /// <param name="assembly">The assembly that holds it.</param>
    /// <param name="resource">Resource name, such as <c>Vejja.Reading.Safety.Data.orders.tsv</c>.</param>
    /// <exception cref="InvalidDataException">The file is missing or has other columns.</exception>
    public static PhraseList Load(Assembly assembly, string resource) =>
        new([.. EmbeddedTable.Read(assembly, resource, "kind", "language", "phrase").Select(row => (row[0], Fold(row[2])))]);

    /// <summary>The kind of the first phrase in a text; null for none.</summary>
    public string? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Fold(text);
        foreach (var (kind, phrase) in phrases)
        {
            if (Contains(folded, phrase))
                return kind;
        }

        return null;
    }

    /// <summary>Khmer is written without spaces, so its phrases may stand anywhere; others must stand as whole words.</summary>
    private static bool Contains(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            var isWhole = (at == 0 || !IsLatin(text[at - 1]) || !IsLatin(phrase[0])) && (end == text.Length || !IsLatin(text[end]) || !IsLatin(phrase[^1]));
            if (isWhole)
                return true;
        }

        return false;
    }

    private static bool IsLatin(char sign) => sign is >= 'a' and <= 'z';

    private static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var sign in text)
        {
            var kind = CharUnicodeInfo.GetUnicodeCategory(sign);
            if (kind is UnicodeCategory.Format or UnicodeCategory.Control || sign is >= '\u0300' and <= '\u036F')
                continue;
            if (char.IsWhiteSpace(sign) || sign is '\'' or '’' or '_' or '-')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else
            {
                folded.Append(Plain(char.ToLowerInvariant(sign)));
            }
        }

        return folded.ToString().Trim();
    }

    /// <summary>A French letter without its accent. Written out, since the program runs without the tables of Unicode normalisation.</summary>
    private static char Plain(char sign) => sign switch
    {
        'à' or 'â' or 'ä' or 'á' => 'a',
        'ç' => 'c',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'î' or 'ï' or 'í' => 'i',
        'ô' or 'ö' or 'ó' => 'o',
        'ù' or 'û' or 'ü' or 'ú' => 'u',
        _ => sign,
    };
}

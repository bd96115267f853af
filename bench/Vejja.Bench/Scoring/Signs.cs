using System.Text;
using Vejja.Bench.Truth;
using Vejja.Reading.CleanUp;

namespace Vejja.Bench.Scoring;

/// <summary>What a sign is, for error rates by kind.</summary>
internal enum SignKind
{
    /// <summary>A Khmer letter, vowel or mark.</summary>
    Khmer,

    /// <summary>A Latin letter on a sheet whose labels are French.</summary>
    French,

    /// <summary>A Latin letter on any other sheet: English words, names of medicines on Khmer sheets.</summary>
    English,

    /// <summary>A digit, Khmer or Arabic.</summary>
    Digit,

    /// <summary>A sign of a unit behind a number: <c>mg</c>, <c>µg</c>, <c>ml</c>, <c>UI</c>, <c>%</c>.</summary>
    Unit,

    /// <summary>Anything else that is no blank.</summary>
    Symbol,
}

/// <summary>Splits texts into code points and Khmer clusters, after the same normalisation on both sides.</summary>
internal static class Signs
{
    private const char Coeng = '\u17d2';
    private static readonly HashSet<string> Units = new(["mg", "g", "kg", "ml", "cl", "l", "µg", "μg", "mcg", "ui", "iu", "%", "mmhg", "°c", "/min"], StringComparer.OrdinalIgnoreCase);

    /// <summary>One form for one look: no zero-width signs, single blanks, coeng da written as coeng ta, e + i as œ, e + a as o.</summary>
    public static string Normal(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in KhmerNormaliser.Normalise(text))
        {
            if (sign is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff')
                continue;
            if (char.IsWhiteSpace(sign))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
            }
            else
                plain.Append(sign == 'ដ' && plain.Length > 0 && plain[^1] == Coeng ? 'ត' : sign);
        }

        return plain.ToString().Replace("េី", "ើ", StringComparison.Ordinal).Replace("េា", "ោ", StringComparison.Ordinal).Trim();
    }

    /// <summary>Code points without blanks.</summary>
    public static string[] Points(string text) => [.. Normal(text).EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString())];

    /// <summary>Khmer clusters (a base with all that hangs on it); other code points stand alone. Marks inside a cluster are put in one order.</summary>
    public static string[] Clusters(string text)
    {
        var clusters = new List<string>();
        foreach (var point in Points(text))
        {
            var hangs = point[0] is (>= '\u17b6' and <= '\u17d3') or '\u17dd';
            if (clusters.Count > 0 && (hangs || clusters[^1][^1] == Coeng) && Scripts.IsKhmer(clusters[^1][0]))
                clusters[^1] += point;
            else
                clusters.Add(point);
        }

        return [.. clusters.Select(InOrder)];
    }

    /// <summary>The kinds of a text's <see cref="Points"/>, one each.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isFrench">Whether the labels of its sheet are French.</param>
    public static SignKind[] Kinds(string text, bool isFrench)
    {
        var kinds = new List<SignKind>();
        var unit = 0;
        var signs = Normal(text);
        for (var i = 0; i < signs.Length; i++)
        {
            if (unit == 0 && kinds.Count > 0 && kinds[^1] == SignKind.Digit)
                unit = UnitAt(signs.AsSpan(i));
            if (!char.IsWhiteSpace(signs[i]) && !char.IsLowSurrogate(signs[i]))
                kinds.Add(unit > 0 ? SignKind.Unit : KindOf(signs[i].ToString(), isFrench));
            unit = Math.Max(0, unit - 1);
        }

        return [.. kinds];
    }

    /// <summary>The kind of a sign or cluster that stands alone.</summary>
    public static SignKind KindOf(string sign, bool isFrench) =>
        char.IsDigit(sign, 0) ? SignKind.Digit
        : Scripts.IsKhmer(sign[0]) && sign[0] is not ('។' or '៕' or '៖') ? SignKind.Khmer
        : !char.IsLetter(sign, 0) || sign[0] is 'µ' or 'μ' ? SignKind.Symbol
        : isFrench ? SignKind.French : SignKind.English;

    /// <summary>Length of the unit with which a text begins, perhaps after a blank; 0 where none does.</summary>
    private static int UnitAt(ReadOnlySpan<char> text)
    {
        var blank = text is [' ', ..] ? 1 : 0;
        var end = blank;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '%' or '°' || (text[end] == '/' && end == blank)))
            end++;
        return Units.Contains(text[blank..end].ToString()) ? end : 0;
    }

    /// <summary>Base, subscripts, then the other marks by code point: what looks alike compares alike.</summary>
    private static string InOrder(string cluster)
    {
        if (cluster.Length < 3)
            return cluster;
        var feet = new List<string>();
        var marks = new List<char>();
        for (var i = 1; i < cluster.Length; i++)
        {
            if (cluster[i] == Coeng && i + 1 < cluster.Length)
                feet.Add(cluster.Substring(i++, 2));
            else
                marks.Add(cluster[i]);
        }

        return cluster[0] + string.Concat(feet.Order(StringComparer.Ordinal)) + string.Concat(marks.Order());
    }
}

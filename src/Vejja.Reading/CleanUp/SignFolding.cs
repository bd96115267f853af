using System.Text;

namespace Vejja.Reading.CleanUp;

/// <summary>Invisible signs and signs that look the same as another: one sign for each shape. No digit and no letter of a unit is touched.</summary>
internal static class SignFolding
{
    private static readonly Lazy<Dictionary<char, string>> Folds = new(static () => Lexicon.EmbeddedTable
        .Read("Vejja.Reading.CleanUp.Data.folds.tsv", "sign", "becomes", "name")
        .ToDictionary(row => Signs(row[0])[0], row => Signs(row[1])));

    /// <summary>Whether a sign shows nothing: soft hyphen, inherent vowels, zero-width spaces and joiners, direction marks.</summary>
    public static bool IsInvisible(char sign) => sign is '\u00AD' or '\u17B4' or '\u17B5' or '\u2060' or '\uFEFF' or (>= '\u200B' and <= '\u200F');

    /// <summary>What a sign becomes; null where it stays.</summary>
    public static string? Fold(char sign) => Folds.Value.GetValueOrDefault(sign);

    // The table writes signs as U+ numbers, since its own signs could not be told apart by eye.
    private static string Signs(string field)
    {
        var text = new StringBuilder(2);
        foreach (var number in field.Split(' '))
            text.Append((char)ushort.Parse(number.AsSpan(2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}

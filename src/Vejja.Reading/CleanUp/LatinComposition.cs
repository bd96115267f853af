using System.Text;

namespace Vejja.Reading.CleanUp;

/// <summary>
/// Puts a letter and the accent after it together (Unicode NFC for the letters of French and its neighbours). The runtime's own normalisation does nothing without globalization data.
/// </summary>
internal static class LatinComposition
{
    private const string Letters = "AEIOUYaeiouyCcNn";

    // By accent: the composed sign of each of Letters; a space where there is none.
    private static readonly Dictionary<char, string> Composed = new()
    {
        ['\u0300'] = "ÀÈÌÒÙ àèìòù     ",
        ['\u0301'] = "ÁÉÍÓÚÝáéíóúý    ",
        ['\u0302'] = "ÂÊÎÔÛ âêîôû     ",
        ['\u0303'] = "Ã  Õ  ã  õ    Ññ",
        ['\u0308'] = "ÄËÏÖÜ äëïöüÿ    ",
        ['\u0327'] = "            Çç  ",
    };

    /// <summary>The text with accents joined to their letters; other signs stay.</summary>
    public static string Compose(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (result.Length > 0 && Composed.TryGetValue(sign, out var row) && Letters.IndexOf(result[^1], StringComparison.Ordinal) is var at and >= 0 && row[at] != ' ')
                result[^1] = row[at];
            else
                result.Append(sign);
        }

        return result.ToString();
    }
}

using System.Text;

namespace Vejja.Storage.Encryption;

/// <summary>
/// Joins accents that stand after their Latin letter (NFC for the letters of French). The runtime's own normalisation does nothing
/// where globalisation is invariant.
/// </summary>
internal static class ComposedText
{
    private const char FirstAccent = '\u0300';
    private const char LastAccent = '\u036F';

    /// <summary>The text with every letter and accent that have a sign of their own as that sign.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(FirstAccent, LastAccent) < 0)
            return text;
        var composed = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (composed.Length > 0 && sign is >= FirstAccent and <= LastAccent && Join(composed[^1], sign) is { } joined)
                composed[^1] = joined;
            else
                composed.Append(sign);
        }

        return composed.ToString();
    }

    private static char? Join(char letter, char accent)
    {
        // Letter and composed letter, two by two.
        var pairs = accent switch
        {
            '\u0300' => "aàeèiìoòuùAÀEÈIÌOÒUÙ",
            '\u0301' => "aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ",
            '\u0302' => "aâeêiîoôuûAÂEÊIÎOÔUÛ",
            '\u0303' => "aãnñoõAÃNÑOÕ",
            '\u0308' => "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ",
            '\u0327' => "cçCÇ",
            _ => "",
        };
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == letter)
                return pairs[i + 1];
        }

        return null;
    }
}

using System.Text;

namespace Vejja.Reading.CleanUp;

/// <summary>
/// One spelling for what looks the same: invisible signs go, look-alikes are folded, Khmer clusters get one order, white space becomes single spaces.
/// The recogniser's labels obey the same rules, so that what is read can be compared with what is known.
/// </summary>
public static class KhmerNormaliser
{
    /// <summary>The one spelling; never null, at most a few signs longer than the text.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Spaces(Arrange(Fold(text)));
    }

    private static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (SignFolding.IsInvisible(sign))
                continue;
            if (SignFolding.Fold(sign) is { } folded)
                result.Append(folded);
            else
                result.Append(sign);
        }

        return result.ToString();
    }

    private static string Arrange(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int start = 0, i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && KhmerSigns.IsKhmer(text[i]) == KhmerSigns.IsKhmer(text[start]))
                continue;
            var run = text.AsSpan(start, i - start);
            result.Append(KhmerSigns.IsKhmer(run[0]) ? KhmerOrder.Arrange(run) : LatinComposition.Compose(run));
            start = i;
        }

        return result.ToString();
    }

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

namespace Vejja.Reading.CleanUp;

/// <summary>Repairs sign by sign and cluster by cluster: what is printed stays the same to the eye.</summary>
internal static class SignRepairs
{
    /// <summary>Rule <c>invisible</c>: zero-width spaces and other signs that show nothing are removed.</summary>
    public static IEnumerable<TextRepair> Invisible(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (SignFolding.IsInvisible(text[i]))
                yield return new TextRepair(i, text[i..(i + 1)], "", "invisible");
        }
    }

    /// <summary>Rule <c>look-alike-sign</c>: one sign for one shape (typographic quotes, Greek mu, deprecated vowels).</summary>
    public static IEnumerable<TextRepair> LookAlikes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (SignFolding.Fold(text[i]) is { } folded)
                yield return new TextRepair(i, text[i..(i + 1)], folded, "look-alike-sign");
        }
    }

    /// <summary>Rule <c>accent-joined</c>: an accent that stands after its letter is put on it.</summary>
    public static IEnumerable<TextRepair> Accents(string text) =>
        Runs(text, khmer: false).Select(run => (run.Start, Raw: run.Text, Fixed: LatinComposition.Compose(run.Text)))
            .Where(run => run.Raw != run.Fixed).Select(run => new TextRepair(run.Start, run.Raw, run.Fixed, "accent-joined"));

    /// <summary>Rule <c>khmer-order</c>: the marks of each cluster in their one order.</summary>
    public static IEnumerable<TextRepair> KhmerClusters(string text) =>
        Runs(text, khmer: true).Select(run => (run.Start, Raw: run.Text, Fixed: KhmerOrder.Arrange(run.Text)))
            .Where(run => run.Raw != run.Fixed).Select(run => new TextRepair(run.Start, run.Raw, run.Fixed, "khmer-order"));

    /// <summary>Rule <c>white-space</c>: runs become one space, none at the ends.</summary>
    public static IEnumerable<TextRepair> Spaces(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                continue;
            var start = i;
            while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
                i++;
            var wanted = start == 0 || i == text.Length - 1 ? "" : " ";
            if (text[start..(i + 1)] != wanted)
                yield return new TextRepair(start, text[start..(i + 1)], wanted, "white-space");
        }
    }

    // Parted at spaces too, so that a change is recorded as the word it is in.
    private static IEnumerable<(int Start, string Text)> Runs(string text, bool khmer)
    {
        for (int start = 0, i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && Kind(text[i]) == Kind(text[start]))
                continue;
            if (i > start && Kind(text[start]) == (khmer ? 1 : 0))
                yield return (start, text[start..i]);
            start = i;
        }
    }

    private static int Kind(char sign) => KhmerSigns.IsKhmer(sign) ? 1 : char.IsWhiteSpace(sign) ? 2 : 0;
}

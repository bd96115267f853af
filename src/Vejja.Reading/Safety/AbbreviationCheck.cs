using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>Abbreviations that are known to be misread (the "do not use" and error-prone lists of hospitals agree on these).</summary>
internal static class AbbreviationCheck
{
    /// <summary>Flags of one printed text.</summary>
    /// <param name="words">Its pieces.</param>
    /// <param name="field">The field that the text belongs to.</param>
    public static IEnumerable<Flag> Check(IReadOnlyList<InkWord> words, string field)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Is("qd"))
                yield return Raise.Flag(FlagCodes.AbbreviationQd, "frequency", words[i].Text);
            if (words[i].Is("qod"))
                yield return Raise.Flag(FlagCodes.AbbreviationQod, "frequency", words[i].Text);
            if (i > 0 && words[i - 1].Kind == InkWordKind.Number && UnitCode(words[i]) is { } code)
                yield return Raise.Flag(code, field, words[i - 1].Text + " " + words[i].Text);
        }
    }

    /// <summary>MS, MSO4 and MgSO4 as the name of a medicine.</summary>
    public static IEnumerable<Flag> CheckName(IReadOnlyList<InkWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var formula = i + 1 < words.Count && words[i + 1] is { Kind: InkWordKind.Number, Text: "4", Glued: true } && (words[i].Is("MSO") || words[i].Is("MgSO"));
            // MS stands alone or before a number; MS Contin is a trade name.
            var letters = words[i].Text == "MS" && (i + 1 == words.Count || words[i + 1].Kind != InkWordKind.Letters);
            if (formula || letters)
                yield return Raise.Flag(FlagCodes.AbbreviationDrugName, "name", formula ? words[i].Text + "4" : words[i].Text);
        }
    }

    private static string? UnitCode(InkWord word) => word.Kind != InkWordKind.Letters ? null : word.Text.ToUpperInvariant() switch
    {
        "U" => FlagCodes.AbbreviationU,
        "IU" or "UI" => FlagCodes.AbbreviationIu,
        "CC" => FlagCodes.AbbreviationCc,
        "\u00B5G" or "\u039CG" => FlagCodes.AbbreviationMicrogram,
        _ => null,
    };
}

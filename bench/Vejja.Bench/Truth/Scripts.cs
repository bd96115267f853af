using System.Collections.Immutable;
using Vejja.Bench.Wording;
using Vejja.Domain.Documents;

namespace Vejja.Bench.Truth;

/// <summary>Which scripts and languages a text is written in.</summary>
internal static class Scripts
{
    /// <summary>Whether a sign is of the Khmer blocks.</summary>
    public static bool IsKhmer(char sign) => sign is (>= '\u1780' and <= '\u17ff') or (>= '\u19e0' and <= '\u19ff');

    /// <summary>The script of a text; digits alone are none.</summary>
    public static Script Of(string text)
    {
        var khmer = text.Any(sign => IsKhmer(sign) && char.IsLetter(sign));
        var latin = text.Any(sign => !IsKhmer(sign) && char.IsLetter(sign));
        return (khmer, latin) switch { (true, true) => Script.Mixed, (true, false) => Script.Khmer, (false, true) => Script.Latin, _ => Script.None };
    }

    /// <summary>The languages of a sheet, that of its labels first.</summary>
    public static ImmutableArray<string> Languages(Tongue main, IEnumerable<Block> blocks)
    {
        var first = main switch { Tongue.Khmer => "khm", Tongue.French => "fra", _ => "eng" };
        var others = blocks.Any(block => block.Script is Script.Khmer or Script.Mixed) ? new[] { "khm", "eng" } : ["eng"];
        return [.. others.Prepend(first).Distinct()];
    }
}

namespace Vejja.Bench.Templates;

/// <summary>How sheets write a strength.</summary>
internal static class Strengths
{
    /// <summary>A printed spelling of a strength in the contract's notation.</summary>
    /// <param name="strength">Such as <c>500 mg + 125 mg</c>.</param>
    /// <param name="dice">Chooses spaces, signs and case.</param>
    public static string Print(string strength, Dice dice)
    {
        var space = dice.Chance(0.55) ? "" : " ";
        var micro = dice.Any("µg", "mcg");
        var plus = dice.Any("/", " + ", "/");
        var text = strength.Replace("ug/{dose}", micro + "/dose", StringComparison.Ordinal).Replace(" ug", " " + micro, StringComparison.Ordinal)
            .Replace("[iU]", "UI", StringComparison.Ordinal).Replace("5 mL", "5ml", StringComparison.Ordinal).Replace(" + ", plus, StringComparison.Ordinal);
        if (dice.Chance(0.2))
            text = text.Replace('.', ',');
        return text.Replace(" mg", space + "mg", StringComparison.Ordinal).Replace(" g", space + "g", StringComparison.Ordinal)
            .Replace(" %", space + "%", StringComparison.Ordinal).Replace(" µg", space + "µg", StringComparison.Ordinal).Replace(" mcg", space + "mcg", StringComparison.Ordinal);
    }
}

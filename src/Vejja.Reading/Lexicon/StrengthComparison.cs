using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>When a printed strength and a made one are the same, however they are written.</summary>
internal static class StrengthComparison
{
    // Nominal strengths are rounded on the pack (62.233 mg is sold as 62 mg).
    private const decimal Rounding = 0.015m;

    /// <summary>Whether the printed strength is the made one times a factor.</summary>
    public static bool Same(ImmutableArray<StrengthAmount> printed, ImmutableArray<StrengthAmount> made, decimal factor)
    {
        if (made.IsEmpty)
            return false;
        if (printed.Length == made.Length)
            return printed.Zip(made).All(pair => SameAmount(pair.First, pair.Second, factor)) || (printed.Length == 2 && SameAmount(printed[0], made[1], factor) && SameAmount(printed[1], made[0], factor));
        // A combination is often named by its sum (co-amoxiclav 625 mg, co-trimoxazole 480 mg) or by its leading amount.
        return printed.Length == 1 && (SameAmount(printed[0], made[0], factor) || (Sum(made) is { } sum && SameAmount(printed[0], sum, factor)));
    }

    private static StrengthAmount? Sum(ImmutableArray<StrengthAmount> made) =>
        made.All(m => m.Kind == made[0].Kind && m.Per == made[0].Per && m.PerKind == made[0].PerKind)
            ? made[0] with { Value = made.Sum(m => m.Value) }
            : null;

    private static bool SameAmount(StrengthAmount printed, StrengthAmount made, decimal factor)
    {
        if (printed.Kind != made.Kind)
            return AsPercent(printed) is { } a && AsPercent(made) is { } b && Close(a, b * factor);
        if (printed.PerKind == made.PerKind)
            return Close(printed.Ratio, made.Ratio * factor);
        // An ampoule, a spoonful or a puff is often printed by its content alone: 20 mg for 20 mg/2 mL.
        return (printed.Per is null || made.Per is null) && Close(printed.Value, made.Value * factor);
    }

    // 1 % is 10 mg in 1 mL or in 1 g.
    private static decimal? AsPercent(StrengthAmount amount) => amount switch
    {
        { Kind: "%" } => amount.Value,
        { Kind: "mass", PerKind: "mL" or "g" } => amount.Ratio / 10_000,
        _ => null,
    };

    private static bool Close(decimal a, decimal b) => Math.Abs(a - b) <= Rounding * Math.Max(Math.Abs(a), Math.Abs(b));
}

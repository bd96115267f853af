using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>A piece of a rule in its own frame: A along it, C across it, in pixels.</summary>
internal readonly record struct RulePiece(double A1, double C1, double A2, double C2, double Thickness)
{
    public double Length => A2 - A1;

    public double Slope => Length <= 0 ? 0 : (C2 - C1) / Length;

    /// <summary>The position across at a position along, on the piece or beyond its ends.</summary>
    public double At(double a) => C1 + (Slope * (a - A1));

    public static RulePiece From(RulingLine rule)
    {
        var (a1, c1, a2, c2) = rule.IsHorizontal
            ? (rule.From.X, rule.From.Y, rule.To.X, rule.To.Y)
            : (rule.From.Y, rule.From.X, rule.To.Y, rule.To.X);
        return a1 <= a2 ? new(a1, c1, a2, c2, rule.Thickness) : new(a2, c2, a1, c1, rule.Thickness);
    }
}

using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Tables;

/// <summary>The crossings of a table's rules.</summary>
internal sealed class Lattice
{
    private readonly PagePoint[][] corners;

    public Lattice(ImmutableArray<RuleChain> horizontal, ImmutableArray<RuleChain> vertical)
    {
        (Horizontal, Vertical) = (horizontal, vertical);
        corners = [.. horizontal.Select(row => vertical.Select(column => Crossing(row, column)).ToArray())];
    }

    public ImmutableArray<RuleChain> Horizontal { get; }

    public ImmutableArray<RuleChain> Vertical { get; }

    public Box Outline => Box.Around(corners.SelectMany(row => row));

    public PagePoint Corner(int row, int column) => corners[row][column];

    /// <summary>The four corners of a block of positions, moved inwards by half the rules' thickness.</summary>
    public Polygon Inside(int row, int column, int rowSpan, int columnSpan)
    {
        var (top, bottom) = (Margin(Horizontal[row]), Margin(Horizontal[row + rowSpan]));
        var (left, right) = (Margin(Vertical[column]), Margin(Vertical[column + columnSpan]));
        PagePoint Move(PagePoint point, double x, double y) => new(point.X + x, point.Y + y);
        return new([
            Move(corners[row][column], left, top), Move(corners[row][column + columnSpan], -right, top),
            Move(corners[row + rowSpan][column + columnSpan], -right, -bottom), Move(corners[row + rowSpan][column], left, -bottom)]);
    }

    private static double Margin(RuleChain chain) => (chain.Thickness / 2) + 0.5;

    /// <summary>Two almost straight, almost perpendicular curves: a few steps of fixed-point iteration meet their crossing.</summary>
    private static PagePoint Crossing(RuleChain horizontal, RuleChain vertical)
    {
        var x = vertical.At(horizontal.At((horizontal.Start + horizontal.End) / 2));
        for (var step = 0; step < 4; step++)
            x = vertical.At(horizontal.At(x));
        return new(x, horizontal.At(x));
    }
}

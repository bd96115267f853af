using Vejja.Bench.Scoring;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Tests.Scoring;

public sealed class QuadTests
{
    private static readonly PagePoint[] Square = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(5, 0, 1 / 3.0)]
    [InlineData(5, 5, 25 / 175.0)]
    [InlineData(10, 0, 0.0)]
    [InlineData(30, 30, 0.0)]
    public void Overlap_ShiftedSquare_IsIntersectionOverUnion(double dx, double dy, double overlap)
    {
        PagePoint[] moved = [.. Square.Select(point => new PagePoint(point.X + dx, point.Y + dy))];
        Assert.Equal(overlap, Quad.Overlap(Square, moved), 9);
        Assert.Equal(overlap, Quad.Overlap([.. moved.Reverse()], Square), 9);
    }

    [Fact]
    public void Common_SquareAndDiamond_IsTheDiamond()
    {
        PagePoint[] diamond = [new(5, 0), new(10, 5), new(5, 10), new(0, 5)];
        Assert.Equal(50, Quad.Common(Square, diamond), 9);
    }

    [Fact]
    public void Corners_CurledLine_AreItsEnds()
    {
        var line = new Polygon([new(0, 0), new(50, 3), new(100, 0), new(100, 10), new(50, 13), new(0, 10)]);
        Assert.Equal([new(0, 0), new(100, 0), new(100, 10), new(0, 10)], Quad.Corners(line));
    }
}

using Vejja.Domain.Geometry;

namespace Vejja.Domain.Tests.Geometry;

public sealed class BoxTests
{
    [Fact]
    public void IntersectionOverUnion_HalfOverlapping_IsAThird() =>
        Assert.Equal(1.0 / 3, new Box(0, 0, 2, 1).IntersectionOverUnion(new Box(1, 0, 3, 1)), 12);

    [Fact]
    public void IntersectionOverUnion_Apart_IsZero() =>
        Assert.Equal(0, new Box(0, 0, 1, 1).IntersectionOverUnion(new Box(5, 5, 6, 6)));

    [Fact]
    public void IntersectionOverUnion_BothEmpty_IsZero() =>
        Assert.Equal(0, default(Box).IntersectionOverUnion(default));

    [Fact]
    public void Contains_Edges_RightAndBottomAreOutside()
    {
        var box = new Box(0, 0, 10, 10);
        Assert.True(box.Contains(new PagePoint(0, 0)));
        Assert.False(box.Contains(new PagePoint(10, 5)));
        Assert.False(box.Contains(new PagePoint(5, 10)));
    }

    [Fact]
    public void Around_NoPoints_IsEmpty() => Assert.True(Box.Around([]).IsEmpty);

    [Fact]
    public void Around_Points_HoldsThemAll() =>
        Assert.Equal(new Box(-1, 2, 4, 7), Box.Around([new(4, 2), new(-1, 7), new(0, 3)]));

    [Fact]
    public void Intersect_Apart_IsEmptyWithAreaZero()
    {
        var common = new Box(0, 0, 1, 1).Intersect(new Box(2, 2, 3, 3));
        Assert.True(common.IsEmpty);
        Assert.Equal(0, common.Area);
    }
}

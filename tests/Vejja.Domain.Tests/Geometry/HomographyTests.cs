using Vejja.Domain.Geometry;

namespace Vejja.Domain.Tests.Geometry;

public sealed class HomographyTests
{
    private static readonly Homography Shift = new(1, 0, 5, 0, 1, -3, 0, 0, 1);
    private static readonly Homography Quarter = new(0, -1, 0, 1, 0, 0, 0, 0, 1);

    [Fact]
    public void Apply_Identity_ChangesNothing() =>
        Assert.Equal(new PagePoint(7, 9), Homography.Identity.Apply(new PagePoint(7, 9)));

    [Fact]
    public void After_ShiftThenQuarterTurn_AppliesTheShiftFirst() =>
        Assert.Equal(Quarter.Apply(Shift.Apply(new PagePoint(2, 4))), Quarter.After(Shift).Apply(new PagePoint(2, 4)));

    [Fact]
    public void After_OrderSwapped_GivesAnotherPoint() =>
        Assert.NotEqual(Shift.After(Quarter).Apply(new PagePoint(2, 4)), Quarter.After(Shift).Apply(new PagePoint(2, 4)));

    [Fact]
    public void Apply_Perspective_DividesByW() =>
        Assert.Equal(new PagePoint(5, 10), new Homography(1, 0, 0, 0, 1, 0, 0.1, 0, 1).Apply(new PagePoint(10, 20)));
}

using Vejja.Domain.Geometry;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Tests.Confidence;

public sealed class CrowdedInkTests
{
    private const double Height = 20;

    private static Box Ink(double x, double width) => new(x, 10, x + width, 30);

    private static PlacedSign[] Signs(string text, params double[] middles) => [.. text.Select((sign, index) => new PlacedSign(sign.ToString(), index, middles[index] - 1, middles[index] + 1))];

    [Fact]
    public void Find_TwoNoughtsReadAsOne_IsDoubtful() =>
        // 400mg read as 40mg: the two noughts run together.
        Assert.Equal([1], CrowdedInk.Find(Signs("40mg", 16, 36, 59, 77), [Ink(10, 12), Ink(24, 25), Ink(51, 17), Ink(71, 12)], Height));

    [Fact]
    public void Find_TwoNoughtsApartUnderOneSign_IsDoubtful() =>
        Assert.Equal([1], CrowdedInk.Find([new("4", 0, 15, 17), new("0", 1, 26, 46), new("m", 2, 58, 60)], [Ink(10, 12), Ink(24, 12), Ink(38, 12), Ink(51, 17)], Height));

    [Fact]
    public void Find_EverySignOnItsInk_IsNone() =>
        Assert.Empty(CrowdedInk.Find(Signs("400mg", 16, 30, 44, 60, 77), [Ink(10, 12), Ink(24, 12), Ink(38, 12), Ink(52, 17), Ink(71, 12)], Height));

    [Fact]
    public void Find_BoldNought_IsNone() => Assert.Empty(CrowdedInk.Find(Signs("0", 20), [Ink(10, 17)], Height));

    [Fact]
    public void Find_PointBetweenDigitsThatWasNotRead_IsDoubtful() =>
        Assert.Equal([0, 1], CrowdedInk.Find(Signs("75", 16, 36), [Ink(10, 12), new Box(24, 26, 27, 30), Ink(30, 12)], Height));

    [Theory]
    [InlineData(12)]
    [InlineData(20)]
    public void Find_SpeckBetweenDigitsAtAnotherHeight_IsNone(double y) =>
        Assert.Empty(CrowdedInk.Find(Signs("75", 16, 36), [Ink(10, 12), new Box(24, y, 27, y + 3), Ink(30, 12)], Height));
}

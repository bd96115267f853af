using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Layout;

public sealed class TextLeanTests
{
    [Theory]
    [InlineData(-6.5)]
    [InlineData(3)]
    public void Degrees_LinesThatLean_IsTheirAngle(double degrees) =>
        Assert.Equal(degrees, TextLean.Degrees([Line(300, degrees), Line(240, degrees + 0.4), Line(500, degrees), Line(180, degrees - 0.4), Line(12, 40)])!.Value, 0.5);

    [Fact]
    public void Degrees_LevelLines_IsNothing() => Assert.Null(TextLean.Degrees([Line(300, 0.3), Line(240, -0.5), Line(500, 0.1), Line(180, 0.9)]));

    [Fact]
    public void Degrees_FewLongLines_IsNothing() => Assert.Null(TextLean.Degrees([Line(300, 4), Line(240, 4), Line(500, 4), Line(60, 4), Line(80, 4)]));

    [Fact]
    public void Degrees_LinesInManyDirections_IsNothing() => Assert.Null(TextLean.Degrees([Line(300, 12), Line(300, 5), Line(300, -4), Line(300, -11), Line(300, 2)]));

    private static DetectedLine Line(double length, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(new([new(0, 0), new(length * cos, length * sin), new((length * cos) - (20 * sin), (length * sin) + (20 * cos)), new(-20 * sin, 20 * cos)]), 0.9);
    }
}

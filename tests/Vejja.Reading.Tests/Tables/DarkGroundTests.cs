using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Tables;

public sealed class DarkGroundTests
{
    private const double LineHeight = 20;

    private static readonly GridCell Cell = new(0, 0, 1, 1, Polygon.From(new Box(20, 4, 120, 56)));

    /// <summary>A bar from 10 to 50 that falls by two pixels, grey levels of paper, bar and print; two letters, one with a foot.</summary>
    private static PageImage Page(int paper, int bar, int print)
    {
        var grey = new byte[140 * 60];
        for (var at = 0; at < grey.Length; at++)
        {
            var (x, y) = (at % 140, at / 140);
            var isLetter = (x is >= 40 and < 50 or >= 56 and < 66 && y is >= 20 and < 36) || (x is >= 58 and < 64 && y is >= 38 and < 43);
            grey[at] = (byte)(isLetter ? print : y >= 10 + (x / 70) && y < 50 + (x / 70) ? bar : paper);
        }

        return new(140, 60, [.. grey.SelectMany(level => new[] { level, level, level })]);
    }

    [Theory]
    [InlineData(240, 75, 200)]
    [InlineData(235, 120, 245)]
    public void PrintOf_LightLettersOnABar_AreItsInk(int paper, int bar, int print)
    {
        var page = Page(paper, bar, print);

        var letters = DarkGround.PrintOf(Cell, page, LineHeight)!.Value;

        Assert.Equal([new(40, 20, 50, 36), new(56, 20, 66, 36), new(58, 38, 64, 43)], letters.Select(letter => letter.Box));
        Assert.Equal(new Box(40, 20, 66, 43), Assert.Single(CellInkReading.Read(Cell, letters, [], false, LineHeight).Lines).Bounds);
    }

    [Fact]
    public void PrintOf_BarWithoutPrint_IsEmpty() => Assert.Empty(DarkGround.PrintOf(Cell, Page(240, 75, 80), LineHeight)!.Value);

    [Theory]
    [InlineData(240, 240, 60)]
    [InlineData(240, 200, 20)]
    public void PrintOf_DarkLettersOnLightGround_IsNone(int paper, int bar, int print) => Assert.Null(DarkGround.PrintOf(Cell, Page(paper, bar, print), LineHeight));
}

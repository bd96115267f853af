using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Layout;

public sealed class ForeignStrokesTests
{
    private const double LineHeight = 20;

    private static readonly Box Cell = new(100, 100, 300, 130);

    [Fact]
    public void Cross_StrokeThatComesFromTheNextCell_IsSeen()
    {
        var page = new DrawnPage(400, 300).Blot(150, 60, 4, 64).Blot(150, 60, 90, 4);

        Assert.True(ForeignStrokes.Cross(Cell, ConnectedInk.Find(page.Ink), LineHeight));
    }

    [Theory]
    [InlineData(150, 105, 4, 20)] // a letter of the cell's own
    [InlineData(150, 90, 40, 12)] // the foot of a letter above
    [InlineData(20, 60, 60, 60)] // a stroke beside the cell
    public void Cross_OtherInk_IsNone(int x, int y, int width, int height)
    {
        ImmutableArray<InkComponent> ink = ConnectedInk.Find(new DrawnPage(400, 300).Blot(x, y, width, height).Ink);

        Assert.False(ForeignStrokes.Cross(Cell, ink, LineHeight));
    }
}

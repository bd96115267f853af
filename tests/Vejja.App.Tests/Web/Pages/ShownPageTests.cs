using Vejja.App.Web.Pages;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Page = Vejja.Domain.Documents.Page;

namespace Vejja.App.Tests.Web.Pages;

public sealed class ShownPageTests
{
    /// <summary>An upright page of 100 × 200 whose picture lies on its side in each way; the line at its top left must come out at the top left.</summary>
    [Theory]
    [InlineData(0, 1, 0, 0, 0, 1, 0)]
    [InlineData(270, 0, -1, 200, 1, 0, 0)]
    [InlineData(180, -1, 0, 100, 0, -1, 200)]
    [InlineData(90, 0, 1, 0, -1, 0, 100)]
    public void Lines_PictureLiesOnASide_StandUpright(int turn, double a, double b, double c, double d, double e, double f)
    {
        var page = new Page(0, 100, 200, 0, 0, [], new Homography(a, b, c, d, e, f, 0, 0, 1));
        var block = new Block("b1", 0, "top", Polygon.From(new Box(10, 10, 60, 20)), 0.9, BlockType.Body, Script.Latin);
        var shown = new ShownPage(new() { File = "f", Pages = [page], Blocks = [block] }, page, isUpright: false);
        Assert.Equal(turn, shown.Turn);
        Assert.Equal((100, 200), (Math.Round(shown.Frame.Width), Math.Round(shown.Frame.Height)));
        var ink = shown.Ink(["b1"])!.Value.Box;
        Assert.InRange(ink.X1 - shown.Frame.X1, 0, 10);
        Assert.InRange(ink.Y1 - shown.Frame.Y1, 0, 10);
        Assert.True(ink.Width > ink.Height);
        Assert.Null(shown.Ink(["b9"]));
    }
}

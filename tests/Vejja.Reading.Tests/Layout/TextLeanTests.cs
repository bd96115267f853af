using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Layout;

public sealed class TextLeanTests
{
    private static readonly ImmutableArray<DetectedLine> Lines = [Line(20, 20), Line(20, 50), Line(20, 80), Line(20, 110)];

    [Fact]
    public void Find_LinesThatLean_IsTheirAngle() => Assert.Equal(2.5, TextLean.Find(Upright(Homography.Identity, 0), Lines, new Leaning(2.5)));

    [Fact]
    public void Find_FewLines_IsNothing() => Assert.Null(TextLean.Find(Upright(Homography.Identity, 0), Lines[..3], new Leaning(4)));

    /// <summary>What was undone before is on the picture still: five degrees, of which the straightener undid four.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void OnPicture_OfAPageThatWasStraightened_IsThePicturesLean(int turn)
    {
        var (sin, cos) = Math.SinCos((turn + 4) * Math.PI / 180);
        Assert.Equal(5, TextLean.OnPicture(Upright(new(cos, -sin, 300, sin, cos, 300, 0, 0, 1), turn).Page, Lines, 1), 1e-6);
    }

    /// <summary>Wood around the sheet has a grain of its own.</summary>
    [Fact]
    public void Find_InkBesideLines_IsNotLookedAt()
    {
        var straightener = new Leaning(2);
        TextLean.Find(Upright(Homography.Identity, 0), Lines, straightener);

        var text = Assert.Single(straightener.Asked);
        Assert.All(Enumerable.Range(0, 200 * 150), at => Assert.Equal(Lines.Any(line => line.Polygon.Bounds.Contains(new(at % 200, at / 200))), text.Pixels[at] == 1));
    }

    private static DetectedLine Line(double x, double y) => new(Polygon.From(new Box(x, y, x + 150, y + 20)), 0.9);

    private static UprightPage Upright(Homography transform, int turn) =>
        new(new Page(0, 200, 150, turn, 0, [], transform), new PageImage(1, 1, new byte[3]), new InkMap(200, 150, [.. Enumerable.Repeat((byte)1, 200 * 150)]), []);

    private sealed class Leaning(double degrees) : IPageStraightener
    {
        public List<InkMap> Asked { get; } = [];

        public UprightPage Straighten(PageImage image, int index, int turn = 0, double? skew = null, double? letters = null) => throw new NotSupportedException();

        public double? FindLean(InkMap text)
        {
            Asked.Add(text);
            return degrees;
        }

        public double? FindLetterHeight(InkMap text) => throw new NotSupportedException();
    }
}

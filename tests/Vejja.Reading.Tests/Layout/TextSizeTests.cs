using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Layout;

public sealed class TextSizeTests
{
    private static readonly ImmutableArray<DetectedLine> Lines = [new(Polygon.From(new Box(20, 20, 170, 40)), 0.9)];

    /// <summary>A page that was enlarged twice by grain of four pixels, which shows letters of 34.</summary>
    [Fact]
    public void Misjudged_OtherLettersThanThought_IsTheirHeightOnThePicture() => Assert.Equal(17.0, TextSize.Misjudged(Page(8), Lines, new Seeing(34)));

    [Theory]
    [InlineData(16.0, 17.0)] // as thought, nearly
    [InlineData(null, 17.0)]
    [InlineData(8.0, null)]
    public void Misjudged_AsThoughtOrTooLittleToTell_IsNothing(double? thought, double? seen) => Assert.Null(TextSize.Misjudged(Page(thought), Lines, new Seeing(seen)));

    [Fact]
    public void Misjudged_InkBesideLines_IsNotLookedAt()
    {
        var straightener = new Seeing(34);
        TextSize.Misjudged(Page(8), Lines, straightener);

        Assert.Equal(150 * 20, Assert.Single(straightener.Asked).Pixels.Count(ink => ink == 1));
    }

    private static UprightPage Page(double? letters) =>
        new(new Page(0, 200, 150, 0, 0, [], new(0.5, 0, 0, 0, 0.5, 0, 0, 0, 1)), new PageImage(1, 1, new byte[3]), new InkMap(200, 150, [.. Enumerable.Repeat((byte)1, 200 * 150)]), []) { LetterHeight = letters };

    private sealed class Seeing(double? letters) : IPageStraightener
    {
        public List<InkMap> Asked { get; } = [];

        public UprightPage Straighten(PageImage image, int index, int turn = 0, double? skew = null, double? letters = null) => throw new NotSupportedException();

        public double? FindLean(InkMap text) => throw new NotSupportedException();

        public double? FindLetterHeight(InkMap text)
        {
            Asked.Add(text);
            return letters;
        }
    }
}

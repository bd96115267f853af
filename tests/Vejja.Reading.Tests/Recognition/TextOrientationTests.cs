using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;

namespace Vejja.Reading.Tests.Recognition;

public sealed class TextOrientationTests
{
    private const byte Mark = 200;

    private static readonly PageImage Page = new(400, 300, new byte[3 * 400 * 300]);

    [Theory]
    [InlineData("Paracetamol 500 mg", 0.99, 0.3, 0, 1)] // one line beyond doubt is enough
    [InlineData("5 mg", 0.99, 0.3, 0, 6)] // of a short one it is not: all are read, and surely
    [InlineData("Paracetamol 500 mg", 0.7, 0.3, 0, 12)] // unsure: both ways up
    [InlineData("Paracetamol 500 mg", 0.3, 0.7, 180, 12)]
    [InlineData("", 0, 0, 0, 12)] // nothing to be read
    public void FindTurn_UprightLines_AsTheyAreReadSurer(string text, double asItLies, double turned, int turn, int readings)
    {
        var recognizer = new Recognizer(text, asItLies, turned);
        ImmutableArray<DetectedLine> lines = [.. Enumerable.Range(0, 8).Select(row => new DetectedLine(Polygon.From(new Box(10, 30 * row, 300, (30 * row) + 20)), 0.9))];

        Assert.Equal(turn, new TextOrientation(new Cropper(), recognizer).FindTurn(Page, lines, TestContext.Current.CancellationToken));
        Assert.Equal(readings, recognizer.Asked);
    }

    [Theory]
    [InlineData(40, 80, 0)] // a word of one letter
    [InlineData(40, 160, 90)]
    public void FindTurn_OneLineHigherThanWide_IsALyingPageWhereItIsLong(int width, int height, int turn) =>
        Assert.Equal(turn, new TextOrientation(new Cropper(), new Recognizer("x", 0.99, 0.99)).FindTurn(
            Page, [new(Polygon.From(new Box(10, 10, 10 + width, 10 + height)), 0.9)], TestContext.Current.CancellationToken));

    [Fact]
    public void FindTurn_NoLines_StaysAsItLies() =>
        Assert.Equal(0, new TextOrientation(new Cropper(), new Recognizer("x", 1, 1)).FindTurn(Page, [], TestContext.Current.CancellationToken));

    /// <summary>Crops whose first pixel is marked.</summary>
    private sealed class Cropper : ILineCropper
    {
        public PageImage Crop(PageImage page, Polygon polygon, double margin) => new(2, 1, [Mark, 0, 0, 0, 0, 0]);
    }

    private sealed class Recognizer(string text, double asItLies, double turned) : ILineRecognizer
    {
        public int Asked { get; private set; }

        public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
        {
            Asked++;
            return Printed.Reading(text, crop.Rgb[0] == Mark ? asItLies : turned);
        }
    }
}

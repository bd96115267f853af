using Vejja.Inference.Detection;

namespace Vejja.Inference.Tests.Detection;

public sealed class DbPostProcessTests
{
    private static readonly DbPostProcess PostProcess = new(new PpOcrDetectorOptions());

    [Fact]
    public void Find_UprightBar_GrowsByAreaOverPerimeter()
    {
        // Pixels 20 to 79 by 30 to 39: 59 × 9 between centres; distance = 59 · 9 · 1.5 / 136 = 5.857.
        var line = Assert.Single(PostProcess.Find(Map(128, 96, (x, y) => x is >= 20 and < 80 && y is >= 30 and < 40 ? 0.9f : 0), 128, 96));
        var box = line.Polygon.Bounds;
        Assert.Equal(20.5 - 5.857, box.X1, 2);
        Assert.Equal(79.5 + 5.857, box.X2, 2);
        Assert.Equal(30.5 - 5.857, box.Y1, 2);
        Assert.Equal(39.5 + 5.857, box.Y2, 2);
        Assert.Equal(0.9, line.Score, 2);
    }

    [Fact]
    public void Find_LineWithAVowelAbove_IsNotWeighedByItsPaper()
    {
        // 200 × 12 at 0.7 and, above it, 10 × 12: the mean of the rectangle is 0.36.
        var line = Assert.Single(PostProcess.Find(Map(256, 96, (x, y) => (x is >= 20 and < 220 && y is >= 50 and < 62) || (x is >= 60 and < 70 && y is >= 38 and < 50) ? 0.7f : 0), 256, 96));
        Assert.Equal(0.7, line.Score, 2);
        Assert.InRange(line.Polygon.Bounds.Y1, 0, 38);
        Assert.InRange(line.Polygon.Bounds.Y2, 62, 96);
    }

    [Fact]
    public void Find_PageTwiceTheMap_ScalesEachAxis()
    {
        var box = Assert.Single(PostProcess.Find(Map(64, 64, (x, y) => x is >= 20 and < 40 && y is >= 20 and < 30 ? 1 : 0), 128, 192)).Polygon.Bounds;
        Assert.Equal(60, box.Centre.X, 6);
        Assert.Equal(75, box.Centre.Y, 6);
    }

    [Fact]
    public void Find_SlantedBar_FollowsItsAngle()
    {
        // A bar of 12 along a line that falls by one in five.
        var line = Assert.Single(PostProcess.Find(Map(200, 120, (x, y) => x is >= 30 and < 170 && Math.Abs(y - 40 - ((x - 30) * 0.2)) < 6 ? 0.95f : 0), 200, 120));
        var points = line.Polygon.Points;
        Assert.InRange((points[1].Y - points[0].Y) / (points[1].X - points[0].X), 0.17, 0.23);
        Assert.True(points[0].X < points[1].X && points[0].Y < points[3].Y);
    }

    [Theory]
    [InlineData(0.25f, 20, 10)] // under the pixel threshold
    [InlineData(0.5f, 20, 10)] // under the box threshold
    [InlineData(0.9f, 20, 3)] // too thin: 2 between centres
    public void Find_Noise_IsNothing(float probability, int width, int height) =>
        Assert.Empty(PostProcess.Find(Map(64, 64, (x, y) => x >= 10 && x < 10 + width && y >= 10 && y < 10 + height ? probability : 0), 64, 64));

    [Fact]
    public void Find_TwoWordsApart_AreTwo() =>
        Assert.Equal(2, PostProcess.Find(Map(128, 64, (x, y) => x is (>= 10 and < 50) or (>= 60 and < 110) && y is >= 20 and < 32 ? 1 : 0), 128, 64).Length);

    [Fact]
    public void Find_AtTheEdge_StaysOnThePage()
    {
        var box = Assert.Single(PostProcess.Find(Map(64, 64, (x, y) => x < 30 && y < 12 ? 1 : 0), 64, 64)).Polygon.Bounds;
        Assert.True(box.X1 >= 0 && box.Y1 >= 0 && box.X2 <= 64 && box.Y2 <= 64);
    }

    private static ProbabilityMap Map(int width, int height, Func<int, int, float> value) =>
        new(width, height, [.. Enumerable.Range(0, width * height).Select(i => value(i % width, i / width))]);
}

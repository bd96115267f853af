using Vejja.Reading.Confidence;

namespace Vejja.Reading.Tests.Confidence;

public sealed class InkTextTests
{
    /// <summary>A line is 20 pixels high, a sign 10 wide.</summary>
    [Theory]
    [InlineData(140, 0, "Mucosolvan 30 mg")]
    [InlineData(125, 3, "Mucosolvan 30 mg")] // a detector's boxes overlap
    [InlineData(150, 0, "Mucosolvan 30\nmg")]
    [InlineData(135, 12, "Mucosolvan 30\nmg")]
    [InlineData(0, 30, "Mucosolvan 30\nmg")]
    public void Of_PiecesOfOneLine_AreJoinedByABlank(double x, double y, string expected) =>
        Assert.Equal(expected, InkText.Of([Printed.Line("Mucosolvan 30", id: "b1"), Printed.Line("mg", x, y, "b2")]).Text);

    [Fact]
    public void Without_APart_KeepsTheSourcesOfTheRest()
    {
        var text = InkText.Of(Printed.Sheet("× 30", "1 matin", "→ 7 jours"));

        Assert.Equal(["b2", "b3"], text.Without(0, 4).Trim().Sources);
        Assert.Equal(["b1", "b3"], text.Without(5, 8).Trim().Sources);
        Assert.Equal(["b3"], text.Without(5, 8).Slice(6).Trim().Sources);
    }
}

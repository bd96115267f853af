using Vejja.Domain.Geometry;
using Vejja.Reading.Safety;
using Vejja.Reading.Tests.Tables;
using static Vejja.Reading.Tests.Safety.Sheet;

namespace Vejja.Reading.Tests.Safety;

public sealed class StrikeThroughTests
{
    private const double Letter = 24;

    // A word of so many letters at (100, 100), and its outline.
    private static DrawnPage Text(int letters) => new DrawnPage(400, 300).Word(100, 100, letters, Letter);

    private static Box Outline(int letters) => new(100, 100, 100 + ((letters - 0.3) * Letter * 0.7), 100 + Letter);

    [Theory]
    [InlineData(8, 112, 112)]
    [InlineData(8, 117, 108)]
    [InlineData(8, 108, 117)]
    [InlineData(4, 110, 113)]
    [InlineData(1, 112, 112)]
    public void Crosses_StrokeThroughAWholeLine_IsSeen(int letters, double from, double to)
    {
        var box = Outline(letters);
        var page = Text(letters).Rule(box.X1 - 12, from, box.X2 + 12, to, found: false);
        Assert.True(StrikeThrough.Crosses(page.Ink, box));
        // A line's outline may include the ends of the stroke.
        Assert.True(StrikeThrough.Crosses(page.Ink, box with { X1 = box.X1 - 12, X2 = box.X2 + 12 }));
    }

    [Fact]
    public void Crosses_PlainLine_IsNot() => Assert.False(StrikeThrough.Crosses(Text(8).Ink, Outline(8)));

    [Theory]
    // An underline, a rule above, a stroke through half of the line, a bar that joins the letters and ends with them.
    [InlineData(88, 250, 126, 126)]
    [InlineData(88, 250, 97, 97)]
    [InlineData(88, 160, 112, 112)]
    [InlineData(101, 228, 112, 112)]
    public void Crosses_OtherStrokes_AreNone(double x1, double x2, double y1, double y2) =>
        Assert.False(StrikeThrough.Crosses(Text(8).Rule(x1, y1, x2, y2, found: false).Ink, Outline(8)));

    [Fact]
    public void Crosses_LoneDash_IsNot() =>
        Assert.False(StrikeThrough.Crosses(new DrawnPage(400, 300).Rule(100, 112, 160, 112, found: false).Ink, new Box(98, 100, 162, 124)));

    [Fact]
    public void Check_CrossedOutName_BlocksTheMedicine()
    {
        var flags = SafetyReview.Check([Medicine("Paracetamol", "500 mg")], crossedOut: new HashSet<string> { "b1" })[0].Flags;
        Assert.Contains(flags, flag => flag is { Code: FlagCodes.CrossedOut, Field: "name", Severity: Domain.Evidence.FlagSeverity.Block });
        Assert.Contains(flags, flag => flag is { Code: FlagCodes.CrossedOut, Field: "strength" });
    }

    [Theory]
    [InlineData("b2")]
    [InlineData("b11")]
    [InlineData("")]
    public void Check_AnotherLineCrossedOut_BlocksNothing(string block) =>
        Assert.DoesNotContain(SafetyReview.Check([Medicine("Paracetamol", "500 mg")], crossedOut: new HashSet<string> { block })[0].Flags, flag => flag.Code == FlagCodes.CrossedOut);
}

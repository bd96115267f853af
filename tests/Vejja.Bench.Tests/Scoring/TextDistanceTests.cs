using Vejja.Bench.Scoring;

namespace Vejja.Bench.Tests.Scoring;

public sealed class TextDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("500mg", "50mg", 1)]
    [InlineData("1", "l", 1)]
    public void Between_Pair_IsTheFewestEdits(string a, string b, int edits)
    {
        Assert.Equal(edits, TextDistance.Between(Signs.Points(a), Signs.Points(b)));
        Assert.Equal(edits, TextDistance.Between(Signs.Points(b), Signs.Points(a)));
        Assert.Equal(edits, TextDistance.Align(Signs.Points(a), Signs.Points(b)).Count(step => !step.IsRight));
    }

    [Fact]
    public void Align_LostDigit_BlamesTheDigit()
    {
        var wrong = Assert.Single(TextDistance.Align(Signs.Points("7 គ្រាប់"), Signs.Points("គ្រាប់")), step => !step.IsRight);
        Assert.Equal(new AlignedSign("7", null), wrong);
    }
}

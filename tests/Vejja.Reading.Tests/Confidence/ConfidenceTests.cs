using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Confidence;

public sealed class ConfidenceTests
{
    [Theory]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(0.5, 4, 0.8)]
    [InlineData(0.8, 0.25, 0.5)]
    public void Given_Evidence_FollowsBayes(double before, double ratio, double after) => Assert.Equal(after, Belief.Given(before, ratio), 3);

    [Fact]
    public void Given_Certainty_StaysBelowOne() => Assert.True(Belief.Given(1, 1) < 1);

    [Fact]
    public void Slice_OfLines_KeepsConfidenceAndSource()
    {
        var text = InkText.Of([Printed.Line("Paracetamol", id: "b1", confidence: 0.9), Printed.Line("500mg", id: "b2", confidence: 0.6)]);

        var strength = text.Slice(12, 5);

        Assert.Equal(("500mg", 0.6, "b2"), (strength.Text, strength.Weakest, Assert.Single(strength.Sources)));
        Assert.Equal(["b1", "b2"], text.Sources);
    }

    [Fact]
    public void Of_KhmerDigits_FoldsThemAndKeepsOffsets() => Assert.Equal("10 គ្រាប់", Printed.Ink("១០ គ្រាប់").Text);

    [Fact]
    public void Weigh_NineOnASheetWithKhmerDigits_IsDoubtful()
    {
        var lines = DigitScript.Weigh([Printed.Line("០២-១០-២០២៣", id: "b1"), Printed.Line("9", id: "b2"), Printed.Line("15 mg", id: "b3")]);

        Assert.True(InkText.Of([lines[1]]).Weakest < 0.8);
        Assert.True(InkText.Of([lines[2]]).Weakest > 0.8);
    }

    [Fact]
    public void Weigh_NineOnASheetWithoutKhmerDigits_StaysSure() =>
        Assert.True(InkText.Of([DigitScript.Weigh([Printed.Line("9", id: "b1"), Printed.Line("22/06/2025", id: "b2")])[0]]).Weakest > 0.8);

    [Fact]
    public void Of_Variants_GivesWhatRivalsRead()
    {
        TextLine line = Printed.Line("Buhylscopolamine") is var kept ? kept with { Reading = kept.Reading with { Rivals = [Printed.Reading("Butylscopolamine")] } } : kept;

        Assert.Equal(["Buhylscopolamine", "Butylscopolamine"], ReadingVariants.Of([line]).Select(variant => variant.Text));
    }

    [Fact]
    public void Of_SymbolsThatDoNotAccountForASign_TakesTheLinesConfidence() =>
        Assert.Equal(0.3, InkText.Of([("b1", new LineReading("ab", 0.3, [new SymbolReading("a", 0.9, 0, 0.5)], "test"))]).Weakest);
}

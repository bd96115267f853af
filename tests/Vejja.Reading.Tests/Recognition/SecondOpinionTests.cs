using System.Collections.Immutable;
using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;

namespace Vejja.Reading.Tests.Recognition;

public sealed class SecondOpinionTests
{
    private static readonly DoubtOptions Options = new();

    [Fact]
    public void Combine_BothAlike_AreSurerTogether()
    {
        var combined = SecondOpinion.Combine(Read("vejja", ("gélule", 0.6, 0, 1)), Read("tesseract", ("gélule", 0.9, 0.05, 0.98)), Options);
        Assert.Equal("gélule", combined.Text);
        Assert.All(combined.Symbols, symbol => Assert.Equal(0.96, symbol.Confidence, 6));
        Assert.Empty(combined.Rivals);
    }

    [Fact]
    public void Combine_OneDigitDiffers_OnlyThatDigitIsDoubtful()
    {
        var combined = SecondOpinion.Combine(Read("vejja", ("500mg", 0.8, 0, 1)), Read("tesseract", ("600mg", 0.7, 0, 1)), Options);
        Assert.Equal("500mg", combined.Text);
        Assert.InRange(combined.Symbols[0].Confidence, 0, 0.6);
        Assert.Equal(0.8, combined.Symbols[2].Confidence, 6);
        Assert.Equal("600mg", Assert.Single(combined.Rivals).Text);
    }

    [Fact]
    public void Combine_DigitsByOneAndAWordByTheOther_TakesTheBetterWordOfEach()
    {
        var combined = SecondOpinion.Combine(
            Read("vejja", ("14", 0.97, 0, 0.2), ("gélute", 0.4, 0.3, 1)),
            Read("tesseract", ("4", 0.5, 0.02, 0.2), ("gélule", 0.95, 0.28, 0.99)), Options);
        Assert.Equal("14 gélule", combined.Text);
        Assert.Equal("tesseract", combined.Engine);
        Assert.Equal(2, combined.Rivals.Length);
    }

    [Theory]
    [InlineData("½", "%")]
    [InlineData("≤5", "<5")]
    [InlineData("100\u00B5g", "100ug")]
    [InlineData("×3", "X3")]
    public void Combine_SignThatTheOtherDoesNotKnow_StaysAndIsDoubtful(string ours, string theirs)
    {
        var combined = SecondOpinion.Combine(Read("vejja", (ours, 0.5, 0, 1)), Read("tesseract", (theirs, 0.95, 0, 1)), Options);
        Assert.Equal(ours, combined.Text);
        Assert.Contains(combined.Symbols, symbol => symbol.Confidence < 0.5);
        Assert.Equal(theirs, Assert.Single(combined.Rivals).Text);
    }

    [Fact]
    public void Combine_TimesAsLetterByTheOther_AgreesOnAllButTheSign()
    {
        var combined = SecondOpinion.Combine(Read("vejja", ("2×3", 0.5, 0, 1)), Read("tesseract", ("2x3", 0.9, 0, 1)), Options);
        Assert.Equal("2×3", combined.Text);
        Assert.Equal([0.95, 0.75, 0.95], combined.Symbols.Select(symbol => Math.Round(symbol.Confidence, 6)));
    }

    [Theory]
    [InlineData("500 mg", "500mg")]
    [InlineData("Co-trim", "Co -trim")]
    public void Combine_SameInkSetInTwoWays_Agrees(string one, string other)
    {
        var combined = SecondOpinion.Combine(Read("vejja", (one, 0.7, 0, 1)), Read("tesseract", (other, 0.7, 0, 1)), Options);
        Assert.Equal(one, combined.Text);
        Assert.Empty(combined.Rivals);
        Assert.All(combined.Symbols.Where(symbol => symbol.Text != " "), symbol => Assert.Equal(0.91, symbol.Confidence, 6));
    }

    [Fact]
    public void Combine_LongWordWithOneDoubtfulSign_IsNotTheOtherTextThatTheOtherSees()
    {
        var ours = Read("vejja", ("Amoxicilline", 0.95, 0, 1));
        ours = ours with { Symbols = ours.Symbols.SetItem(3, ours.Symbols[3] with { Confidence = 0.2 }) };
        var combined = SecondOpinion.Combine(ours, Read("tesseract", ("ASANNIAUSAUR", 0.3, 0, 1)), Options);
        Assert.Equal("Amoxicilline", combined.Text);
        Assert.True(combined.Confidence < 0.2);
    }

    [Fact]
    public void Combine_OnlyOneSeesAWord_KeepsItLessSure()
    {
        var combined = SecondOpinion.Combine(LineReading.Nothing("vejja"), Read("tesseract", ("1", 0.9, 0.2, 0.4)), Options);
        Assert.Equal("1", combined.Text);
        Assert.Equal(0.81, combined.Confidence, 6);
    }

    [Fact]
    public void Combine_RivalWithOneDoubtfulSign_DoesNotCrushTheSurerWord()
    {
        var doubtful = Read("vejja", ("mid", 0.95, 0, 1));
        doubtful = doubtful with { Symbols = [doubtful.Symbols[0], doubtful.Symbols[1] with { Confidence = 0.3 }, doubtful.Symbols[2]] };
        var combined = SecondOpinion.Combine(doubtful, Read("tesseract", ("midi", 0.8, 0, 1)), Options);
        Assert.Equal("midi", combined.Text);
        Assert.All(combined.Symbols, symbol => Assert.InRange(symbol.Confidence, 0.7, 0.8));
    }

    [Fact]
    public void Combine_KhmerDigitsAgainstWesternOnes_IsADispute()
    {
        var combined = SecondOpinion.Combine(Read("vejja", ("14", 0.8, 0, 1)), Read("tesseract", ("១៤", 0.85, 0, 1)), Options);
        Assert.InRange(combined.Confidence, 0, 0.6);
        Assert.NotEmpty(combined.Rivals);
    }

    /// <summary>A reading of words, each with its place; signs share it evenly.</summary>
    private static LineReading Read(string engine, params (string Text, double Confidence, double X1, double X2)[] words)
    {
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>();
        foreach (var (text, confidence, x1, x2) in words)
        {
            if (symbols.Count > 0)
                symbols.Add(new SymbolReading(" ", confidence, symbols[^1].X2, x1));
            for (int i = 0; i < text.Length; i++)
                symbols.Add(new SymbolReading(text[i].ToString(), confidence, x1 + ((x2 - x1) * i / text.Length), x1 + ((x2 - x1) * (i + 1) / text.Length)));
        }

        return new LineReading(string.Concat(symbols.Select(symbol => symbol.Text)), symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence), symbols.ToImmutable(), engine);
    }
}

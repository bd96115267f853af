using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;

namespace Vejja.Reading.Tests.Recognition;

public sealed class DoubtfulStretchesTests
{
    private static readonly DoubtOptions Options = new();

    [Fact]
    public void Find_SureLongLine_IsAskedOfNobody() =>
        Assert.Empty(DoubtfulStretches.Find(Line(("Take", 0.99), ("one", 0.99), ("tablet", 0.98), ("in", 0.99), ("the", 0.99), ("morning", 0.98)), Options));

    [Fact]
    public void Find_DoubtfulWords_AreStretchesOfWholeWords()
    {
        var line = Line(("Take", 0.99), ("0ne", 0.5), ("tab1et", 0.6), ("in", 0.99), ("mcrning", 0.7));

        var stretches = DoubtfulStretches.Find(line, Options);

        Assert.Equal(["0ne tab1et", "mcrning"], stretches.Select(stretch => line.Part(stretch.From, stretch.To).Text));
    }

    [Fact]
    public void Find_LineThatNearlyHadAnotherSign_IsAskedForWhole()
    {
        var line = Line(("1", 0.99), ("tab", 0.99)) with { Confidence = 0.5 };

        Assert.Equal([new DoubtfulStretch(0, 5)], DoubtfulStretches.Find(line, Options));
    }

    [Theory]
    [InlineData("គ្រាប់", 0)]
    [InlineData("១០", 0)]
    [InlineData("50០comp", 0)]
    [InlineData("500", 0)]
    [InlineData("mg", 0)]
    [InlineData("½", 0)]
    [InlineData("Gélule", 1)]
    [InlineData("B12-Fort", 1)]
    public void Find_DoubtfulWord_IsAskedForWhereItIsLatin(string word, int asked) =>
        Assert.Equal(asked, DoubtfulStretches.Find(Line((word, 0.6), ("sure", 0.99)), Options).Length);

    [Fact]
    public void Find_LineWithNothingOnIt_IsAskedOfNobody() => Assert.Empty(DoubtfulStretches.Find(LineReading.Nothing("vejja"), Options));

    [Fact]
    public void With_OtherWordsInAStretch_KeepsTheRestAndNamesTheRivals()
    {
        var line = Line(("Take", 0.99), ("0ne", 0.5), ("daily", 0.99));
        var part = Line(("one", 0.9)) with { Rivals = [Line(("0ne", 0.5))] };

        var combined = line.With(5, 8, part);

        Assert.Equal("Take one daily", combined.Text);
        Assert.Equal("Take 0ne daily", Assert.Single(combined.Rivals).Text);
        Assert.Equal(0.99, combined.Symbols[0].Confidence);
    }

    [Fact]
    public void Cut_StretchBetweenWords_EndsInTheGaps()
    {
        // Words of ink from 10 to 40, 60 to 90 and 110 to 140; the recogniser places them roughly.
        var rgb = Enumerable.Repeat((byte)240, 3 * 150 * 10).ToArray();
        foreach (var start in new[] { 10, 60, 110 })
        {
            for (var y = 2; y < 8; y++)
                Array.Fill(rgb, (byte)20, 3 * ((y * 150) + start), 3 * 30);
        }

        SymbolReading[] signs = [new("a", 0.9, 15 / 150.0, 30 / 150.0), new(" ", 0.9, 45 / 150.0, 55 / 150.0), new("b", 0.4, 70 / 150.0, 80 / 150.0), new(" ", 0.9, 95 / 150.0, 99 / 150.0), new("c", 0.9, 120 / 150.0, 135 / 150.0)];

        var part = LinePart.Cut(new PageImage(150, 10, rgb), [.. signs], new(2, 3));

        Assert.InRange(part.X1 * 150, 41, 59);
        Assert.InRange(part.X2 * 150, 91, 109);
        Assert.Equal(part.Image.Width, (part.X2 - part.X1) * 150, 6);
        Assert.Equal(part.X1, part.Placed(new LineReading("b", 1, [new("b", 1, 0, 1)], "test")).Symbols[0].X1, 6);
    }

    private static LineReading Line(params (string Word, double Confidence)[] words)
    {
        var signs = words.SelectMany((word, index) => (index == 0 ? [] : new[] { (Sign: ' ', Confidence: 0.99) }).Concat(word.Word.Select(sign => (Sign: sign, word.Confidence)))).ToArray();
        return new(string.Join(' ', words.Select(word => word.Word)), signs.Aggregate(1.0, (product, sign) => product * sign.Confidence),
            [.. signs.Select((sign, index) => new SymbolReading(sign.Sign.ToString(), sign.Confidence, (double)index / signs.Length, (index + 1.0) / signs.Length))], "vejja");
    }
}

using Vejja.Reading.Pages;
using Vejja.Tesseract.Recognition;

namespace Vejja.Tesseract.Tests.Recognition;

/// <summary>On the installed Tesseract and its language files.</summary>
public sealed class TesseractLineRecognizerTests : IDisposable
{
    private readonly TesseractLineRecognizer recognizer = new(new TesseractOptions { Engines = 2 });

    [Theory]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("7")]
    [InlineData("11")]
    [InlineData("1-0-1")]
    public void Recognize_SignsOfStrokes_AreReadAsDrawn(string text)
    {
        var reading = recognizer.Recognize(StrokeSigns.Draw(text), LineKind.Cell, TestContext.Current.CancellationToken);
        Assert.Equal(text, reading.Text);
        Assert.InRange(reading.Confidence, 0.2, 1);
        Assert.Equal("tesseract", reading.Engine);
    }

    [Fact]
    public void Recognize_Symbols_StandInOrderWithinTheCrop()
    {
        var symbols = recognizer.Recognize(StrokeSigns.Draw("1-0-1"), LineKind.Cell, TestContext.Current.CancellationToken).Symbols;
        Assert.Equal(symbols.OrderBy(symbol => symbol.X1), symbols);
        Assert.All(symbols, symbol => Assert.True(symbol.X1 >= 0 && symbol.X2 <= 1 && symbol.X1 <= symbol.X2));
    }

    [Theory]
    [InlineData("--")]
    [InlineData("1")]
    [InlineData("0")]
    public void Find_OtherInk_IsNoLoneDash(string text) => Assert.Null(LoneDash.Find(StrokeSigns.Draw(text)));

    [Fact]
    public void Recognize_EmptyPaper_ReadsNothing()
    {
        var rgb = new byte[3 * 120 * 40];
        Array.Fill(rgb, (byte)245);
        Assert.Equal("", recognizer.Recognize(new PageImage(120, 40, rgb), LineKind.Any, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void Recognize_ManyThreads_AgreeWithOne()
    {
        var crop = StrokeSigns.Draw("1-0-1");
        var expected = recognizer.Recognize(crop, LineKind.Any, TestContext.Current.CancellationToken).Text;
        var texts = new string[8];
        Parallel.For(0, texts.Length, i => texts[i] = recognizer.Recognize(crop, LineKind.Any, CancellationToken.None).Text);
        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    [Fact]
    public void Recognize_FolderWithoutLanguages_SaysWhatIsMissing()
    {
        using var without = new TesseractLineRecognizer(new TesseractOptions { DataPath = "/nonexistent" });
        var failure = Assert.Throws<FileNotFoundException>(() => without.Recognize(StrokeSigns.Draw("1"), LineKind.Any, TestContext.Current.CancellationToken));
        Assert.Contains("khm", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => recognizer.Dispose();
}

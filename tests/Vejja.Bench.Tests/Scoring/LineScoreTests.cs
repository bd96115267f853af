using Vejja.Bench.Crops;
using Vejja.Bench.Scoring;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Tests.Scoring;

public sealed class LineScoreTests
{
    [Fact]
    public void Of_LineReadRight_CountsNoErrorAndEveryWordRight()
    {
        var score = LineScore.Of("½ គ្រាប់ 5mg", Reading("½ គ្រាប់ 5mg", 0.9));
        Assert.True(score.HasKhmer);
        Assert.Equal(new ErrorCount(10, 0), score.Points);
        Assert.Equal(new ErrorCount(6, 0), score.Clusters);
        Assert.Equal(new DangerousSignReading("½", "½", 0.9), Assert.Single(score.Dangerous));
        Assert.Equal([true, true, true], score.Words.Select(word => word.IsRight));
        Assert.Equal(0.729, score.Words[2].Confidence, 6);
    }

    [Fact]
    public void Of_SignTakenForAnother_SaysForWhichAndHowSurely()
    {
        var score = LineScore.Of("2 × 5 µg", Reading("2 x 5 g", 0.95));
        Assert.False(score.HasKhmer);
        Assert.Equal(new ErrorCount(5, 2), score.Points);
        Assert.Equal([new("×", "x", 0.95), new("µ", null, 0)], score.Dangerous);
        Assert.Equal([true, false, true, false], score.Words.Select(word => word.IsRight));
    }

    [Fact]
    public void Of_NothingRead_CountsEverySignAsWrong()
    {
        var score = LineScore.Of("≤ 3", LineReading.Nothing("vejja"));
        Assert.Equal(new ErrorCount(2, 2), score.Points);
        Assert.Empty(score.Words);
        Assert.Null(Assert.Single(score.Dangerous).Read);
    }

    [Fact]
    public void Strip_WrittenAndRead_IsTheSame()
    {
        string folder = Directory.CreateTempSubdirectory("vejja-strip").FullName;
        LabelledCrop[] crops = [new(Gray(7, 3, 40), "១ គ្រាប់"), new(Gray(4, 5, 200), "x")];
        CropStrip.Write(folder, "page", crops);
        var read = CropStrip.Read(Path.Combine(folder, "page.tsv")).ToArray();
        Assert.Equal(crops.Select(crop => crop.Text), read.Select(crop => crop.Text));
        Assert.Equal(crops.Select(crop => crop.Picture.Rgb), read.Select(crop => crop.Picture.Rgb));
        Directory.Delete(folder, recursive: true);
    }

    private static PageImage Gray(int width, int height, byte level)
    {
        var rgb = new byte[3 * width * height];
        Array.Fill(rgb, level);
        rgb[0] = rgb[1] = rgb[2] = 0;
        return new PageImage(width, height, rgb);
    }

    private static LineReading Reading(string text, double confidence) =>
        new(text, confidence, [.. text.EnumerateRunes().Select(rune => new SymbolReading(rune.ToString(), confidence, 0, 1))], "vejja");
}

using Vejja.Bench.Cli;
using Vejja.Bench.Crops;
using Vejja.Bench.Scoring;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Tests.Truth;

/// <summary>What stands in a cut line, told from the words of a sample's truth.</summary>
public sealed class CropLabellingTests
{
    private readonly TruthDocument truth = TruthFile.Read(Path.Combine(Places.Root, "samples", "english-sigs.jpg.truth.json"));

    [Fact]
    public void Read_OutlineOfALine_IsItsText()
    {
        var labelling = new CropLabelling(truth);
        var read = truth.Prescription.Blocks.Count(block => labelling.Read(Quad.Corners(block.Polygon)) == block.Text);
        // A line beside a stamp or with ink across it has no label.
        Assert.InRange(read, truth.Prescription.Blocks.Length * 3 / 4, truth.Prescription.Blocks.Length);
    }

    [Fact]
    public void Read_OutlineOfOneWordOfSeveral_IsThatWord()
    {
        var labelling = new CropLabelling(truth);
        var (block, word) = OfSeveralWords();
        Assert.Equal(word.Text, labelling.Read(Quad.Corners(word.Polygon)));
        Assert.NotEqual(block.Text, word.Text);
    }

    [Fact]
    public void Read_OutlineThroughAWord_IsNothing()
    {
        var (_, word) = OfSeveralWords();
        var corners = Quad.Corners(word.Polygon);
        PagePoint Middle(int a, int b) => new((corners[a].X + corners[b].X) / 2, (corners[a].Y + corners[b].Y) / 2);
        Assert.Null(new CropLabelling(truth).Read([corners[0], Middle(0, 1), Middle(3, 2), corners[3]]));
    }

    [Fact]
    public void Read_OutlineOfTwoLines_IsNothing()
    {
        var (upper, lower) = truth.Prescription.Blocks.Zip(truth.Prescription.Blocks.Skip(1)).First(pair =>
            pair.First.Page == pair.Second.Page && pair.Second.Polygon.Bounds.Y1 > pair.First.Polygon.Bounds.Y2 && pair.Second.Polygon.Bounds.X1 < pair.First.Polygon.Bounds.X2);
        var around = Box.Around([.. upper.Polygon.Points, .. lower.Polygon.Points]);
        Assert.Null(new CropLabelling(truth).Read([.. Polygon.From(around).Points]));
    }

    [Fact]
    public void Read_OutlineOfEmptyPaper_IsNothing() =>
        Assert.Null(new CropLabelling(truth).Read([new(0, 0), new(3, 0), new(3, 3), new(0, 3)]));

    private (Block Block, TruthWord Word) OfSeveralWords()
    {
        var block = truth.Prescription.Blocks.First(candidate => truth.Words.Count(word => word.Block == candidate.Id) >= 3);
        return (block, truth.Words.Where(word => word.Block == block.Id).Skip(1).First(word => block.Text.Split(word.Text).Length == 2));
    }
}

namespace Vejja.Bench.Tests;

public sealed class DiceTests
{
    [Fact]
    public void Next_SeedOne_IsSplitMix64()
    {
        // The first outputs of the published algorithm for seed 1, as 53-bit fractions.
        var dice = new Dice(1);
        Assert.Equal((0x910A2DEC89025CC1UL >> 11) * (1.0 / (1UL << 53)), dice.Next());
        Assert.Equal((0xBEEB8DA1658EEC67UL >> 11) * (1.0 / (1UL << 53)), dice.Next());
    }

    [Fact]
    public void Fork_SameName_GivesTheSameSequenceAndLeavesTheParentAlone()
    {
        var (left, right) = (new Dice(7), new Dice(7));
        Assert.Equal(left.Fork("paper").Next(), right.Fork("paper").Next());
        Assert.NotEqual(left.Fork("paper").Next(), left.Fork("light").Next());
        Assert.Equal(right.Next(), left.Next());
    }

    [Fact]
    public void Shuffle_AnySeed_KeepsEveryItem() =>
        Assert.Equal(Enumerable.Range(0, 50), new Dice(3).Shuffle(Enumerable.Range(0, 50)).Order());
}

using Vejja.Bench.Splits;

namespace Vejja.Bench.Tests.Splits;

public sealed class DisjointnessTests
{
    [Fact]
    public void Check_TheSplits_ShareNothingThatTheyMustNotShare() => Assert.Empty(Disjointness.Violations());

    [Theory]
    [InlineData(Split.Train)]
    [InlineData(Split.Dev)]
    [InlineData(Split.Test)]
    internal void Seeds_OfASplit_SaySo(Split split)
    {
        Assert.Equal(split, SeedRanges.Of(SeedRanges.Of(split, 0, 0)));
        Assert.Equal(split, SeedRanges.Of(SeedRanges.Of(split, ulong.MaxValue, int.MaxValue)));
    }
}

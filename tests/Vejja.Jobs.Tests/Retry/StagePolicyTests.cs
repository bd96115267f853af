using Vejja.Domain.Documents;
using Vejja.Jobs.Retry;

namespace Vejja.Jobs.Tests.Retry;

public sealed class StagePolicyTests
{
    private static readonly StagePolicy Policy = new(TimeSpan.FromMinutes(1), 4, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60));

    [Theory]
    [InlineData(Stage.Read, 3, 3, false)]
    [InlineData(Stage.Read, 4, 4, true)]
    [InlineData(Stage.Enhance, 3, 3, true)]
    [InlineData(Stage.Schedule, 1, 50, false)]
    [InlineData(Stage.Notify, 1, 199, false)]
    [InlineData(Stage.Notify, 1, 200, true)]
    public void GivesUp_WorkerLost_OnlyWhereTheDocumentMayBeTheCause(Stage stage, int attempt, long lease, bool expected) =>
        Assert.Equal(expected, StagePolicy.For(stage).GivesUp(attempt, lease));

    [Theory]
    [InlineData(1, 0.0, 1.0)]
    [InlineData(1, 0.5, 1.5)]
    [InlineData(2, 0.0, 2.0)]
    [InlineData(3, 0.0, 4.0)]
    [InlineData(5, 0.0, 16.0)]
    [InlineData(6, 0.0, 30.0)]
    [InlineData(1000, 0.0, 30.0)]
    public void Delay_Attempt_DoublesUpToTheLongest(int attempt, double share, double seconds) =>
        Assert.Equal(seconds, Policy.Delay(attempt, share).TotalSeconds, 6);

    [Fact]
    public void Delay_AllShares_FillTheUpperHalf()
    {
        var delays = Enumerable.Range(0, 1000).Select(number => Policy.Delay(3, number / 1000.0).TotalSeconds).ToList();
        Assert.All(delays, delay => Assert.InRange(delay, 4, 8));
        Assert.True(delays.Distinct().Count() > 900);
    }

    [Theory]
    [InlineData(Stage.Read)]
    [InlineData(Stage.Enhance)]
    [InlineData(Stage.Schedule)]
    [InlineData(Stage.Notify)]
    public void For_EveryStage_IsBounded(Stage stage)
    {
        var policy = StagePolicy.For(stage);
        Assert.InRange(policy.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Assert.InRange(policy.MaximumAttempts, 1, 10);
        Assert.True(policy.FirstDelay < policy.LongestDelay);
    }
}

using Vejja.Bench.Cli;
using Vejja.Bench.Scoring;

namespace Vejja.Bench.Tests.Scoring;

public sealed class BaselineTests
{
    [Fact]
    public async Task Samples_ReadByTheProgram_AreNotReadWorseThanAccepted()
    {
        var summary = await BaselineCommand.MeasureAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Baseline.Falls(Baseline.Read(BaselineCommand.Accepted), Baseline.Of(summary)));
    }

    [Theory]
    [InlineData(0.80, 0.79, false, false)]
    [InlineData(0.80, 0.70, false, true)]
    [InlineData(0.80, 0.95, false, false)]
    [InlineData(0.05, 0.055, true, false)]
    [InlineData(0.05, 0.20, true, true)]
    [InlineData(0.05, 0.00, true, false)]
    public void Falls_Figure_IsAFallBeyondItsNoiseOnly(double accepted, double now, bool isLess, bool isFall)
    {
        Dictionary<string, BaselineFigure> Of(double value) => new() { ["figure"] = new(value, 0.02, isLess) };
        Assert.Equal(isFall, Baseline.Falls(Of(accepted), Of(now)).Count > 0);
    }
}

using Vejja.Bench.Scoring;

namespace Vejja.Bench.Tests.Scoring;

public sealed class CalibrationTests
{
    [Fact]
    public void ExpectedError_HonestConfidences_IsZero() =>
        Assert.Equal(0, Calibration.ExpectedError([.. Enumerable.Range(0, 10).Select(i => (0.7, i < 7))]), 9);

    [Fact]
    public void ExpectedError_CertainAndWrong_IsOne() => Assert.Equal(1, Calibration.ExpectedError([(1.0, false), (1.0, false)]), 9);

    [Fact]
    public void AccuracyWithout_WrongOnesAreLeastCertain_Rises()
    {
        (double, bool)[] values = [.. Enumerable.Range(0, 20).Select(i => (1 - (i / 40.0), i < 18))];
        Assert.Equal(0.9, Calibration.AccuracyWithout(values, 0), 9);
        Assert.Equal(1.0, Calibration.AccuracyWithout(values, 0.1), 9);
    }

    [Fact]
    public void RiskByCoverage_EqualConfidences_StandTogether() =>
        Assert.Equal([(0.5, 0.0), (1.0, 0.25)], Calibration.RiskByCoverage([(0.9, true), (0.9, true), (0.5, true), (0.5, false)]));
}

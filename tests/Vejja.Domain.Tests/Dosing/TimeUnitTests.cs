using Vejja.Domain.Dosing;

namespace Vejja.Domain.Tests.Dosing;

public sealed class TimeUnitTests
{
    [Theory]
    [InlineData(TimeUnit.Second, "s")]
    [InlineData(TimeUnit.Minute, "min")]
    [InlineData(TimeUnit.Hour, "h")]
    [InlineData(TimeUnit.Day, "d")]
    [InlineData(TimeUnit.Week, "wk")]
    [InlineData(TimeUnit.Month, "mo")]
    [InlineData(TimeUnit.Year, "a")]
    public void Code_EveryUnit_IsUcumBothWays(TimeUnit unit, string code)
    {
        Assert.Equal(code, unit.Code());
        Assert.Equal(unit, TimeUnitCodes.FromCode(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("D")]
    [InlineData("m")]
    [InlineData("day")]
    public void FromCode_OtherText_IsNull(string code) => Assert.Null(TimeUnitCodes.FromCode(code));

    [Fact]
    public void Equals_RepeatsWithSameMoments_ByContent()
    {
        var repeat = new Repeat { Frequency = 2, Period = 1, PeriodUnit = TimeUnit.Day, When = [EventTiming.MORN, EventTiming.EVE] };
        Assert.Equal(repeat, repeat with { When = [EventTiming.MORN, EventTiming.EVE] });
        Assert.NotEqual(repeat, repeat with { When = [EventTiming.EVE, EventTiming.MORN] });
    }
}

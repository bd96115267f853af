using Vejja.Domain.Dosing;

namespace Vejja.Domain.Tests.Dosing;

public sealed class MealTimingTests
{
    [Theory]
    [InlineData(EventTiming.MORN, EventTiming.PC, EventTiming.PCM)]
    [InlineData(EventTiming.NOON, EventTiming.PC, EventTiming.PCD)]
    [InlineData(EventTiming.EVE, EventTiming.PC, EventTiming.PCV)]
    [InlineData(EventTiming.MORN, EventTiming.AC, EventTiming.ACM)]
    [InlineData(EventTiming.NOON, EventTiming.AC, EventTiming.ACD)]
    [InlineData(EventTiming.EVE, EventTiming.AC, EventTiming.ACV)]
    [InlineData(EventTiming.MORN, EventTiming.C, EventTiming.CM)]
    [InlineData(EventTiming.NOON, EventTiming.C, EventTiming.CD)]
    [InlineData(EventTiming.EVE, EventTiming.C, EventTiming.CV)]
    public void At_TimeWithItsMeal_IsTheMealsCode(EventTiming time, EventTiming meal, EventTiming expected) =>
        Assert.Equal(expected, MealTiming.At(time, meal));

    [Theory]
    [InlineData(EventTiming.AFT)]
    [InlineData(EventTiming.NIGHT)]
    [InlineData(EventTiming.HS)]
    [InlineData(EventTiming.WAKE)]
    [InlineData(EventTiming.PCM)]
    public void At_TimeWithoutMeal_StaysTheTime(EventTiming time)
    {
        Assert.Equal(time, MealTiming.At(time, EventTiming.AC));
        Assert.Equal(time, MealTiming.At(time, EventTiming.PC));
    }
}

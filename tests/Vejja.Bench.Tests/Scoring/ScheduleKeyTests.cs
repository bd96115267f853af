using System.Collections.Immutable;
using Vejja.Bench.Content;
using Vejja.Bench.Scoring;
using Vejja.Bench.Wording;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Bench.Tests.Scoring;

public sealed class ScheduleKeyTests
{
    private static readonly ImmutableArray<Dosage> MorningAndEvening =
        DosageCoding.Slots("1 - 1", [(EventTiming.MORN, 1, Meal.After), (EventTiming.EVE, 1, Meal.After)], "tablet", null);

    [Fact]
    public void Times_OneDosageOrTwo_AreTheSameSchedule()
    {
        ImmutableArray<Dosage> apart =
        [
            .. DosageCoding.Slots("1", [(EventTiming.EVE, 1, Meal.After)], "tablet", null), .. DosageCoding.Slots("1", [(EventTiming.MORN, 1, Meal.After)], "tablet", null),
        ];
        Assert.Equal(ScheduleKey.Whole(MorningAndEvening), ScheduleKey.Whole(apart));
    }

    [Fact]
    public void Doses_TabletsOrMillilitres_Differ() =>
        Assert.NotEqual(ScheduleKey.Doses(MorningAndEvening), ScheduleKey.Doses(DosageCoding.Slots("1 - 1", [(EventTiming.MORN, 1, Meal.After), (EventTiming.EVE, 1, Meal.After)], "mL", null)));

    [Fact]
    public void Times_OtherMeal_Differs() =>
        Assert.NotEqual(ScheduleKey.Times(MorningAndEvening), ScheduleKey.Times(DosageCoding.Slots("1 - 1", [(EventTiming.MORN, 1, Meal.Before), (EventTiming.EVE, 1, Meal.After)], "tablet", null)));

    [Fact]
    public void Times_EveryEightHoursAndThreeTimesADay_Differ() =>
        Assert.NotEqual(ScheduleKey.Times(DosageCoding.Every("q8h", 8, false, null, 1, "tablet", null)), ScheduleKey.Times(DosageCoding.TimesADay("tds", 3, Meal.None, 1, "tablet", null)));

    [Fact]
    public void Duration_WeekAndSevenDays_AreEqual()
    {
        Medication Of(TimeSpanAmount bounds) => new() { Id = "m1", DosageInstruction = DosageCoding.TimesADay("bd", 2, Meal.None, 1, "tablet", bounds) };
        Assert.Equal(ScheduleKey.Duration(Of(new(1, TimeUnit.Week))), ScheduleKey.Duration(Of(new(7, TimeUnit.Day))));
        Assert.NotEqual(ScheduleKey.Duration(Of(new(1, TimeUnit.Month))), ScheduleKey.Duration(Of(new(30, TimeUnit.Day))));
    }
}

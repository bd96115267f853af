using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;
using static Vejja.Scheduling.Tests.Prescribed;

namespace Vejja.Scheduling.Tests;

public sealed class WallClockTests
{
    public static TheoryData<Repeat, string> Cases() => new()
    {
        { Daily(1).For(2, TimeUnit.Day), "11-21 07:00, 11-22 07:00" },
        { Daily(2).For(1, TimeUnit.Day), "11-21 07:00, 11-21 18:00" },
        { Daily(3).For(1, TimeUnit.Day), "11-21 07:00, 11-21 12:00, 11-21 18:00" },
        { Daily(4).For(1, TimeUnit.Day), "11-21 07:00, 11-21 12:00, 11-21 18:00, 11-21 21:00" },
        { Daily(5).For(1, TimeUnit.Day), "11-21 07:00, 11-21 10:30, 11-21 14:00, 11-21 17:30, 11-21 21:00" },
        { (Daily(3) with { When = [EventTiming.PC] }).For(1, TimeUnit.Day), "11-21 07:00, 11-21 12:00, 11-21 18:00" },
        { (Daily(2) with { When = [EventTiming.AC], Offset = 30 }).For(1, TimeUnit.Day), "11-21 06:30, 11-21 17:30" },
        { At(EventTiming.PCM, EventTiming.PCV).For(1, TimeUnit.Day), "11-21 07:00, 11-21 18:00" },
        { At(EventTiming.MORN, EventTiming.AFT, EventTiming.NIGHT).For(1, TimeUnit.Day), "11-21 07:00, 11-21 15:00, 11-21 21:00" },
        { (At(EventTiming.PCM) with { Offset = 60 }).For(1, TimeUnit.Day), "11-21 08:00" },
        { (At(EventTiming.HS) with { Offset = 30 }).For(1, TimeUnit.Day), "11-21 20:30" },
        { new Repeat { TimeOfDay = [new TimeOnly(20, 0), new TimeOnly(8, 0)] }.For(1, TimeUnit.Day), "11-21 08:00, 11-21 20:00" },
        { Every(2, TimeUnit.Day).For(7, TimeUnit.Day), "11-21 07:00, 11-23 07:00, 11-25 07:00, 11-27 07:00" },
        { (Every(2, TimeUnit.Day) with { When = [EventTiming.MORN, EventTiming.EVE] }).For(3, TimeUnit.Day), "11-21 07:00, 11-21 18:00, 11-23 07:00, 11-23 18:00" },
        { (Every(2, TimeUnit.Day) with { TimeOfDay = [new TimeOnly(8, 0), new TimeOnly(9, 0)] }).For(2, TimeUnit.Day), "11-21 08:00, 11-21 09:00" },
        { (Every(1, TimeUnit.Week) with { When = [EventTiming.PC] }).For(1, TimeUnit.Week), "11-21 07:00" },
        { (Every(1, TimeUnit.Week) with { Frequency = 4, DayOfWeek = [DayOfWeekCode.Mon, DayOfWeekCode.Fri] }).For(1, TimeUnit.Week), "11-23 07:00, 11-23 18:00, 11-27 07:00, 11-27 18:00" },
        { Every(1, TimeUnit.Week).For(3, TimeUnit.Week), "11-21 07:00, 11-28 07:00, 12-05 07:00" },
        { (Every(1, TimeUnit.Week) with { DayOfWeek = [DayOfWeekCode.Tue] }).For(2, TimeUnit.Week), "11-24 07:00, 12-01 07:00" },
        { (Daily(1) with { DayOfWeek = [DayOfWeekCode.Mon, DayOfWeekCode.Fri] }).For(10, TimeUnit.Day), "11-23 07:00, 11-27 07:00, 11-30 07:00" },
        { (new Repeat { DayOfWeek = [DayOfWeekCode.Mon] } with { When = [EventTiming.EVE] }).For(1, TimeUnit.Week), "11-23 18:00" },
        { (Every(2, TimeUnit.Week) with { DayOfWeek = [DayOfWeekCode.Sun, DayOfWeekCode.Mon] }).For(4, TimeUnit.Week), "11-22 07:00, 11-30 07:00, 12-06 07:00, 12-14 07:00" },
        { (Every(1, TimeUnit.Week) with { Frequency = 3 }).For(2, TimeUnit.Week), "11-21 07:00, 11-23 07:00, 11-25 07:00, 11-28 07:00, 11-30 07:00, 12-02 07:00" },
        { Every(1, TimeUnit.Month).For(3, TimeUnit.Month), "11-21 07:00, 12-21 07:00, 01-21 07:00" },
        { Every(1, TimeUnit.Year).For(2, TimeUnit.Year), "11-21 07:00, 11-21 07:00" },
        { (Daily(1) with { Cycle = new DosingCycle(2, 3) }).For(8, TimeUnit.Day), "11-21 07:00, 11-22 07:00, 11-26 07:00, 11-27 07:00" },
        { Daily(2) with { Count = 3 }, "11-21 07:00, 11-21 18:00, 11-22 07:00" },
        { new Repeat { Count = 1 }, "11-21 07:00" },
        { Daily(1) with { BoundsPeriod = new DatePeriod(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)) }, "11-23 07:00, 11-24 07:00" },
        { Daily(1).For(48, TimeUnit.Hour), "11-21 07:00, 11-22 07:00" },
        { Daily(1) with { BoundsRange = new TimeSpanRange(0, 3, TimeUnit.Day) }, "11-21 07:00, 11-22 07:00, 11-23 07:00" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_Repeat_GivesItsDoses(Repeat repeat, string doses)
    {
        var reminders = Schedule(repeat);
        Assert.Equal(doses, reminders.Days());
        Assert.Empty(reminders.Withheld);
    }

    [Theory]
    [InlineData("2026-11-21 00:00", "11-21 07:00, 11-21 12:00, 11-21 18:00")]
    [InlineData("2026-11-21 07:00", "11-21 07:00, 11-21 12:00, 11-21 18:00")]
    [InlineData("2026-11-21 07:01", "11-21 12:00, 11-21 18:00, 11-22 07:00")]
    [InlineData("2026-11-21 18:30", "11-22 07:00, 11-22 12:00, 11-22 18:00")]
    public void Plan_StartInTheDay_FirstSlotAtOrAfter(string start, string doses) =>
        Assert.Equal(doses, Schedule(Daily(3).For(1, TimeUnit.Day), Time(start)).Days());

    [Fact]
    public void Plan_AlternateDaysFromTheEvening_CountsFromTheFirstDose() =>
        Assert.Equal("11-22 07:00, 11-24 07:00", Schedule(Every(2, TimeUnit.Day).For(4, TimeUnit.Day), Time("2026-11-21 19:00")).Days());

    [Fact]
    public void Plan_MonthlyOnThe31st_DoesNotDrift()
    {
        var reminders = Schedule(Every(1, TimeUnit.Month).For(4, TimeUnit.Month), Time("2027-01-31 00:00"));
        Assert.Equal("01-31 07:00, 02-28 07:00, 03-31 07:00, 04-30 07:00", reminders.Days());
        Assert.Null(reminders.Series.Single().Rule);
    }

    [Fact]
    public void Plan_SheetPrintsHours_TheyWinOverThePersons()
    {
        var medicine = Medicine(Tablets(1, At(EventTiming.PCM, EventTiming.EVE, EventTiming.HS).For(1, TimeUnit.Day)));
        var request = Request(medicine) with { Hours = DayHours.Default with { Breakfast = new TimeOnly(8, 30), Bedtime = new TimeOnly(22, 0) } };
        request = request with
        {
            Prescription = request.Prescription with
            {
                SlotHours = [new SlotHours(EventTiming.EVE, new TimeOnly(17, 0), new TimeOnly(18, 0), 0.9, "b1")],
            },
        };
        var plan = ReminderScheduling.Plan(request);
        Assert.Equal("11-21 08:30, 11-21 17:00, 11-21 22:00", plan.Medications.Single().Days());
        Assert.Equal(new TimeOnly(17, 0), plan.Hours.Dinner);
    }

    [Fact]
    public void Plan_SheetHoursOutOfOrder_AreLeftAside()
    {
        var request = Request(Medicine(Tablets(1, Daily(2).For(1, TimeUnit.Day))));
        var plan = ReminderScheduling.Plan(request with
        {
            Prescription = request.Prescription with
            {
                SlotHours = [new SlotHours(EventTiming.EVE, new TimeOnly(5, 0), new TimeOnly(6, 0), 0.9, "b1")],
            },
        });
        Assert.Equal("11-21 07:00, 11-21 18:00", plan.Medications.Single().Days());
        Assert.Contains(ReminderNote.SheetHoursIgnored, plan.Medications.Single().Notes);
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-28 00:00", "03-28 02:30 +01:00", "03-29 03:30 +02:00", "03-30 02:30 +02:00")]
    [InlineData("Europe/Paris", "2026-10-24 00:00", "10-24 02:30 +02:00", "10-25 02:30 +02:00", "10-26 02:30 +01:00")]
    [InlineData("America/New_York", "2026-03-07 00:00", "03-07 02:30 -05:00", "03-08 03:30 -04:00", "03-09 02:30 -04:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-03 00:00", "10-03 02:30 +10:30", "10-04 02:30 +11:00", "10-05 02:30 +11:00")]
    public void Plan_AcrossTransitions_LocalTimeStays(string zone, string start, params string[] doses)
    {
        var reminders = Schedule(new Repeat { TimeOfDay = [new TimeOnly(2, 30)] }.For(3, TimeUnit.Day), Time(start), zone);
        Assert.Equal(doses, reminders.Doses());
        Assert.All(reminders.Series.Single().Occurrences, dose => Assert.Equal(new TimeSpan(2, 30, 0), dose.Local.TimeOfDay));
    }

    public static TheoryData<Repeat?, WithheldReason> Unclear() => new()
    {
        { null, WithheldReason.NoTiming },
        { new Repeat { BoundsDuration = new TimeSpanAmount(5, TimeUnit.Day) }, WithheldReason.NoTiming },
        { Daily(3) with { When = [EventTiming.MORN] }, WithheldReason.TimingUnclear },
        { Daily(1) with { When = [EventTiming.MORN, EventTiming.EVE] }, WithheldReason.TimingUnclear },
        { Daily(2) with { TimeOfDay = [new TimeOnly(8, 0)] }, WithheldReason.TimingUnclear },
        { new Repeat { TimeOfDay = [new TimeOnly(8, 0)], When = [EventTiming.MORN] }, WithheldReason.TimingUnclear },
        { new Repeat { Frequency = 2 }, WithheldReason.TimingUnclear },
        { Every(1, TimeUnit.Month) with { Frequency = 2 }, WithheldReason.TimingUnclear },
        { Every(79_228_162_514_264_337_593_543_950_335m, TimeUnit.Day), WithheldReason.TimingUnclear },
        { Daily(int.MaxValue), WithheldReason.TooFrequent },
        { At(EventTiming.PCV) with { Offset = 400 }, WithheldReason.TimingUnclear },
        { Daily(2) with { When = [EventTiming.AC], Offset = 500 }, WithheldReason.TimingUnclear },
        { Daily(2) with { When = [EventTiming.MORN, EventTiming.MORN] }, WithheldReason.TimingUnclear },
        { Daily(2) with { When = [EventTiming.MORN, EventTiming.PCM] }, WithheldReason.TimingUnclear },
        { Every(1, TimeUnit.Week) with { Frequency = 2, When = [EventTiming.MORN, EventTiming.EVE] }, WithheldReason.TimingUnclear },
        { Every(1, TimeUnit.Week) with { Frequency = 3, DayOfWeek = [DayOfWeekCode.Mon, DayOfWeekCode.Fri] }, WithheldReason.TimingUnclear },
        { Every(2, TimeUnit.Day) with { DayOfWeek = [DayOfWeekCode.Mon] }, WithheldReason.TimingUnclear },
        { Daily(1) with { BoundsPeriod = new DatePeriod(DateOnly.MaxValue, DateOnly.MaxValue) }, WithheldReason.TimingUnclear },
        { Every(5, TimeUnit.Minute), WithheldReason.TooFrequent },
        { Every(8, TimeUnit.Hour) with { When = [EventTiming.MORN] }, WithheldReason.TimingUnclear },
    };

    [Theory]
    [MemberData(nameof(Unclear))]
    public void Plan_TimesThatDoNotFit_AreWithheld(Repeat? repeat, WithheldReason reason)
    {
        var reminders = Schedule(Medicine(Tablets(1, repeat)));
        Assert.Empty(reminders.Series);
        Assert.Equal(reason, Assert.Single(reminders.Withheld).Reason);
    }

    [Fact]
    public void Plan_HugeLengths_StayListable()
    {
        var reminders = Schedule((Daily(1) with { Cycle = new DosingCycle(1, int.MaxValue) }).For(79_228_162_514_264_337_593_543_950_335m, TimeUnit.Day));
        Assert.Single(reminders.Doses());
        Assert.Equal(10_000, Schedule(Daily(4).For(100, TimeUnit.Year)).Doses().Length);
    }

    [Fact]
    public void Plan_AfterMealsWithoutANumber_EveryMealAndSaysSo()
    {
        var reminders = Schedule(new Repeat { When = [EventTiming.PC] }.For(1, TimeUnit.Day));
        Assert.Equal("11-21 07:00, 11-21 12:00, 11-21 18:00", reminders.Days());
        Assert.Contains(ReminderNote.EveryMeal, reminders.Notes);
    }

    [Fact]
    public void Plan_NoEnd_ListsTheFirstWeeks()
    {
        var reminders = Schedule(Daily(1));
        Assert.Equal(30, reminders.Doses().Length);
        Assert.True(reminders.Series.Single().OpenEnded);
        Assert.Null(reminders.EndDate);
        Assert.Contains(ReminderNote.OpenEnded, reminders.Notes);
    }
}

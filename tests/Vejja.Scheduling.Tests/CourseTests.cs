using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;
using static Vejja.Scheduling.Tests.Prescribed;

namespace Vejja.Scheduling.Tests;

public sealed class CourseTests
{
    [Fact]
    public void Plan_EveryEightHours_FollowsElapsedTimeAcrossTransitions()
    {
        var reminders = Schedule(Every(8, TimeUnit.Hour).For(1, TimeUnit.Day), Time("2026-10-24 23:00"), "Europe/Paris");
        Assert.Equal(["10-24 23:00 +02:00", "10-25 06:00 +01:00", "10-25 14:00 +01:00", "10-25 22:00 +01:00"], reminders.Doses());
        Assert.True(reminders.Series.Single().Elapsed);
        Assert.Equal(new RecurrenceRule(RecurrenceUnit.Hour, 8, []), reminders.Series.Single().Rule);
    }

    [Theory]
    [InlineData(8, 5, 15)]
    [InlineData(6, 5, 20)]
    [InlineData(12, 7, 14)]
    [InlineData(72, 9, 3)]
    public void Plan_EveryNHours_AsManyAsTheRuleSays(int hours, int days, int doses)
    {
        var reminders = Schedule(Every(hours, TimeUnit.Hour).For(days, TimeUnit.Day));
        Assert.Equal(doses, reminders.Doses().Length);
        Assert.StartsWith("11-21 07:00", reminders.Doses()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_Taper_StepsFollowOneAnother()
    {
        var reminders = Schedule(Medicine(
            Tablets(1, Daily(1), sequence: 3) with { Repeat = Daily(1).For(1, TimeUnit.Day) },
            Tablets(3, Daily(2).For(2, TimeUnit.Day), sequence: 1),
            Tablets(2, Every(12, TimeUnit.Hour).For(1, TimeUnit.Day), sequence: 2)));
        Assert.Equal(
            "11-21 07:00, 11-21 18:00, 11-22 07:00, 11-22 18:00, 11-23 07:00, 11-23 19:00, 11-24 07:00", reminders.Days());
        Assert.Equal(new DateOnly(2026, 11, 24), reminders.EndDate);
    }

    [Fact]
    public void Plan_OneDoseThenEveryEightHours_KeepsTheInterval()
    {
        var reminders = Schedule(Medicine(
            Tablets(2, new Repeat { Count = 1 }), Tablets(1, Every(8, TimeUnit.Hour) with { Count = 2 }, sequence: 2)));
        Assert.Equal("11-21 07:00, 11-21 07:00, 11-21 15:00", reminders.Days());
    }

    [Fact]
    public void Plan_DayOneThenDaily_GivesOneDoseOnTheFirstDay()
    {
        var reminders = Schedule(Medicine(Tablets(2, new Repeat().For(1, TimeUnit.Day)), Tablets(1, Daily(1).For(2, TimeUnit.Day), sequence: 2)));
        Assert.Equal("11-21 07:00, 11-22 07:00, 11-23 07:00", reminders.Days());
    }

    [Fact]
    public void Plan_SeveralDaysWithoutFrequency_IsWithheld() =>
        Assert.Equal(WithheldReason.NoTiming, Assert.Single(Schedule(new Repeat().For(4, TimeUnit.Day)).Withheld).Reason);

    [Fact]
    public void Plan_StepAfterOneWithoutLength_IsWithheld()
    {
        var reminders = Schedule(Medicine(Tablets(2, Daily(1)), Tablets(1, Daily(1), sequence: 2)));
        Assert.Equal(WithheldReason.StepWithoutStart, Assert.Single(reminders.Withheld).Reason);
        Assert.Single(reminders.Series);
    }

    [Fact]
    public void Plan_LengthSaidOnceInAStep_HoldsForAllOfIt()
    {
        var reminders = Schedule(Medicine(Tablets(2, At(EventTiming.MORN)), Tablets(1, At(EventTiming.EVE).For(2, TimeUnit.Day))));
        Assert.Equal("11-21 07:00, 11-21 18:00, 11-22 07:00, 11-22 18:00", reminders.Days());
    }

    [Fact]
    public void Plan_DurationPrintedInAColumn_BoundsTheCourse()
    {
        var reminders = Schedule(Medicine(Tablets(1, Daily(2))) with { Duration = Of(2, "d") });
        Assert.Equal(4, reminders.Doses().Length);
        Assert.Equal(new DateOnly(2026, 11, 22), reminders.EndDate);
    }

    [Fact]
    public void Plan_NoEndButQuantity_EndsWhereItRunsOut()
    {
        var reminders = Schedule(Medicine(Tablets(2, Daily(2))) with { Quantity = Of(15, "tablet") });
        Assert.Equal(7, reminders.Doses().Length);
        Assert.Equal(new DateOnly(2026, 11, 24), reminders.EndDate);
        Assert.Equal(new DateOnly(2026, 11, 24), reminders.RunOutDate);
        Assert.Equal(new DateOnly(2026, 11, 21), reminders.RefillDate);
        Assert.Contains(ReminderNote.EndsWithQuantity, reminders.Notes);
    }

    [Fact]
    public void Plan_NinetyDaysOfSupply_ReachesBeyondTheListedWeeks()
    {
        var reminders = Schedule(Medicine(Tablets(1, Daily(1))) with { Quantity = Of(90, "tablet") });
        Assert.Equal(90, reminders.Doses().Length);
        Assert.Equal(new DateOnly(2027, 2, 18), reminders.RunOutDate);
        Assert.Equal(new DateOnly(2027, 2, 15), reminders.RefillDate);
    }

    [Theory]
    [InlineData(10, "tablet", "2026-11-25", null)]
    [InlineData(11, "tablet", "2026-11-25", null)]
    [InlineData(6, "tablet", "2026-11-23", "2026-11-21")]
    [InlineData(10, "capsule", null, null)]
    public void Plan_BoundedCourse_SaysWhetherTheQuantityLasts(int quantity, string unit, string? runOut, string? refill)
    {
        var reminders = Schedule(Medicine(Tablets(1, Daily(2).For(5, TimeUnit.Day))) with { Quantity = Of(quantity, unit) });
        Assert.Equal(10, reminders.Doses().Length);
        Assert.Equal((runOut, refill), (reminders.RunOutDate?.ToString("O"), reminders.RefillDate?.ToString("O")));
    }

    [Fact]
    public void Plan_AsNeeded_GivesLimitsAndNoAlarm()
    {
        var dosage = Tablets(1, Every(4, TimeUnit.Hour) with { PeriodMax = 6 }) with
        {
            AsNeeded = true,
            AsNeededReason = "pain",
            MaxDosePerPeriod = [new MaxDose(new Quantity(4, "tablet"), new TimeSpanAmount(24, TimeUnit.Hour))],
        };
        var reminders = Schedule(Medicine(dosage));
        Assert.Empty(reminders.Series);
        Assert.Empty(reminders.Withheld);
        var limits = Assert.Single(reminders.AsNeeded);
        Assert.Equal((TimeSpan.FromHours(4), 4), (limits.MinimumInterval, limits.MaximumPerDay));
    }

    [Fact]
    public void Plan_UpToFourTimesADay_IsALimit()
    {
        var limits = Assert.Single(Schedule(Daily(1) with { FrequencyMax = 4 }).AsNeeded);
        Assert.Equal((null, 4), (limits.MinimumInterval, limits.MaximumPerDay));
    }

    [Theory]
    [InlineData("not-understood", FlagSeverity.Confirm, WithheldReason.NotUnderstood)]
    [InlineData("sliding-scale", FlagSeverity.Block, WithheldReason.SlidingScale)]
    [InlineData("conditional-dose", FlagSeverity.Block, WithheldReason.Conditional)]
    [InlineData("as-directed", FlagSeverity.Block, WithheldReason.Conditional)]
    [InlineData("weekly-drug-daily", FlagSeverity.Block, WithheldReason.Blocked)]
    [InlineData("crossed-out", FlagSeverity.Block, WithheldReason.Blocked)]
    public void Plan_Flagged_IsWithheldEvenWhenApproved(string code, FlagSeverity severity, WithheldReason reason)
    {
        var reminders = Schedule(Medicine(Tablets(1, Daily(1))) with { Flags = [new Flag(code, severity, "dose")] });
        Assert.Empty(reminders.Series);
        Assert.Equal(new WithheldReminder(reason, null, code), Assert.Single(reminders.Withheld));
    }

    [Fact]
    public void Plan_ConfirmFlag_DoesNotWithhold() =>
        Assert.NotEmpty(Schedule(Medicine(Tablets(1, Daily(1))) with { Flags = [new Flag("quantity-mismatch", FlagSeverity.Confirm, "quantity")] }).Series);

    [Fact]
    public void Plan_Condition_IsWithheld()
    {
        var reminders = Schedule(Medicine(Tablets(1, Daily(1)) with { Condition = "if fever" }));
        Assert.Equal(new WithheldReminder(WithheldReason.Conditional, "as printed", null), Assert.Single(reminders.Withheld));
    }

    [Fact]
    public void Plan_Unapproved_OnlyWhereTheCallerSaysSo()
    {
        var request = Request(Medicine(Tablets(1, Daily(1)))) with { Approved = false };
        Assert.Equal(WithheldReason.NotApproved, ReminderScheduling.Plan(request).Medications.Single().Withheld.Single().Reason);
        var plan = ReminderScheduling.Plan(request with { AllowUnapproved = true });
        Assert.False(plan.Approved);
        Assert.NotEmpty(plan.Medications.Single().Series);
    }

    [Fact]
    public void Plan_HideNames_NoWordOfThePageIsLeft()
    {
        var medicine = Medicine(Tablets(1, Daily(1)), Tablets(1, null), Tablets(1, Daily(1)) with { AsNeeded = true });
        var request = Request(medicine) with { HideNames = true };
        var reminders = ReminderScheduling.Plan(request).Medications.Single();
        Assert.Null(reminders.Name);
        Assert.Null(reminders.Series.Single().Instruction);
        Assert.Null(reminders.Withheld.Single().Instruction);
        Assert.Null(reminders.AsNeeded.Single().Instruction);
    }

    [Fact]
    public void Plan_CourseThatIsOver_SaysSo()
    {
        var reminders = Schedule(Daily(1) with { BoundsPeriod = new DatePeriod(null, new DateOnly(2026, 11, 20)) });
        Assert.Equal(WithheldReason.Over, Assert.Single(reminders.Withheld).Reason);
    }

    [Fact]
    public void Plan_EventsByDate_OneDoseEach()
    {
        var dosage = Tablets(1, null) with { Events = [new DateOnly(2026, 12, 1), new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 1)] };
        Assert.Equal("11-22 07:00, 12-01 07:00", Schedule(Medicine(dosage)).Days());
    }
}

using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;
using static Vejja.Scheduling.Tests.Prescribed;

namespace Vejja.Scheduling.Tests;

public sealed class PlanRevisionTests
{
    private static readonly Medication TwiceADay = Medicine(Tablets(1, Daily(2).For(5, TimeUnit.Day)));

    [Fact]
    public void Plan_SamePrescriptionAgain_SameIdentifiers() =>
        Assert.Equal<ReminderSeries>(Schedule(TwiceADay).Series, Schedule(TwiceADay).Series);

    [Fact]
    public void Plan_OtherPrescription_OtherIdentifiers()
    {
        var other = ReminderScheduling.Plan(Request(TwiceADay) with { PrescriptionId = "another" }).Medications.Single();
        Assert.Empty(other.Series.Select(series => series.Uid).Intersect(Schedule(TwiceADay).Series.Select(series => series.Uid)));
    }

    [Fact]
    public void Correct_NothingChanged_SequenceStays()
    {
        var corrected = PlanRevision.Correct(Plan(TwiceADay), Plan(TwiceADay));
        Assert.All(corrected.Medications.Single().Series, series => Assert.Equal((0, false), (series.Sequence, series.Cancelled)));
    }

    [Fact]
    public void Correct_DoseChanged_SameIdentifierHigherSequence()
    {
        var corrected = PlanRevision.Correct(Plan(TwiceADay), Plan(Medicine(Tablets(2, Daily(2).For(5, TimeUnit.Day)))));
        Assert.Equal(Schedule(TwiceADay).Series.Select(series => series.Uid), corrected.Medications.Single().Series.Select(series => series.Uid));
        Assert.All(corrected.Medications.Single().Series, series => Assert.Equal(1, series.Sequence));
    }

    [Fact]
    public void Correct_SlotGoneThenBack_IsCancelledThenCalledAgain()
    {
        var once = PlanRevision.Correct(Plan(TwiceADay), Plan(Medicine(Tablets(1, Daily(1).For(5, TimeUnit.Day)))));
        Assert.Equal([(0, false), (1, true)], once.Medications.Single().Series.Select(series => (series.Sequence, series.Cancelled)));
        var again = PlanRevision.Correct(once, Plan(TwiceADay));
        Assert.Equal([(0, false), (2, false)], again.Medications.Single().Series.Select(series => (series.Sequence, series.Cancelled)));
    }

    [Fact]
    public void Correct_MedicineRemoved_ItsEventsAreCancelled()
    {
        var corrected = PlanRevision.Correct(Plan(TwiceADay), Plan(TwiceADay with { Id = "m2" }));
        var removed = Assert.Single(corrected.Medications, medication => medication.MedicationId == "m1");
        Assert.All(removed.Series, series => Assert.Equal((1, true), (series.Sequence, series.Cancelled)));
    }

    [Fact]
    public void End_EveryEvent_IsCancelledOnce()
    {
        var ended = PlanRevision.End(PlanRevision.End(Plan(TwiceADay)));
        Assert.All(ended.Medications.Single().Series, series => Assert.Equal((1, true), (series.Sequence, series.Cancelled)));
    }

    private static ReminderPlan Plan(Medication medication) => ReminderScheduling.Plan(Request(medication));
}

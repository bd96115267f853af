using Vejja.Bench.Cli;
using Vejja.Bench.Scoring;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Bench.Tests.Scoring;

public sealed class SheetScoringTests
{
    private static readonly TruthDocument Truth = TruthFile.Read(Path.Combine(Places.Root, "samples/clinic-remark.jpg.truth.json"));

    [Fact]
    public void Score_TheTruthItself_IsPerfect()
    {
        var summary = Of(Truth.Prescription);
        Assert.Equal(1, summary.Lines.F1);
        Assert.Equal(0, summary.Points.Errors);
        Assert.Equal(1, summary.TreeSimilarity, 9);
        Assert.Equal(1, summary.Relations.F1, 9);
        Assert.Equal(1, summary.Medications.F1);
        Assert.Equal(1, summary.ExactSheets);
        Assert.Equal(0, summary.SilentlyWrong);
        Assert.Equal(1, summary.OfSheetField(null).F1);
    }

    [Fact]
    public void Score_Nothing_FindsNothingAndClaimsNothing()
    {
        var summary = Of(new Prescription { File = Truth.Prescription.File });
        Assert.Equal(0, summary.Medications.Recall);
        Assert.Equal(1, summary.Points.Rate);
        Assert.Equal(0, summary.SilentlyWrong);
        Assert.Equal(Truth.Prescription.Medications.Length, summary.SilentlyMissing);
    }

    [Fact]
    public void Score_WrongStrength_IsSilentlyWrongOnlyWhenTrusted()
    {
        Assert.Equal(1, Of(With(medication => medication with { Strength = Wrong(0.9) })).SilentlyWrong);
        Assert.Equal(0, Of(With(medication => medication with { Strength = Wrong(0.5) })).SilentlyWrong);
        Assert.Equal(0, Of(With(medication => medication with { Strength = Wrong(0.9), Flags = [new Flag("strength-not-made", FlagSeverity.Confirm, "strength")] })).SilentlyWrong);
        Assert.Equal(1, Of(With(medication => medication with { Strength = Wrong(0.9), Flags = [new Flag("glued-strength", FlagSeverity.Info, "strength")] })).SilentlyWrong);
    }

    [Fact]
    public void Score_InventedMedicine_IsSilentlyWrong()
    {
        var invented = new Medication { Id = "m99", Name = new Reading<string>("Warfarin", "Warfarin", 0.95, ["b1"]) };
        Assert.Equal(1, Of(Truth.Prescription with { Medications = Truth.Prescription.Medications.Add(invented) }).SilentlyWrong);
    }

    [Fact]
    public void Score_InferredForm_CountsOnlyWhenItIsPrinted()
    {
        Assert.Equal(1, Of(With(medication => medication with { Form = new Reading<string>("tablet", null, 0.9, []) })).Medications.F1);
    }

    private static Summary Of(Prescription reading) => new([SheetScoring.Score(Truth, reading)]);

    private static Prescription With(Func<Medication, Medication> change) =>
        Truth.Prescription with { Medications = Truth.Prescription.Medications.SetItem(0, change(Truth.Prescription.Medications[0])) };

    private static Reading<string> Wrong(double confidence) => new("7500 mg", "7500mg", confidence, ["b1"]);
}

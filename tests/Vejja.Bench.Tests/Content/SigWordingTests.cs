using Vejja.Bench.Content;
using Vejja.Bench.Scoring;
using Vejja.Bench.Wording;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Tests.Content;

/// <summary>An instruction and its coding say the same.</summary>
public sealed class SigWordingTests
{
    private static readonly Numerals Digits = new(false, "½");

    public static TheoryData<ulong> Seeds() => [.. Enumerable.Range(1, 60).Select(seed => (ulong)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_French_WordsMatchTheCode(ulong seed)
    {
        var dice = new Dice(seed);
        foreach (var order in OrderDrawing.Draw(new SheetNeeds(), Split.Test, dice).Orders)
        {
            var sig = FrenchSig.Write(order, Digits, true, dice);
            var times = ScheduleKey.Times(sig.Dosages);
            Assert.Equal(sig.Text.Contains("matin", StringComparison.Ordinal), times.Contains("MORN", StringComparison.Ordinal) || times.Contains("CM", StringComparison.Ordinal));
            Assert.Equal(sig.Text.Contains("coucher", StringComparison.Ordinal), times.Contains("HS", StringComparison.Ordinal));
            Assert.Equal(sig.Text.Contains("besoin", StringComparison.Ordinal) || sig.Text.Contains("douleur", StringComparison.Ordinal), sig.Dosages[0].AsNeeded);
            Assert.Equal(sig.Text.Contains("semaine", StringComparison.Ordinal) && order.Intake.Kind == IntakeKind.Weekly, times.Contains("1wk", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_Khmer_WordsMatchTheCode(ulong seed)
    {
        var dice = new Dice(seed);
        foreach (var order in OrderDrawing.Draw(new SheetNeeds { KhmerUnitsOnly = true }, Split.Train, dice).Orders)
        {
            var sig = KhmerSig.Write(order, new Numerals(true, "½"), true, dice);
            var times = ScheduleKey.Times(sig.Dosages);
            Assert.DoesNotContain(sig.Text, char.IsAsciiDigit);
            Assert.Equal(sig.Text.Contains("ព្រឹក", StringComparison.Ordinal), times.Contains("MORN", StringComparison.Ordinal) || times.Contains("CM", StringComparison.Ordinal));
            Assert.Equal(sig.Text.Contains("ម៉ោង", StringComparison.Ordinal), times.Contains('h', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Write_EnglishWithoutForm_LeavesTheUnitOfBareNumbersOpen()
    {
        var drug = Formulary.All.First(drug => drug.English == "metformin");
        var order = new Order("m1", drug, "Metformin", "500 mg", new(IntakeKind.Slots, [new(EventTiming.MORN, 1), new(EventTiming.EVE, 2)], 1, 0), Meal.None, 30, 90, false);
        var sig = EnglishSig.Write(order, Digits, new(false, true, false), new Dice(1));
        Assert.Matches("^1[-+]0[-+]2$", sig.Text);
        Assert.All(sig.Dosages, dosage => Assert.Empty(dosage.Dose!.Low.Unit));
        Assert.All(EnglishSig.Write(order, Digits, new(false, true, true), new Dice(1)).Dosages, dosage => Assert.Equal("tablet", dosage.Dose!.Low.Unit));
    }
}

using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Safety;
using static Vejja.Reading.Tests.Safety.Sheet;

namespace Vejja.Reading.Tests.Safety;

public class SafetyReviewTests
{
    [Theory]
    [InlineData("Xyloquentin", FlagCodes.NameNotKnown)]
    [InlineData("Brufexaline forte", FlagCodes.NameNotKnown)]
    [InlineData("ក្រដាស", FlagCodes.NameNotKnown)]
    [InlineData("Prednisoone", FlagCodes.NameUncertain)]
    [InlineData("Loxacillin", FlagCodes.NameUncertain)]
    [InlineData("Vitamin F", FlagCodes.NameUncertain)]
    [InlineData("Paracetamo1", FlagCodes.NameRepaired)]
    [InlineData("Arnoxicilline", FlagCodes.NameRepaired)]
    [InlineData("Ciproflaxacine", FlagCodes.NameRepaired)]
    [InlineData("MS", FlagCodes.AbbreviationDrugName)]
    [InlineData("MSO4", FlagCodes.AbbreviationDrugName)]
    [InlineData("MgSO4", FlagCodes.AbbreviationDrugName)]
    public void Check_DoubtfulName_IsFlagged(string name, string code) => Assert.Contains(Codes(Medicine(name)), c => c == code);

    [Theory]
    [InlineData("Paracetamol", FlagCodes.NameNotKnown)]
    [InlineData("Butylscopolamine", FlagCodes.NameNotKnown)]
    [InlineData("Multivitamine", FlagCodes.NameNotKnown)]
    [InlineData("Prednisone", FlagCodes.NameUncertain)]
    [InlineData("Céfotaxime", FlagCodes.NameUncertain)]
    [InlineData("Vitamine C", FlagCodes.NameUncertain)]
    [InlineData("Amoxicilline", FlagCodes.NameRepaired)]
    [InlineData("AMOXICILLIN", FlagCodes.NameRepaired)]
    [InlineData("Metformin HCl", FlagCodes.NameRepaired)]
    [InlineData("MS Contin", FlagCodes.AbbreviationDrugName)]
    [InlineData("Morphine", FlagCodes.AbbreviationDrugName)]
    [InlineData("Magnesium sulfate", FlagCodes.AbbreviationDrugName)]
    public void Check_PlainName_IsNotFlagged(string name, string code) => Assert.DoesNotContain(Codes(Medicine(name)), c => c == code);

    [Theory]
    [InlineData("Paracetamol", "50 mg", "tablet", FlagCodes.StrengthTenfold)]
    [InlineData("Amlodipine", "50 mg", "tablet", FlagCodes.StrengthTenfold)]
    [InlineData("Levothyrox", "50 mg", "tablet", FlagCodes.StrengthTenfold)]
    [InlineData("Digoxine", "2.5 mg", "tablet", FlagCodes.StrengthTenfold)]
    [InlineData("Esome", "30 mg", "tablet", FlagCodes.StrengthNotMade)]
    [InlineData("Losartan", "70 mg", "tablet", FlagCodes.StrengthNotMade)]
    [InlineData("Warfarin", "55 mg", "tablet", FlagCodes.StrengthNotMade)]
    public void Check_StrengthNotMade_IsFlagged(string name, string strength, string form, string code) =>
        Assert.Contains(code, Codes(Medicine(name, strength, form)));

    [Theory]
    [InlineData("Paracetamol", "500 mg", "tablet")]
    [InlineData("Esome", "20 mg", "tablet")]
    [InlineData("Butylscopolamine", "10 mg", "tablet")]
    [InlineData("Augmentin", "1 g", "tablet")]
    [InlineData("Levothyrox", "50 ug", "tablet")]
    [InlineData("Multivitamine", "500 mg", "tablet")]
    [InlineData("Xyloquentin", "5 mg", "tablet")]
    [InlineData("Amoxicilline", "250 mg/5 mL", "oral suspension")]
    public void Check_StrengthMadeOrNotKnown_IsNotFlagged(string name, string strength, string form) =>
        Assert.DoesNotContain(Codes(Medicine(name, strength, form)), c => c is FlagCodes.StrengthTenfold or FlagCodes.StrengthNotMade);

    [Theory]
    [InlineData("prednisone", "prednisolone")]
    [InlineData("hydroxyzine", "hydralazine")]
    [InlineData("vinblastine", "vincristine")]
    [InlineData("Amoxicilline", "Ampicilline")]
    [InlineData("Paracetamol", "Amoxicilline", false)]
    [InlineData("Losartan", "Valsartan", false)]
    [InlineData("Metformine", "Amlodipine", false)]
    public void Check_TwoOnOneSheet_LookAlikeOrNot(string first, string second, bool alike = true)
    {
        var flags = Review(Medicine(first), Medicine(second) with { Id = "m2" }).SelectMany(m => m.Flags);
        Assert.Equal(alike, flags.Any(f => f.Code == FlagCodes.LookAlikeName && f.Severity == FlagSeverity.Confirm));
    }

    [Theory]
    [InlineData("terbin", 0.6, true)]
    [InlineData("Danazol", 0.7, true)]
    [InlineData("cloxacillin", 0.8, true)]
    [InlineData("Danazol", 0.99, false)]
    [InlineData("Ibuprofen", 0.6, false)]
    [InlineData("Paracetamol", 0.5, false)]
    public void Check_NeighbourOneLetterAway_IsAskedAboutWhereTheReadingIsUnsure(string name, double confidence, bool asked) =>
        Assert.Equal(asked, Review(Medicine(name, confidence: confidence))[0].Flags.Any(f => f.Code == FlagCodes.LookAlikeName && f.Severity == FlagSeverity.Confirm));

    [Theory]
    [InlineData("Methotrexate", 1, 1, TimeUnit.Day, true)]
    [InlineData("Fosamax", 1, 1, TimeUnit.Day, true)]
    [InlineData("Methotrexate", 1, 8, TimeUnit.Hour, true)]
    [InlineData("Methotrexate", 3, 1, TimeUnit.Week, true)]
    [InlineData("Methotrexate", 1, 1, TimeUnit.Week, false)]
    [InlineData("Fosamax", 1, 7, TimeUnit.Day, false)]
    [InlineData("Cabergoline", 2, 1, TimeUnit.Week, false)]
    [InlineData("Paracetamol", 3, 1, TimeUnit.Day, false)]
    public void Check_WeeklyMedicine_ReadAsMoreOften_Blocks(string name, int frequency, int period, TimeUnit unit, bool blocked)
    {
        var medication = Medicine(name).Dosed(new Dosage { Text = "x", Dose = new DoseAmount(new Quantity(1, "tablet")), Repeat = new Repeat { Frequency = frequency, Period = period, PeriodUnit = unit } });
        Assert.Equal(blocked, Review(medication)[0].Flags.Any(f => f is { Code: FlagCodes.WeeklyDrugDaily, Severity: FlagSeverity.Block }));
    }

    [Fact]
    public void Check_WeeklyMedicineOnOneWeekday_IsNotBlocked()
    {
        var medication = Medicine("Methotrexate").Dosed(new Dosage { Text = "lundi", Repeat = new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Day, DayOfWeek = [DayOfWeekCode.Mon] } });
        Assert.DoesNotContain(FlagCodes.WeeklyDrugDaily, Codes(medication));
    }

    [Theory]
    [InlineData("Doliprane", "Efferalgan Codéine", true)]
    [InlineData("Paracetamol", "Tiffy", true)]
    [InlineData("Augmentin", "Amoxicilline", true)]
    [InlineData("Doliprane", "Ibuprofen", false)]
    [InlineData("Omeprazole", "Esome", false)]
    [InlineData("Xyloquentin", "Xyloquentin", false)]
    public void Check_OneIngredientTwice_IsFlagged(string first, string second, bool flagged) =>
        Assert.Equal(flagged, Review(Medicine(first), Medicine(second)).All(m => m.Flags.Any(f => f.Code == FlagCodes.DuplicateIngredient)));

    [Theory]
    [InlineData(14, 1, 2, 5, true)]
    [InlineData(10, 1, 3, 5, true)]
    [InlineData(70, 1, 1, 7, true)]
    [InlineData(14, 1, 2, 7, false)]
    [InlineData(15, 1, 3, 5, false)]
    [InlineData(7, 0.5, 2, 7, false)]
    public void Check_QuantityAgainstDoseAndDays_Mismatch(int quantity, double dose, int times, int days, bool flagged) =>
        Assert.Equal(flagged, Codes(Medicine("Paracetamol").Daily((decimal)dose, times).Of(quantity).For(days)).Contains(FlagCodes.QuantityMismatch));

    [Theory]
    [InlineData("bottle")]
    [InlineData("box")]
    [InlineData("capsule")]
    public void Check_QuantityInOtherUnits_SaysNothing(string unit) =>
        Assert.DoesNotContain(FlagCodes.QuantityMismatch, Codes(Medicine("Paracetamol").Daily(1, 3).Of(1, unit).For(5)));

    [Fact]
    public void Check_Taper_ComparesTheSumOfItsSteps()
    {
        Medication Taper(int quantity) => Medicine("Prednisolone").Dosed(Step(1, 4, 5), Step(2, 2, 5)).Of(quantity);
        Assert.DoesNotContain(FlagCodes.QuantityMismatch, Codes(Taper(30)));
        Assert.Contains(FlagCodes.QuantityMismatch, Codes(Taper(20)));
    }

    [Theory]
    [InlineData(2, 6, 8, "tablet", true)]
    [InlineData(1, 4, 3, "tablet", true)]
    [InlineData(2, 6, 4, "g", true)]
    [InlineData(2, 4, 8, "tablet", false)]
    [InlineData(1, 3, 3, "tablet", false)]
    [InlineData(2, 4, 4, "g", false)]
    [InlineData(2, 4, 4, "mL", false)]
    public void Check_DoseAgainstTheSheetsOwnMaximum(int dose, int times, int maximum, string unit, bool above)
    {
        var dosage = new Dosage
        {
            Text = "x",
            Dose = new DoseAmount(new Quantity(dose, "tablet")),
            Repeat = new Repeat { Frequency = times, Period = 1, PeriodUnit = TimeUnit.Day },
            MaxDosePerPeriod = [new MaxDose(new Quantity(maximum, unit), new TimeSpanAmount(1, TimeUnit.Day))],
        };
        Assert.Equal(above, Codes(Medicine("Paracetamol", "500 mg").Dosed(dosage)).Contains(FlagCodes.AboveStatedMaximum));
    }

    [Theory]
    [InlineData(11, "tablet", true)]
    [InlineData(12, "capsule", true)]
    [InlineData(21, "", true)]
    [InlineData(1, "tablet", false)]
    [InlineData(9, "tablet", false)]
    [InlineData(15, "mL", false)]
    public void Check_TwoDigitsAmongSingleOnes_IsFlagged(int dose, string unit, bool flagged)
    {
        var sheet = Review(Medicine("Paracetamol").Daily(dose, 2, unit), Medicine("Ibuprofen").Daily(1, 2), Medicine("Omeprazole").Daily(2, 1));
        Assert.Equal(flagged, sheet[0].Flags.Any(f => f.Code == FlagCodes.OutlierInColumn));
        Assert.DoesNotContain(sheet[1].Flags, f => f.Code == FlagCodes.OutlierInColumn);
    }

    [Theory]
    [InlineData(10, "tablet", true)]
    [InlineData(25, "capsule", true)]
    [InlineData(11, "suppository", true)]
    [InlineData(4, "tablet", false)]
    [InlineData(20, "drop", false)]
    [InlineData(15, "mL", false)]
    public void Check_TenSolidsAtOneTime_IsFlagged(int dose, string unit, bool flagged) =>
        Assert.Equal(flagged, Codes(Medicine("Paracetamol").Daily(dose, 2, unit)).Contains(FlagCodes.DoseTenfold));

    [Theory]
    [InlineData("Inderal40 mg", true)]
    [InlineData("Esome20mg", true)]
    [InlineData("Vitamine B1100 mg", true)]
    [InlineData("Esome 20mg", false)]
    [InlineData("Vitamine B12 250 µg", false)]
    [InlineData("10mg", false)]
    [InlineData("1 cp500mg", false)]
    public void Check_StrengthGluedToTheName_IsFlagged(string line, bool flagged)
    {
        var blocks = ImmutableDictionary<string, string>.Empty.Add("b1", line);
        Assert.Equal(flagged, SafetyReview.Check([Medicine("Esome")], blocks)[0].Flags.Any(f => f.Code == FlagCodes.GluedStrength));
    }

    [Theory]
    [InlineData("គ្រាប់ស្រោប", true)]
    [InlineData("គ្រាប់សំប៉ែត", true)]
    [InlineData("សេរ៉ូម", true)]
    [InlineData("គ្រាប់", false)]
    [InlineData("cp", false)]
    [InlineData("gélule", false)]
    public void Check_FormWhoseSenseIsNotSure_IsFlagged(string printed, bool flagged)
    {
        var medication = Medicine("Esome") with { Form = new Reading<string>("tablet", printed, 0.9, ["b1"]) };
        Assert.Equal(flagged, Codes(medication).Contains(FlagCodes.AmbiguousTerm));
    }

    [Theory]
    [InlineData("1.0 mg", FlagCodes.TrailingZero)]
    [InlineData(".5 mg", FlagCodes.NoLeadingZero)]
    [InlineData("5O mg", FlagCodes.DigitLetter)]
    [InlineData("100 UI/mL", FlagCodes.AbbreviationIu)]
    public void Check_StrengthAsPrinted_IsFlaggedOnItsField(string printed, string code)
    {
        var medication = Medicine("Warfarin") with { Strength = new Reading<string>("1 mg", printed, 0.9, ["b1"]) };
        Assert.Contains(Review(medication)[0].Flags, f => f.Code == code && f.Field == "strength");
    }

    [Fact]
    public void Check_ConditionOfTheGrammar_Blocks() =>
        Assert.Contains(FlagCodes.ConditionalDose, Codes(Medicine("Paracetamol").Dosed(new Dosage { Text = "x", Condition = "si fièvre" })));

    [Fact]
    public void Check_PlainSheet_HasNoFlagThatAsks()
    {
        var sheet = Review(
            Medicine("Butylscopolamine", "10 mg").Daily(1, 2).Of(14).For(7),
            Medicine("Multivitamine").Daily(1, 2).Of(10).For(5),
            Medicine("Esome", "20 mg").Daily(1, 1).Of(7).For(7),
            Medicine("Paracetamol", "500 mg").Daily(1, 3).Of(15).For(5));
        Assert.All(sheet, m => Assert.DoesNotContain(m.Flags, f => f.Severity != FlagSeverity.Info));
    }

    [Fact]
    public void Check_FlagAlreadyThere_IsSaidOnce()
    {
        var flag = new Flag(FlagCodes.QuantityMismatch, FlagSeverity.Confirm, "quantity");
        var medication = Medicine("Paracetamol").Daily(1, 2).Of(9).For(7) with { Flags = [flag] };
        Assert.Single(Review(medication)[0].Flags, f => f.Code == FlagCodes.QuantityMismatch);
    }

    private static Dosage Step(int sequence, decimal dose, decimal days) => new()
    {
        Sequence = sequence,
        Text = "x",
        Dose = new DoseAmount(new Quantity(dose, "tablet")),
        Repeat = new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Day, BoundsDuration = new TimeSpanAmount(days, TimeUnit.Day) },
    };

    private static ImmutableArray<Medication> Review(params Medication[] medications) => SafetyReview.Check([.. medications]);

    private static IEnumerable<string> Codes(Medication medication) => Review(medication)[0].Flags.Select(f => f.Code);
}

using Vejja.Domain.Dosing;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;
using Vejja.Reading.Layout;
using Vejja.Reading.Medications;

namespace Vejja.Reading.Tests.Medications;

public sealed class PlainMedicationsTests
{
    private static Medication[] Read(params string[] rows) =>
        [.. PlainMedications.Read(Printed.Sheet(rows), new HashSet<string>()).Select(MedicationReview.Finish)];

    [Fact]
    public void Read_NumberedOrdonnance_GivesEachMedicine()
    {
        var medications = Read(
            "1) AMOXICILLINE 500 mg gél : 1 gél matin, midi et soir pendant 7 jours",
            "2) PARACETAMOL 1 g : 1 cp 3 fois par jour si douleur",
            "3) DOMPÉRIDONE 10 mg, 1 cp avant les repas");

        Assert.Equal([("AMOXICILLINE", "500 mg"), ("PARACETAMOL", "1 g"), ("DOMPÉRIDONE", "10 mg")], medications.Select(medication => (medication.Name?.Value, medication.Strength?.Value)));
        Assert.Equal(7, medications[0].Duration?.Value.Value);
        Assert.Equal("capsule", medications[0].Form?.Value);
        Assert.All(medications, medication => Assert.NotEmpty(medication.DosageInstruction));
    }

    [Fact]
    public void Read_EnglishSigLines_GivesEachMedicine()
    {
        var medications = Read("Tab. Amlodipine 5mg 1 OD x 30/7", "Cap. Amoxicillin 500mg 1 tds x 7/7 #21");

        Assert.Equal(["Amlodipine", "Amoxicillin"], medications.Select(medication => medication.Name?.Value));
        Assert.Equal(["tablet", "capsule"], medications.Select(medication => medication.Form?.Value));
        Assert.Equal(21, medications[1].Quantity?.Value.Value);
    }

    [Fact]
    public void Read_InstructionBelowTheName_BelongsToIt()
    {
        var medications = Read("Paracetamol 500 mg", "1 tab 3 times a day for 5 days", "Omeprazole 20 mg", "1 cap before breakfast");

        Assert.Equal(["Paracetamol", "Omeprazole"], medications.Select(medication => medication.Name?.Value));
        Assert.All(medications, medication => Assert.NotEmpty(medication.DosageInstruction));
    }

    [Fact]
    public void Read_RenewalMarkBelowTheList_IsNoPartOfTheInstruction()
    {
        var medication = Assert.Single(Read("- DOMPÉRIDONE 10 mg cp, 1 comp 3 fois/jour pendant 7 jours", "AR"));

        Assert.DoesNotContain(medication.Flags, flag => flag.Code == "not-understood");
    }

    [Fact]
    public void Read_QuantityBehindTheName_IsNoDose()
    {
        var medication = Assert.Single(Read("1) Tamsulosin 0.4 mg ចំនួន 30 កាប់ស៊ុល", "លេប 1 កាប់ស៊ុល ល្ងាច រយៈពេល 30 ថ្ងៃ"));

        Assert.Equal(new Quantity(30, "capsule"), medication.Quantity?.Value);
        Assert.Equal(1, medication.DosageInstruction[0].Dose?.Low.Value);
    }

    [Fact]
    public void Read_QuantityThatContradictsDoseAndDays_LeavesNothingSure()
    {
        var medication = Assert.Single(Read("Cap. Amoxicillin 500mg 1 cap tds x 7/7 #12"));

        Assert.Contains(medication.Flags, flag => flag.Code == "quantity-mismatch");
        Assert.True(medication.DosageEvidence!.Confidence < 0.8);
    }

    [Theory]
    [InlineData("Tel: 053 932 295 / 018 623 456")]
    [InlineData("Dr. Pen Sreymom")]
    [InlineData("Phnom Penh, le 22/06/2025")]
    [InlineData("1. Chronic Cystitis")]
    [InlineData("Poids : 65 kg")]
    [InlineData("សូមយកវេជ្ជបញ្ជាមកវិញ ពេលពិនិត្យលើកក្រោយ")]
    public void Read_OtherLines_AreNoMedicines(string line) => Assert.Empty(Read(line));

    [Theory]
    [InlineData("x60", 60, "")]
    [InlineData("Qty 15", 15, "")]
    [InlineData("× 18 គ្រាប់", 18, "tablet")]
    [InlineData("ចំនួន 20 កាប់ស៊ុល", 20, "capsule")]
    public void Read_QuantityAtTheMargin_IsNoDose(string margin, int quantity, string unit)
    {
        var medication = Assert.Single(Read("1. Moxilen 500mg", "1 tab 2 times a day|" + margin));

        Assert.Equal((quantity, unit), ((int)medication.Quantity!.Value.Value, medication.Quantity.Value.Unit));
        Assert.Equal(1, Assert.Single(medication.DosageInstruction).Dose?.Low.Value);
    }

    [Fact]
    public void Read_FormWithTheNameAndABareNumber_GivesTheDoseItsUnit()
    {
        var medication = Assert.Single(Read("Tab. Amlodipine 5mg 1 OD x 30/7"));

        Assert.Equal("tablet", Assert.Single(medication.DosageInstruction).Dose?.Low.Unit);
    }

    [Fact]
    public void Read_FormWithTimesAndDots_GivesEachTimeItsOwnDose()
    {
        var medications = Read(
            "1-Amoxicillin 250mg|ចំនួន 20 កាប់ស៊ុល", "  ព្រឹក 2  ថ្ងៃត្រង់ .....  ល្ងាច 2  យប់ ......",
            "2-Paracetamol 500 mg|ចំនួន 14 គ្រាប់", "  ព្រឹក 1  ថ្ងៃត្រង់ .....  ល្ងាច 1  យប់ ......");

        Assert.Equal([5, 7], medications.Select(medication => medication.Duration?.Value.Value));
        Assert.All(medications, medication => Assert.Equal("MORN EVE", string.Join(' ', Assert.Single(medication.DosageInstruction).Repeat!.When)));
    }

    [Theory]
    [InlineData("1) BÉTAMÉTHASONE 0.05% crème, 1 application matin et soir, 7 jours", "BÉTAMÉTHASONE", "cream")]
    [InlineData("1. Syr. Paracetamol 120mg/5mL 5 ml tds x 3/7", "Paracetamol", "syrup")]
    [InlineData("1. Amoxicillin 125 mg/5mL oral suspension 5 ml tds x 5/7", "Amoxicillin", "oral suspension")]
    [InlineData("1. Paracetamol 500 mg tab, 1 tab tds x 3/7", "Paracetamol", "tablet")]
    public void Read_FormBesideTheName_IsTheForm(string line, string name, string form)
    {
        var medication = Assert.Single(Read(line));

        Assert.Equal((name, form), (medication.Name?.Value, medication.Form?.Value));
    }

    [Fact]
    public void Read_DosesBelowALineThatCannotBeRead_AreAMedicineWithoutAName()
    {
        var lines = Printed.Sheet("= capataeine|ចំនួន 7 គ្រាប់", "ព្រឹក 1 ថ្ងៃត្រង់ ... ល្ងាច ... យប់ ...", "2- Dexaméthasone 0.5mg|ចំនួន 6 គ្រាប់", "ព្រឹក 2 ថ្ងៃត្រង់ ... ល្ងាច ... យប់ ...");
        lines = lines.SetItem(0, Printed.Line("= capataeine", id: "b1", confidence: 0.2));
        Medication[] medications = [.. PlainMedications.Read(lines, new HashSet<string>()).Select(MedicationReview.Finish)];

        Assert.Equal([null, "Dexaméthasone"], medications.Select(medication => medication.Name?.Value));
        Assert.Equal(7, medications[0].Quantity?.Value.Value);
        Assert.Contains(medications[0].Flags, flag => flag is { Code: "illegible", Field: "name" });
        Assert.All(new[] { medications[0].DosageEvidence?.Confidence, medications[0].Quantity?.Confidence }, confidence => Assert.True(confidence is null or < 0.8));
    }

    [Fact]
    public void Read_DosesThatFollowOtherDoses_BelongToTheLineAboveThem()
    {
        var medications = Read("Paracetamol 500 mg|x 9 គ្រាប់", "ព្រឹក 1 ថ្ងៃត្រង់ 1 ល្ងាច 1", "Larcscorbine 19", "ព្រឹក 1 ថ្ងៃត្រង់ - ល្ងាច -");

        Assert.Equal(["Paracetamol", "Laroscorbine"], medications.Select(medication => medication.Name?.Value));
        Assert.Equal(3, Assert.Single(medications[0].DosageInstruction).Repeat?.Frequency);
        Assert.True(medications[1].RequiresReview);
    }

    [Theory]
    [InlineData("4- 1buprofen 200 mg 1 cp 3 fois par jour", 2)]
    [InlineData("ly- Virless 200mg 1 cp 3 fois par jour", 2)]
    public void Read_NumberOrInitialMisreadInANumberedList_StillBeginsAMedicine(string line, int medicines) =>
        Assert.Equal(medicines, Read("1- Paracetamol 500 mg 1 cp 3 fois par jour", line).Length);

    [Theory]
    [InlineData("ly- Virless 200mg 1 cp 3 fois par jour", "Virless")]
    [InlineData("bs, Fluconazole 50 mg 1 cp matin", "Fluconazole")]
    [InlineData("Co-trimoxazole 480 mg 1 cp matin et soir", "Co-trimoxazole")]
    public void Read_NumberReadAsLetters_IsNoPartOfAKnownName(string line, string expected) => Assert.Equal(expected, Assert.Single(Read(line)).Name?.Value);

    [Fact]
    public void Read_DoubtfulDigitOfAnInstruction_MakesItDoubtful()
    {
        var line = Printed.Line("លេប 9 កាប់ស៊ុល ព្រឹក រយៈពេល 1 ថ្ងៃ", 0, 30, "b2");
        var digit = line.Reading.Text.IndexOf('9', StringComparison.Ordinal);
        line = line with { Reading = line.Reading with { Symbols = line.Reading.Symbols.SetItem(digit, line.Reading.Symbols[digit] with { Confidence = 0.55 }) } };
        var medication = Assert.Single(PlainMedications.Read([Printed.Line("Fluconazole 50 mg ចំនួន 9 កាប់ស៊ុល"), line], new HashSet<string>()));

        Assert.True(medication.DosageEvidence!.Confidence < 0.8, $"{medication.DosageEvidence.Confidence:0.00}");
    }

    [Fact]
    public void Read_LineCrossedOut_MarksEveryFieldThatRestsOnIt()
    {
        var lines = Printed.Sheet("1- Paracetamol 500 mg 1 cp 3 fois par jour", "2- Amoxicilline 500 mg 1 gél matin et soir");
        var medications = PlainMedications.Read([lines[0], lines[1] with { Marks = LineMarks.CrossedOut }], new HashSet<string>());

        Assert.DoesNotContain(medications[0].Flags, flag => flag.Code == "crossed-out");
        Assert.Equal(["name", "strength", "dose"], medications[1].Flags.Where(flag => flag.Code == "crossed-out").Select(flag => flag.Field));
        Assert.True(MedicationReview.Finish(medications[1]).RequiresReview);
    }

    [Fact]
    public void Read_StrengthPartedFromItsName_IsTheStrength()
    {
        var medication = Assert.Single(Read("Butylscopolamine|10 mg|× 6 គ្រាប់", "ព្រឹក 1 គ្រាប់|ថ្ងៃត្រង់ -|ល្ងាច 1 គ្រាប់|យប់ -"));

        Assert.Equal(("Butylscopolamine", "10 mg", new Quantity(6, "tablet")), (medication.Name?.Value, medication.Strength?.Value, medication.Quantity?.Value));
        Assert.Equal(["b4", "b5", "b6", "b7"], medication.DosageEvidence?.Source);
    }

    /// <summary>The last of a row is a dash, a fifth as high as its words: what stands below is no farther from them.</summary>
    [Fact]
    public void Read_RowThatEndsWithADash_GoesOnBelow()
    {
        var rows = Printed.Sheet("Tamsulosin 0.4 mg", "ព្រឹក 1 កាប់ស៊ុល|ថ្ងៃត្រង់ -|យប់|-", "☑ ក្រោយបាយ");
        rows = [.. rows.Select(line => line.Text == "-" ? line with { Polygon = Polygon.From(line.Box with { Y1 = line.Box.Y1 + 8, Y2 = line.Box.Y1 + 12 }) } : line)];

        var medication = Assert.Single(PlainMedications.Read(rows, new HashSet<string>()));

        Assert.Equal([EventTiming.PCM], medication.DosageInstruction.SelectMany(dosage => dosage.Repeat!.When));
    }

    [Fact]
    public void Read_MealBelowAnItemThatItIsNoPartOf_IsADoubt()
    {
        var rows = Printed.Sheet("Tamsulosin 0.4 mg", "ព្រឹក 1 កាប់ស៊ុល|ថ្ងៃត្រង់ -|យប់ -", "", "ក្រោយបាយ", "Merci").RemoveAll(line => line.Text.Length == 0);

        Assert.Contains(Assert.Single(PlainMedications.Read(rows, new HashSet<string>())).Flags, flag => flag.Code == "not-understood");
        Assert.DoesNotContain(Assert.Single(PlainMedications.Read(rows.RemoveAll(line => line.Text == "ក្រោយបាយ"), new HashSet<string>())).Flags, flag => flag.Code == "not-understood");
    }

    [Fact]
    public void Read_CombinationWithoutItsLastUnit_IsNotSure()
    {
        var medication = Assert.Single(Read("FERROUS SULFATE + FOLIC ACID 200 mg + 0.4|× 31", "mg|គ្រាប់", "ព្រឹក 1 គ្រាប់|ថ្ងៃត្រង់ -|ល្ងាច -|យប់ -"));

        Assert.True(medication.Strength!.Confidence < 0.8);
    }
}

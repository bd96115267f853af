using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Reading.Layout;
using Vejja.Reading.Medications;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Medications;

public sealed class TableMedicationsTests
{
    private const string Header = "ល.រ|ឈ្មោះឱសថ|ចំនួន|វិធីប្រើ|ព្រឹក/(6-8)|ថ្ងៃត្រង់/(11-12)|ល្ងាច/(05-06)|យប់/(08-10)";

    private static Medication[] Read(params string[] rows) =>
        [.. TableMedications.Read(Find(Printed.Table(rows))).Select(MedicationReview.Finish)];

    private static MedicineTables Find(params ReadTable[] tables) => MedicineTables.Find(new Sheet([.. tables.SelectMany(table => table.Cells).SelectMany(cell => cell.Lines)], [.. tables]));

    [Fact]
    public void Read_HospitalSheet_GivesEveryValue()
    {
        var medications = Read(Header,
            "1|Butylscopolamine/10mg|14 គ្រាប់||1|-|1|-",
            "2|Multivitamine|10 គ្រាប់||1|-|1|-",
            "3|Paracetamol/500mg|15 គ្រាប់|PO|1/គ្រាប់ ក្រោយបាយ|1/គ្រាប់|1គ្រាប់ ក្រោយបាយ|-");

        Assert.Equal(["Butylscopolamine", "Multivitamine", "Paracetamol"], medications.Select(medication => medication.Name?.Value));
        Assert.Equal(["10 mg", null, "500 mg"], medications.Select(medication => medication.Strength?.Value));
        Assert.Equal([14, 10, 15], medications.Select(medication => medication.Quantity?.Value.Value));
        Assert.Equal([7, 5, 5], medications.Select(medication => medication.Duration?.Value.Value));
        Assert.All(medications, medication => Assert.True(medication.Duration!.Derived));
        Assert.Equal("oral", medications[2].Route?.Value);
        Assert.Equal([EventTiming.PCM, EventTiming.NOON, EventTiming.PCV], Assert.Single(medications[2].DosageInstruction).Repeat!.When);
        Assert.All(medications, medication => Assert.False(medication.RequiresReview));
        Assert.All(medications, medication => Assert.InRange(medication.Confidence, 0.8, 1));
    }

    [Fact]
    public void Read_HeaderPrintedAgainBetweenTheRows_IsNoMedicine() =>
        Assert.Equal(["Butylscopolamine", "Paracetamol"], Read(Header, "1|Butylscopolamine/10mg|14 គ្រាប់||1|-|1|-", Header, "2|Paracetamol/500mg|10 គ្រាប់||1|-|1|-").Select(medication => medication.Name?.Value));

    [Fact]
    public void Read_NameReadAsALabel_IsAMedicineBesideADoseAndANoteBesideNone()
    {
        var medications = Read(Header, "1|Paracetamol/500mg|10 គ្រាប់||1|-|1|-", "2|Mme: 0|15 គ្រាប់||1|1|1|-", "|Mme: Sok||||||");

        Assert.Equal(2, medications.Length);
        Assert.Equal([EventTiming.MORN, EventTiming.NOON, EventTiming.EVE], Assert.Single(medications[1].DosageInstruction).Repeat!.When);
    }

    [Theory]
    [InlineData("Calcidose 500 mg • 400 UI", true)]
    [InlineData("Calcidose 500 mg + 400 UI", false)]
    public void Read_StrengthBesideAnother_IsFlagged(string name, bool isDoubtful)
    {
        var medication = Assert.Single(Read(Header, $"1|{name}|10 គ្រាប់||1|-|1|-"));

        Assert.Equal(isDoubtful, medication.Strength!.Confidence < 0.8);
        Assert.Equal(isDoubtful, medication.Flags.Any(flag => flag is { Code: "low-confidence", Field: "strength" }));
    }

    [Fact]
    public void Read_BareNumber_TakesItsUnitFromTheQuantityAndNamesBothSources()
    {
        var medication = Assert.Single(Read(Header, "1|Paracetamol 500mg|10 គ្រាប់||1|-|1|-"));

        Assert.Equal(new Quantity(1, "tablet"), medication.DosageInstruction[0].Dose?.Low);
        Assert.All(medication.Quantity!.Source, source => Assert.Contains(source, medication.DosageEvidence!.Source));
        Assert.Equal("tablet", medication.Form?.Value);
    }

    [Fact]
    public void Read_UnequalDoses_AreOneDosageEachOfOneSequence()
    {
        var medication = Assert.Single(Read(Header, "1|Risordan 10 mg|90 គ្រាប់||1 គ្រាប់|-|2 គ្រាប់|-"));

        Assert.Equal([(1m, 1), (2m, 1)], medication.DosageInstruction.Select(dosage => (dosage.Dose!.Low.Value, dosage.Sequence)));
        Assert.Equal(30, medication.Duration?.Value.Value);
    }

    [Fact]
    public void Read_QuantityThatDoesNotDivide_IsFlaggedAndHasNoDuration()
    {
        var medication = Assert.Single(Read(Header, "1|Paracetamol 500mg|14 គ្រាប់||4|-|1|-"));

        Assert.Contains(medication.Flags, flag => flag.Code == "quantity-mismatch");
        Assert.Null(medication.Duration);
        Assert.True(medication.RequiresReview);
    }

    [Fact]
    public void Read_UnreadDoseCell_IsFlaggedAndNeverSure()
    {
        var medication = Assert.Single(Read(Header, "1|Paracetamol 500mg|14 គ្រាប់||1|w|1|-"));

        Assert.Contains(medication.Flags, flag => flag is { Code: "illegible", Field: "dose" });
        Assert.True(medication.RequiresReview);
        Assert.True(medication.DosageEvidence!.Confidence < 0.8);
    }

    [Fact]
    public void Read_MealInTheRemark_HoldsForEveryDose()
    {
        var medication = Assert.Single(Read("លរ|ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃ|ល្ងាច|យប់|សម្គាល់|ចំនួន", "1|Amoxicilline 500 mg|1 គ្រាប់|-|1 គ្រាប់|1 គ្រាប់|ក្រោយបាយ|15 គ្រាប់"));

        Assert.Equal(["PCM,PCV", "NIGHT"], medication.DosageInstruction.Select(dosage => string.Join(',', dosage.Repeat!.When)));
        Assert.Equal("after meals", Assert.Single(medication.DosageInstruction[1].AdditionalInstruction));
        Assert.Equal(5, medication.Duration?.Value.Value);
    }

    [Fact]
    public void Read_UncertainUnit_IsFlagged()
    {
        var medication = Assert.Single(Read(Header, "1|Esome 20mg|7 គ្រាប់ស្រោប|PO|1 គ្រាប់ ក្រោយបាយ|-|-|-"));

        Assert.Contains(medication.Flags, flag => flag is { Code: "ambiguous-term", Field: "form" });
        Assert.Equal("7 គ្រាប់ស្រោប", medication.Quantity?.Raw);
    }

    [Fact]
    public void Read_PrintedDays_AreBoundsAndNotDerived()
    {
        var medication = Assert.Single(Read("No|Medicine|Morning|Noon|Evening|Days|Total", "1|Amoxicillin 500 mg|1|1|1|7|21 caps"));

        Assert.Equal((7m, false), (medication.Duration!.Value.Value, medication.Duration.Derived));
        Assert.Equal(new TimeSpanAmount(7, TimeUnit.Day), medication.DosageInstruction[0].Repeat!.BoundsDuration);
    }

    [Fact]
    public void Read_InstructionInWords_GoesToTheSigGrammar()
    {
        var medication = Assert.Single(Read("No|Medicine|Qty|Usage", "1|Amlodipine 5mg|30 tabs|1 tab once daily"));

        Assert.Equal(1, Assert.Single(medication.DosageInstruction).Repeat?.Frequency);
    }

    [Fact]
    public void Read_PrePrintedListWithFewMarks_GivesOnlyTheMarkedMedicines()
    {
        var medications = Read("ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃ|ល្ងាច|យប់|ចំនួន", "Paracetamol 500mg||||| ", "Amoxicilline 500mg|1||1||10", "Omeprazole 20mg|||||", "Metformine 500mg|||||", "Ibuprofene 400mg|||||");

        Assert.Equal("Amoxicilline", Assert.Single(medications).Name?.Value);
    }

    [Fact]
    public void Read_VitalsRowAcrossTheTable_IsNoMedicine()
    {
        var medications = Read("ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃ|ល្ងាច|ចំនួន", "Paracetamol 500mg|1|1|1|15", "TA:100,65 mmHg P:90|<|<|<|<");

        Assert.Single(medications);
    }

    [Fact]
    public void Read_TableOnTheSecondPageWithoutHeader_GoesOnWithTheColumnsBefore()
    {
        var medications = TableMedications.Read(Find(
            Printed.Table("ឈ្មោះថ្នាំ|ព្រឹក|ថ្ងៃ|ល្ងាច|ចំនួន", "Paracetamol 500mg|1|1|1|15"),
            Printed.Table("Metformine 500mg|1|-|1|20", "Omeprazole 20mg|1|-|-|10")));

        Assert.Equal(["Paracetamol", "Metformine", "Omeprazole"], medications.Select(medication => medication.Name?.Value));
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.6)]
    public void Read_DoubtfulSigns_AreNeverSilentlyKept(double confidence)
    {
        var table = Printed.Table(confidence, Header, "1|Paracetamol 500mg|15 គ្រាប់||1|1|1|-");

        var medication = MedicationReview.Finish(Assert.Single(TableMedications.Read(Find(table))));

        Assert.True(medication.RequiresReview);
        Assert.True(medication.Confidence < 0.8);
    }

    [Fact]
    public void Find_PatientAndSignatureInTheSameRules_AreTextBesideTheMedicines()
    {
        var table = Printed.Table(
            "ឈ្មោះ: Sok Dara|<|អាយុ: 40 ឆ្នាំ|<|<|<|<",
            "No|Medicine|Qty|Morning|Noon|Evening|Night",
            "1|Paracetamol 500 mg|15 tab|1|1|1|-",
            "|Next visit: 04.05.2024|||||");
        var sheet = new Sheet([.. table.Cells.SelectMany(cell => cell.Lines)], [table]);
        var tables = MedicineTables.Find(sheet);

        Assert.Equal("Paracetamol", Assert.Single(TableMedications.Read(tables)).Name?.Value);
        Assert.Equal(["ឈ្មោះ: Sok Dara", "អាយុ: 40 ឆ្នាំ", "Next visit: 04.05.2024"], tables.Beside(sheet.Lines).Select(line => line.Text));
    }

    [Fact]
    public void Read_ConditionInTheRemark_HoldsForTheDosesOfTheColumns()
    {
        var medication = Assert.Single(Read("No|Medicine|Qty|Morning|Noon|Evening|Remark", "1|Paracetamol 500 mg|15 tab|1|1|1|if needed"));

        Assert.True(Assert.Single(medication.DosageInstruction).AsNeeded);
    }

    [Fact]
    public void Read_RemarkThatSaysAnotherDose_IsADoubt() =>
        Assert.Contains(Assert.Single(Read("No|Medicine|Qty|Morning|Noon|Evening|Remark", "1|Paracetamol 500 mg|15 tab|1|1|1|2 tablets in the morning")).Flags, flag => flag.Code == "not-understood");

    [Fact]
    public void Read_DoseAndFrequencyInTwoColumns_AreOneInstruction()
    {
        var dosage = Assert.Single(Assert.Single(Read("No|Medicine|Dose|Frequency|Duration", "1|Paracetamol 500 mg|1 tab|3 times a day|5 days")).DosageInstruction);

        Assert.Equal((1, 3), (dosage.Dose?.Low.Value, dosage.Repeat?.Frequency));
    }

    [Fact]
    public void Read_BareDoseBesideAQuantityThatWasNotRead_IsNotSure() =>
        Assert.True(Assert.Single(Read(Header, "1|Paracetamol/500mg|ថ្គ្រាប់||1|-|1|-")).DosageEvidence!.Confidence < 0.8);

    [Fact]
    public void Read_QuantityWhoseUnitWasLost_LeavesBareDosesInDoubt()
    {
        var medications = Read(Header, "1|Doxycycline 100 mg|20||1|-|1|-", "2|Paracetamol 500mg|10 គ្រាប់||1|-|1|-", "3|Multivitamine|10 គ្រាប់||1|-|1|-");

        Assert.True(medications[0].DosageEvidence!.Confidence < 0.8);
        Assert.True(medications[0].Quantity!.Confidence < 0.8);
        Assert.All(medications[1..], medication => Assert.False(medication.RequiresReview));
    }

    [Fact]
    public void Read_QuantityColumnWithAHeaderThatNobodyCouldRead_LeavesBareDosesInDoubt() => Assert.All(
        Read("ល.រ|ឈ្មោះឱសថ|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|%#", "1|Doxycycline 100 mg|1|-|1|20 ~", "2|Paracetamol 500mg|1|-|1|10 ~"),
        medication => Assert.True(medication.DosageEvidence!.Confidence < 0.8));

    [Fact]
    public void Read_QuantitiesUnderAHeaderTakenForATimeOfDay_AreNoSureDoses() => Assert.All(
        Read("ល.រ|ឈ្មោះឱសថ|ព្រឹក|ល្ងាច|យប់", "1|Doxycycline 100 mg|1|1|20", "2|Paracetamol 500mg|1|1|10"), medication => Assert.True(medication.RequiresReview));

    [Fact]
    public void Read_DosesUnderHeadersThatNobodyCouldRead_LeaveTheOthersInDoubt() => Assert.All(
        Read("ល.រ|ឈ្មោះឱសថ|ចំនួន|%#|#%|ល្ងាច|យប់", "1|Lasolvan 30 mg|15 គ្រាប់|2|-|1|-", "2|Fluconazole 150 mg|7 គ្រាប់|1|-|-|-", "3|Paracetamol 500mg|10 គ្រាប់|1|-|1|-"),
        medication => Assert.True(medication.RequiresReview));

    [Theory]
    [InlineData("Night Evening", true)] // two columns that were taken for one
    [InlineData("ល្ងាច Evening", false)] // one time of day in two languages
    public void Read_HeaderThatNamesTwoTimesOfDay_LeavesItsDosesInDoubt(string header, bool requiresReview) =>
        Assert.Equal(requiresReview, Assert.Single(Read($"No|Medicine|Qty|{header}|Morning", "1|Paracetamol 500mg|10 tab|1|1")).RequiresReview);

    [Theory]
    [InlineData("មុនបាយ", "ACM")]
    [InlineData("PO", "MORN")]
    [InlineData("1200 ៛", "MORN")] // a price says nothing of the dose
    public void Read_ColumnWhoseHeaderIsUnread_IsKnownByItsMealsAndRoutes(string cell, string when)
    {
        var medication = Assert.Single(Read("No|Medicine|Qty|Morning|Evening|xyz", $"1|Paracetamol 500mg|10 tab|1|-|{cell}"));

        Assert.Equal([when], medication.DosageInstruction.SelectMany(dosage => dosage.Repeat!.When).Select(timing => timing.ToString()));
        Assert.Equal(cell == "PO" ? "oral" : null, medication.Route?.Value);
    }

    [Fact]
    public void Read_RowWithoutAName_IsSureOfNothing()
    {
        var medication = Assert.Single(Read(Header, "1||14 គ្រាប់||1|-|1|-"));

        Assert.All(new[] { medication.Quantity!.Confidence, medication.DosageEvidence!.Confidence, medication.Duration!.Confidence }, confidence => Assert.True(confidence < 0.8));
    }

    [Theory]
    [InlineData(1, "name")]
    [InlineData(2, "quantity")]
    [InlineData(4, "dose")]
    [InlineData(0, "name")]
    public void Read_CellCrossedOut_MarksItsField(int column, string field)
    {
        var table = Printed.Table(Header, "1|Paracetamol 500mg|10 គ្រាប់||1|-|1|-");
        table = table with
        {
            Cells = [.. table.Cells.Select(cell => cell.Place.Row == 1 && cell.Place.Column == column ? new ReadCell(cell.Place, [.. cell.Lines.Select(line => line with { Marks = LineMarks.CrossedOut })], cell.IsDash) : cell)],
        };
        var medication = MedicationReview.Finish(Assert.Single(TableMedications.Read(Find(table))));

        Assert.Equal([field], medication.Flags.Where(flag => flag.Code == "crossed-out").Select(flag => flag.Field));
        Assert.True(medication.RequiresReview);
    }
}

using Vejja.Domain.Documents;
using Vejja.Reading.Fields;

namespace Vejja.Reading.Tests.Fields;

public sealed class FieldReadingTests
{
    private static PrescriptionFields Read(params string[] rows) => FieldReading.Read(Printed.Sheet(rows));

    [Theory]
    [InlineData("រាជធានីភ្នំពេញ,ថ្ងៃទី 22/06/2025 14:47", "2025-06-22")]
    [InlineData("ថ្ងៃទី ២២/០៦/២០២៥", "2025-06-22")]
    [InlineData("Battambang, le 01/05/2024", "2024-05-01")]
    [InlineData("Date: 19-Oct-2023", "2023-10-19")]
    [InlineData("Date : 2023-10-19", "2023-10-19")]
    [InlineData("ខេត្តតាកែវ, ថ្ងៃទី 29 ខែមិថុនា ឆ្នាំ2023 13:34", "2023-06-29")]
    [InlineData("Fait le 3 août 2024", "2024-08-03")]
    [InlineData("Date: 5.1.24", "2024-01-05")]
    public void Read_Dates_DayFirst(string line, string expected) =>
        Assert.Equal(expected, Read(line).Date?.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Date: 31/02/2024")]
    [InlineData("Date: 12/25/2024")]
    [InlineData("Tel: 053 932 295")]
    [InlineData("Date of birth: 01/02/1980")]
    [InlineData("DOB: 01/02/1980")]
    public void Read_NoDateOfTheSheet_GivesNone(string line) => Assert.Null(Read(line).Date);

    [Theory]
    [InlineData("អាយុ: 19 ឆ្នាំ ភេទ: ស្រី", 19, "a", "female")]
    [InlineData("អាយុ : ៧៦ ឆ្នាំ ភេទ : ប្រុស", 76, "a", "male")]
    [InlineData("Age: 83 years Sex: M", 83, "a", "male")]
    [InlineData("Âge : 74 ans   Sexe : F", 74, "a", "female")]
    [InlineData("Age: 8 months   Gender: Female", 8, "mo", "female")]
    [InlineData("អាយុ: 6 ខែ ភេទ: ប្រុស", 6, "mo", "male")]
    [InlineData("Age 45 Sex F", 45, "a", null)]
    public void Read_AgeAndSex_InThreeLanguages(string line, int age, string unit, string? sex)
    {
        var fields = Read(line);

        Assert.Equal(new Age(age, unit), fields.Age?.Value);
        if (sex is not null)
            Assert.Equal(sex, fields.Sex?.Value);
    }

    [Fact]
    public void Read_SexInALineOfItsOwn_IsRead() => Assert.Equal("male", Read("ភេទ: ប្រុស").Sex?.Value);

    [Theory]
    [InlineData("ឈ្មោះអ្នកជំងឺ : ជា វុទ្ធី", "ជា វុទ្ធី")]
    [InlineData("Patient name: Mao Panha", "Mao Panha")]
    [InlineData("Nom : Kim Socheat", "Kim Socheat")]
    [InlineData("Nom et prénom : Kim Socheat   Âge : 74 ans", "Kim Socheat")]
    [InlineData("ឈ្មោះអ្នកជំងឹ: យឹម ធារី", "យឹម ធារី")]
    public void Read_PatientName_BehindItsLabel(string line, string expected) => Assert.Equal(expected, Read(line).PatientName?.Value);

    [Theory]
    [InlineData("ឈ្មោះអ្នកជំងឺ")]
    [InlineData("ឈ្មោះអ្នកជំងឺ :")]
    [InlineData("Patient name: ........")]
    [InlineData("ឈ្មោះអ្នកជំងឺ: |")]
    public void Read_CoveredName_IsAbsent(string line) => Assert.Null(Read(line).PatientName);

    [Fact]
    public void Read_ValueInTheNextBoxOfTheRow_BelongsToTheLabel() => Assert.Equal("Mao Panha", FieldReading.Read(
        [Printed.Line("Patient name:", 0, 0, "b1"), Printed.Line("Mao Panha", 150, 0, "b2")]).PatientName?.Value);

    [Fact]
    public void Read_NumberedDiagnoses_OverSeveralLines()
    {
        var fields = Read("រោគវិនិច្ឆ័យ : 1. Chronic Cystitis", "                2. Encour ménorhée", "ផ្នែក : ពិគ្រោះជំងឺក្រៅ - បន្ទប់លេខ 5");

        Assert.Equal(["Chronic Cystitis", "Encour ménorhée"], fields.Diagnosis.Select(diagnosis => diagnosis.Value));
    }

    [Fact]
    public void Read_DiagnosesWithCommas_AreParted() =>
        Assert.Equal(["Anxiety", "Influenza-like illness"], Read("Dx: Anxiety, Influenza-like illness").Diagnosis.Select(diagnosis => diagnosis.Value));

    [Theory]
    [InlineData("Dr. Long Kunthea", "Long Kunthea")]
    [InlineData("វេជ្ជបណ្ឌិត Duong Neary", "Duong Neary")]
    [InlineData("Dr Pen Sreymom", "Pen Sreymom")]
    public void Read_Prescriber_BehindTheTitle(string line, string expected) => Assert.Equal(expected, Read(line).Prescriber?.Value);

    [Fact]
    public void Read_NextVisit_IsNotTheDate()
    {
        var fields = Read("ថ្ងៃទី 24/01/2025", "ថ្ងៃណាត់ : 03/02/2025");

        Assert.Equal((new DateOnly(2025, 1, 24), new DateOnly(2025, 2, 3)), (fields.Date!.Value, fields.NextVisit!.Value));
    }

    [Theory]
    [InlineData("MLUP SVAY CLINIC")]
    [InlineData("Clinique Mekong Thmey")]
    [InlineData("មន្ទីរពេទ្យមិត្តភាពខ្មែរ-សូវៀត")]
    public void Read_Facility_FromTheLetterhead(string line) => Assert.Equal(line, Read("ORDONNANCE MEDICALE", line).Facility?.Value);

    [Theory]
    [InlineData("6) Santisok Health Center", "Santisok Health Center")]
    [InlineData("+ Romduol Clinic", "Romduol Clinic")]
    public void Read_EmblemBeforeTheFacility_IsNoPartOfIt(string line, string expected) => Assert.Equal(expected, Read(line).Facility?.Value);

    [Fact]
    public void Read_FacilityInTwoScripts_IsTheFirstThatIsReadSurely()
    {
        var unsure = FieldReading.Read([Printed.Line("មន្ទីរពេទ្យផ្កាឈូក", 0, 0, "b1", 0.6), Printed.Line("Phka Chhouk Hospital", 0, 30, "b2")]).Facility;
        var sure = FieldReading.Read([Printed.Line("មន្ទីរពេទ្យផ្កាឈូក", 0, 0, "b1"), Printed.Line("Phka Chhouk Hospital", 0, 30, "b2")]).Facility;

        Assert.Equal("Phka Chhouk Hospital", unsure?.Value);
        Assert.Equal(("មន្ទីរពេទ្យផ្កាឈូក", "Phka Chhouk Hospital"), (sure?.Value, Assert.Single(sure!.Alternatives)));
    }

    [Theory]
    [InlineData("ឈ្មោះអ្នកជំងឺៈ ពេជ្រ ស្រីពៅ", "ពេជ្រ ស្រីពៅ")]
    [InlineData("ឈ្មោះអ្នកជំងឺ :ៈ ពេជ្រ ស្រីពៅ", "ពេជ្រ ស្រីពៅ")]
    public void Read_KhmerSignLikeAColon_IsOne(string line, string expected) => Assert.Equal(expected, Read(line).PatientName?.Value);

    [Theory]
    [InlineData("ភេទ : ប្រស", "male")]
    [InlineData("ភេទ : ស្រ", "female")]
    [InlineData("ភេទ :ៈ|ប្រុស", "male")]
    [InlineData("ភើទ : ស្រី", "female")]
    [InlineData("Sexe : Féminin", "female")]
    public void Read_SexWithASignLost_IsTheNearWord(string row, string expected) => Assert.Equal(expected, Read(row).Sex?.Value);

    [Theory]
    [InlineData("ភេទ : ស")]
    [InlineData("ភេទ : ប")]
    [InlineData("Sex: X")]
    public void Read_SexWithoutAWord_IsAbsent(string row) => Assert.Null(Read(row).Sex);

    [Fact]
    public void Read_DateThatWrapsInItsColumn_GoesOnBelow()
    {
        var fields = FieldReading.Read([
            Printed.Line("Date: 18-10-", 160, 0, "b1"), Printed.Line("Dx: Eczema, Fever,", 400, 0, "b2"), Printed.Line("2024", 160, 30, "b3"), Printed.Line("Acute pharyngitis", 400, 30, "b4"),
            Printed.Line("Follow up: 17-Nov-2024", 160, 400, "b5")]);

        Assert.Equal((new DateOnly(2024, 10, 18), new DateOnly(2024, 11, 17)), (fields.Date!.Value, fields.NextVisit!.Value));
        Assert.Equal(["Eczema", "Fever", "Acute pharyngitis"], fields.Diagnosis.Select(diagnosis => diagnosis.Value));
    }

    [Fact]
    public void Read_KhmerDiagnosesWithCommas_AreParted() =>
        Assert.Equal(["គេងមិនលក់", "ជំងឺហ្គោដ"], Read("រោគវិនិច្ឆ័យ : គេងមិនលក់, ជំងឺហ្គោដ").Diagnosis.Select(diagnosis => diagnosis.Value));

    [Fact]
    public void Read_CommaInANumberedDiagnosis_IsPartOfIt() =>
        Assert.Equal(["Nausées, vomissements", "Acné"], Read("Diagnostic : 1. Nausées, vomissements", "                2. Acné").Diagnosis.Select(diagnosis => diagnosis.Value));

    [Theory]
    [InlineData("Dx: lron-deficiency anaemia", "Iron-deficiency anaemia")]
    [InlineData("Dx: llness of the lung", "llness of the lung")]
    public void Read_CapitalIReadAsSmallL_IsACapitalI(string line, string expected) => Assert.Equal(expected, Read(line).Diagnosis[0].Value);

    [Theory]
    [InlineData("Review on 07-Sep-2024")]
    [InlineData("Revoir le 07/09/2024")]
    public void Read_OtherWordsForTheNextVisit_AreKnown(string line)
    {
        var fields = Read("Date: 09-07-2024", line);

        Assert.Equal((new DateOnly(2024, 7, 9), new DateOnly(2024, 9, 7)), (fields.Date!.Value, fields.NextVisit!.Value));
    }
}

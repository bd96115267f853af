using Vejja.Reading.Medications;

namespace Vejja.Reading.Tests.Medications;

public sealed class StrengthReadingTests
{
    [Theory]
    [InlineData("Paracetamol 500mg", "500 mg")]
    [InlineData("Paracetamol 500 mg tab", "500 mg")]
    [InlineData("Esome 20mg", "20 mg")]
    [InlineData("AMOXICILLINE 1g", "1 g")]
    [InlineData("Augmentin 500mg/125mg", "500 mg + 125 mg")]
    [InlineData("Augmentin 500/125 mg", "500 mg + 125 mg")]
    [InlineData("Augmentin 500 mg + 125 mg", "500 mg + 125 mg")]
    [InlineData("Amoxicilline 250mg/5ml susp", "250 mg/5 mL")]
    [InlineData("Ventoline 100µg/dose", "100 ug/{dose}")]
    [InlineData("Digoxine 0,25 mg", "0.25 mg")]
    [InlineData("Vitamine D 100000 UI", "100000 [iU]")]
    [InlineData("Hydrocortisone 1 % crème", "1 %")]
    [InlineData("L-thyroxine 50 mcg", "50 ug")]
    [InlineData("Tramadol50mg", "50 mg")]
    [InlineData("Insuline 100 UI/ml", "100 [iU]/mL")]
    [InlineData("Co-amoxiclav 875/125mg", "875 mg + 125 mg")]
    public void Find_PrintedStrengths_GivesTheContractsNotation(string text, string expected) => Assert.Equal(expected, StrengthReading.Find(text)?.Value);

    [Theory]
    [InlineData("Multivitamine")]
    [InlineData("Vitamine B12")]
    [InlineData("14 គ្រាប់")]
    [InlineData("1 gél matin")]
    [InlineData("3 fois par jour")]
    [InlineData("5 gouttes")]
    [InlineData("1 mois")]
    [InlineData("Veltam 0mg")]
    public void Find_OtherNumbers_AreNoStrength(string text) => Assert.Null(StrengthReading.Find(text));

    [Theory]
    [InlineData("Butylscopolamine 1030")]
    [InlineData("Paracetamol 500rn")]
    public void HasBroken_NumberWithForeignSigns_IsSeen(string text) => Assert.True(StrengthReading.HasBroken(text));

    [Theory]
    [InlineData("Cotrimoxazole I00\nmg/160 mg")]
    [InlineData("Augmentin 5O0 mg + 125 mg")]
    public void Find_FirstHalfNotRead_IsBrokenAndNoStrength(string text)
    {
        Assert.Null(StrengthReading.Find(text));
        Assert.True(StrengthReading.HasBroken(text));
    }
}

using Vejja.Reading.Medications;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Medications;

public sealed class DoseCellTests
{
    private static DoseCell Read(string text, double confidence = 0.98) => DoseCellReading.Read(Printed.Table(confidence, text + "|x").Cells[0]);

    [Theory]
    [InlineData("1", 1, null, null)]
    [InlineData("1/គ្រាប់ ក្រោយបាយ", 1, "tablet", "PC")]
    [InlineData("1គ្រាប់ ក្រោយបាយ", 1, "tablet", "PC")]
    [InlineData("1គ្រាប់ក្រោយ បាយ", 1, "tablet", "PC")]
    [InlineData("២ គ្រាប់", 2, "tablet", null)]
    [InlineData("½ គ្រាប់", 0.5, "tablet", null)]
    [InlineData("1½", 1.5, null, null)]
    [InlineData("0,5", 0.5, null, null)]
    [InlineData("0.25", 0.25, null, null)]
    [InlineData("កន្លះគ្រាប់", 0.5, "tablet", null)]
    [InlineData("1 កាប់ស៊ុល មុនអាហារ", 1, "capsule", "AC")]
    [InlineData("1 tab after meals", 1, "tablet", "PC")]
    [InlineData("2 cp avant les repas", 2, "tablet", "AC")]
    [InlineData("5 ml", 5, "mL", null)]
    [InlineData("1 គ្រាប់ មុនចូលគេង", 1, "tablet", "HS")]
    public void Read_Doses_GivesAmountUnitAndMeal(string text, double amount, string? unit, string? meal)
    {
        var cell = Read(text);

        Assert.Equal(DoseState.Dose, cell.State);
        Assert.Equal(((decimal)amount, unit, meal), (cell.Amount, cell.Unit?.Code, cell.Meal?.ToString()));
    }

    [Fact]
    public void Read_Fraction_IsAHalf() => Assert.Equal(0.5m, DoseCellReading.Read(Slashed("1/2")).Amount);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("–")]
    [InlineData("0")]
    public void Read_EmptyDashOrZero_IsNoDose(string text) => Assert.Equal(DoseState.None, Read(text).State);

    [Theory]
    [InlineData(") 1", 1)]
    [InlineData("(2", 2)]
    [InlineData("[1 គ្រាប់", 1)]
    public void Read_PenAroundADose_IsTheDoseButNotSure(string text, double amount)
    {
        var cell = Read(text);

        Assert.Equal((DoseState.Dose, (decimal)amount), (cell.State, cell.Amount));
        Assert.True(cell.Confidence < 0.8);
    }

    [Theory]
    [InlineData("l")]
    [InlineData("I")]
    [InlineData("O")]
    [InlineData("x")]
    [InlineData("១ក")]
    [InlineData("1 xyzq")]
    [InlineData("%គ្រាប់")]
    [InlineData("1-0")]
    public void Read_OtherInk_IsUnreadAndNeverGuessed(string text) => Assert.Equal(DoseState.Unread, Read(text).State);

    [Theory]
    [InlineData("1 គ្រាប ក្រោយបាយ", "tablet", "PC")]
    [InlineData("1 គ្រាប់ ក្រាយបាយ", "tablet", "PC")]
    public void Read_MisreadSigns_AreLessSure(string text, string unit, string meal)
    {
        var cell = Read(text);

        Assert.Equal((unit, meal), (cell.Unit?.Code, cell.Meal?.ToString()));
        Assert.InRange(cell.Confidence, 0.5, 0.97);
    }

    [Fact]
    public void Read_DoubtfulDigit_IsAsDoubtfulAsItsWeakestSign() => Assert.InRange(Read("1", 0.4).Confidence, 0.3, 0.4);

    private static ReadCell Slashed(string text) => new(Printed.Table("a|x").Cells[0].Place, [Printed.Line(text)], false);
}

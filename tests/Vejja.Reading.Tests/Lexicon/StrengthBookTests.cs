using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class StrengthBookTests
{
    [Theory]
    [InlineData("Paracetamol", "tablet", "500 mg", StrengthStanding.Made)]
    [InlineData("Paracetamol", "tablet", "0.5 g", StrengthStanding.Made)]
    [InlineData("Paracetamol", null, "500 mg", StrengthStanding.Made)]
    [InlineData("Paracetamol", "tablet", "50 mg", StrengthStanding.Tenfold)]
    [InlineData("Paracetamol", "tablet", "5000 mg", StrengthStanding.Tenfold)]
    [InlineData("Esome", "tablet", "20 mg", StrengthStanding.Made)]
    [InlineData("Esome", "tablet", "200 mg", StrengthStanding.Tenfold)]
    [InlineData("Esome", "tablet", "30 mg", StrengthStanding.NotMade)]
    [InlineData("Levothyrox", "tablet", "50 ug", StrengthStanding.Made)]
    [InlineData("Levothyrox", "tablet", "50 mg", StrengthStanding.Tenfold)]
    [InlineData("Augmentin", "tablet", "500 mg + 62.5 mg", StrengthStanding.Made)]
    [InlineData("Augmentin", "tablet", "1 g", StrengthStanding.Made)]
    [InlineData("Augmentin", "tablet", "625 mg", StrengthStanding.Made)]
    [InlineData("Augmentin", "tablet", "6.25 g", StrengthStanding.Tenfold)]
    [InlineData("Bactrim", "tablet", "480 mg", StrengthStanding.Made)]
    [InlineData("Amoxicilline", "oral suspension", "250 mg/5 mL", StrengthStanding.Made)]
    [InlineData("Amoxicilline", "oral suspension", "50 mg/mL", StrengthStanding.Made)]
    [InlineData("Amoxicilline", "oral suspension", "250 mg", StrengthStanding.Made)]
    [InlineData("Furosemide", "injection", "20 mg", StrengthStanding.Made)]
    [InlineData("Ventolin", "inhaler", "100 ug/{dose}", StrengthStanding.Made)]
    [InlineData("Clotrimazole", "cream", "1 %", StrengthStanding.Made)]
    [InlineData("Clotrimazole", "cream", "10 mg/g", StrengthStanding.Made)]
    [InlineData("Warfarin", "tablet", "55 mg", StrengthStanding.NotMade)]
    [InlineData("Multivitamine", "tablet", "500 mg", StrengthStanding.Unknown)]
    [InlineData("Magnesium", "tablet", "123 mg", StrengthStanding.Unknown)]
    [InlineData("Digoxin", "tablet", "0.25 mg", StrengthStanding.Made)]
    [InlineData("Digoxin", "tablet", "2.5 mg", StrengthStanding.Tenfold)]
    [InlineData("Methotrexate", "tablet", "25 mg", StrengthStanding.Tenfold)]
    public void Judge_PrintedStrength_StandsAsMade(string name, string? form, string strength, StrengthStanding standing) =>
        Assert.Equal(standing, StrengthBook.Default.Judge(MedicineLexicon.Default.Resolve(name).Name!, form, strength).Standing);

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("500")]
    [InlineData("0 mg")]
    [InlineData("500 mg/")]
    [InlineData("500 mg + ")]
    public void Judge_NotInTheNotation_IsUnknown(string strength) =>
        Assert.Equal(StrengthStanding.Unknown, StrengthBook.Default.Judge(MedicineLexicon.Default.Resolve("Paracetamol").Name!, "tablet", strength).Standing);
}

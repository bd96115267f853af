using Vejja.Reading.Dosing;

namespace Vejja.Reading.Tests.Dosing;

public class LeadingPointTests
{
    [Theory]
    [InlineData(".5 mg twice a day", 0.5)]
    [InlineData("take .5 tablet at night", 0.5)]
    [InlineData(",5 cp le soir", 0.5)]
    [InlineData(".25 mg od", 0.25)]
    [InlineData("take 1.5 tablets at night", 1.5)]
    [InlineData("1 tab. 5 days", 1)]
    public void Read_PointBeforeTheNumber_IsAFraction(string text, double dose)
    {
        var sig = SigReader.Read(text);
        Assert.Equal((decimal)dose, sig.DosageInstruction[0].Dose!.Low.Value);
    }

    [Theory]
    [InlineData(".5 mg twice a day")]
    [InlineData(",5 cp le soir")]
    public void Read_PointBeforeTheNumber_StaysInTheText(string text) => Assert.Equal(text, SigReader.Read(text).DosageInstruction[0].Text);
}

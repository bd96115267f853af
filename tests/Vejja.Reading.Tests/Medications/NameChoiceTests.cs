using Vejja.Reading.Medications;

namespace Vejja.Reading.Tests.Medications;

public sealed class NameChoiceTests
{
    private static PrintedName Choose(string cell) => NameChoice.Choose([NameReading.Read(Printed.Ink(cell))]);

    [Fact]
    public void Choose_Unit_IsNoName() => Assert.Null(Choose("mg 0.4 mg").Name);

    [Theory]
    [InlineData("Acide folique 0.4mg [")]
    [InlineData("Acide folique 0.4mg ·")]
    public void Choose_SpeckBehindAName_IsNoPartOfIt(string printed) => Assert.Equal("Acide folique", Choose(printed).Name?.Value);

    [Fact]
    public void Choose_SpeckBetweenTheLettersOfAKnownName_IsTakenOutAndTheRawWordsStay()
    {
        var name = Choose("AL:BENDAZOLE 400 mg").Name!;

        Assert.Equal(("ALBENDAZOLE", "AL:BENDAZOLE"), (name.Value, name.Raw));
        Assert.True(name.Confidence <= 0.95);
    }

    [Theory]
    [InlineData("Dinitrate disosorbide", "Dinitrate d'isosorbide")]
    [InlineData("DINITRATE D'ISOSORBIDE", "DINITRATE D'ISOSORBIDE")]
    public void Choose_ApostropheLostFromAKnownName_IsGivenBackAndTheRawWordsStay(string printed, string expected)
    {
        var name = Choose($"{printed} 10 mg").Name!;

        Assert.Equal((expected, printed), (name.Value, name.Raw));
        Assert.Equal(printed == expected, name.Confidence > 0.95);
    }
}

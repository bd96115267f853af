using Vejja.Reading.Terms;

namespace Vejja.Reading.Tests.Terms;

public sealed class TermKeyTests
{
    [Theory]
    [InlineData("Médecin", "medecin")]
    [InlineData("QUANTITÉ", "quantite")]
    [InlineData("Âge :", "age")]
    [InlineData("Prénom", "prenom")]
    [InlineData("N° de reçu", "nderecu")]
    [InlineData("Me\u0301decin", "medecin")]
    [InlineData("ល.រ", "លរ")]
    [InlineData("បន្ដ", "បន្ត")]
    public void Of_PrintedWord_LeavesCaseAccentsAndPointsOut(string text, string key) => Assert.Equal(key, TermKey.Of(text));

    [Theory]
    [InlineData("ចំនួន", "ចនន")]
    [InlineData("ឈ្មោះថ្នាំ", "")]
    [InlineData("សរុប", "សរប")]
    [InlineData("យប់", "")] // two consonants on the line have too many words
    [InlineData("Qty", "")]
    [InlineData("ចំនួនQty", "")]
    public void Consonants_OfAKhmerWord_StayWithoutVowels(string text, string consonants) => Assert.Equal(consonants, TermKey.Consonants(TermKey.Of(text)));

    [Theory]
    [InlineData("sirop", "sirap")]
    [InlineData("midi", "mardi")]
    [InlineData("ព្រឹក", "ព្រក")]
    public void Of_OtherWord_IsAnotherKey(string a, string b) => Assert.NotEqual(TermKey.Of(a), TermKey.Of(b));
}

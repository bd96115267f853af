using Vejja.Bench.Scoring;

namespace Vejja.Bench.Tests.Scoring;

public sealed class SignsTests
{
    [Theory]
    [InlineData("ថ្ងៃ", 1)]
    [InlineData("គ្រាប់", 2)]
    [InlineData("វេជ្ជបញ្ជា", 4)]
    [InlineData("ក្រោយបាយ", 4)]
    [InlineData("1 គ្រាប់", 3)]
    [InlineData("500mg", 5)]
    [InlineData("ស៊ុល", 2)]
    [InlineData("", 0)]
    public void Clusters_Text_CountsWhatAPersonSees(string text, int clusters) => Assert.Equal(clusters, Signs.Clusters(text).Length);

    [Theory]
    [InlineData("បណ្ដា", "បណ្តា")]
    [InlineData("គេី", "គើ")]
    [InlineData("ថ្ងៃ\u200bទី", "ថ្ងៃទី")]
    [InlineData("500  mg", "500 mg")]
    [InlineData("ស្រ្តី", "ស្ត្រី")]
    public void Clusters_TwoSpellingsOfOneLook_AreEqual(string a, string b) => Assert.Equal(Signs.Clusters(a), Signs.Clusters(b));

    [Theory]
    [InlineData("ល្ងាច", "លាច")]
    [InlineData("10mg", "1Omg")]
    [InlineData("É", "E")]
    [InlineData("µg", "mg")]
    public void Clusters_DifferentLooks_Differ(string a, string b) => Assert.NotEqual(Signs.Clusters(a), Signs.Clusters(b));

    [Theory]
    [InlineData("ក", SignKind.Khmer)]
    [InlineData("៥", SignKind.Digit)]
    [InlineData("5", SignKind.Digit)]
    [InlineData("é", SignKind.French)]
    [InlineData("½", SignKind.Symbol)]
    [InlineData("µ", SignKind.Symbol)]
    [InlineData("៖", SignKind.Symbol)]
    [InlineData("-", SignKind.Symbol)]
    internal void KindOf_Sign_IsItsKind(string sign, SignKind kind) => Assert.Equal(kind, Signs.KindOf(sign, true));

    [Theory]
    [InlineData("500mg", "DDDUU")]
    [InlineData("500 mg matin", "DDDUUFFFFF")]
    [InlineData("1 g", "DU")]
    [InlineData("1 gélule", "DFFFFFF")]
    [InlineData("mg 5", "FFD")]
    [InlineData("100 µg/dose", "DDDUUSFFFF")]
    [InlineData("0,5 %", "DSDU")]
    [InlineData("៥០០mg គ្រាប់", "DDDUUKKKKKK")]
    [InlineData("SpO₂ ≥ 95 %", "FFFSSDDU")]
    public void Kinds_Text_AreOneForEachPoint(string text, string kinds)
    {
        var found = Signs.Kinds(text, true);
        Assert.Equal(kinds, string.Concat(found.Select(kind => kind.ToString()[0])));
        Assert.Equal(Signs.Points(text).Length, found.Length);
    }
}

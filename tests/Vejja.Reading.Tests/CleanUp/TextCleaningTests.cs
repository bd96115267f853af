using Vejja.Reading.CleanUp;

namespace Vejja.Reading.Tests.CleanUp;

public class TextCleaningTests
{
    [Theory]
    [InlineData("5O0 mg", "500 mg", "zero-forced")]
    [InlineData("5OO mg", "500 mg", "zero-forced")]
    [InlineData("2O mg", "20 mg", "zero-forced")]
    [InlineData("500 rng", "500 mg", "unit-forced")]
    [InlineData("20mq", "20mg", "unit-forced")]
    [InlineData("5 mI", "5 ml", "unit-forced")]
    [InlineData("100 Ul", "100 UI", "unit-forced")]
    [InlineData("500 MG", "500 mg", "unit-spelling")]
    [InlineData("250 \u03BCg", "250 \u00B5g", "look-alike-sign")]
    [InlineData("Pаracetamol", "Paracetamol", "latin-letter")]
    [InlineData("ថ្ងៃ\u200Bត្រង់", "ថ្ងៃត្រង់", "invisible")]
    [InlineData("កី\u17C1", "កើ", "khmer-order")]
    [InlineData("ge\u0301l", "gél", "accent-joined")]
    [InlineData(" 1  cp ", "1 cp", "white-space")]
    public void Clean_OneSlip_IsRepairedByItsRule(string raw, string expected, string rule)
    {
        var clean = TextCleaning.Clean(raw);
        Assert.Equal(expected, clean.Text);
        Assert.Contains(clean.Repairs, r => r.Rule == rule);
        Assert.Equal(raw, clean.Undo());
        Assert.Empty(TextCleaning.Clean(clean.Text).Repairs);
    }

    [Theory]
    [InlineData("l0 mg")]
    [InlineData("S00 mg")]
    [InlineData("1B mg")]
    [InlineData("Paracetamo1 500mg")]
    [InlineData("Oméga 3")]
    [InlineData("O2 3 L")]
    [InlineData("5៣០")]
    [InlineData("10៣០ mg")]
    [InlineData("1O/12")]
    [InlineData("rng 500")]
    [InlineData("Мосtlу")]
    [InlineData("MgSO4")]
    [InlineData("0.5 mg")]
    [InlineData(".5 mg")]
    [InlineData("1.0 mg")]
    [InlineData("½ cp")]
    [InlineData("1/2")]
    public void Clean_NotForced_DigitsAndWordsStay(string raw)
    {
        var clean = TextCleaning.Clean(raw);
        Assert.Equal(raw.Where(char.IsDigit), clean.Text.Where(char.IsDigit));
        Assert.DoesNotContain(clean.Repairs, r => r.Rule is "zero-forced" or "unit-forced");
    }

    [Fact]
    public void Clean_AnySigns_NeverThrowsAndCanBeUndone()
    {
        var dice = new Dice();
        for (var round = 0; round < 2000; round++)
        {
            var raw = new string([.. Enumerable.Range(0, dice.Next(24)).Select(_ => Sign(dice))]);
            var clean = TextCleaning.Clean(raw);
            Assert.Equal(raw, clean.Undo());
        }
    }

    private static char Sign(Dice dice) => dice.Next(4) switch
    {
        0 => (char)(0x1780 + dice.Next(0x7F)),
        1 => (char)(0x20 + dice.Next(0x5F)),
        2 => "O0mgl \u200B\u0301\u0308µμé"[dice.Next(12)],
        _ => (char)(0x20 + dice.Next(0xD7DF)),
    };

    // Numerical Recipes' linear congruential generator: the same signs on every run.
    private sealed class Dice
    {
        private uint state = 20261122;

        public int Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 8) % (uint)below);
        }
    }
}

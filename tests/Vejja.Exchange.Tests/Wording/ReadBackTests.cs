using FsCheck;
using FsCheck.Fluent;
using Vejja.Exchange.Wording;
using Vejja.Reading.Dosing;

namespace Vejja.Exchange.Tests.Wording;

/// <summary>What is put into words is read back as the same Dosage, but for its text.</summary>
public sealed class ReadBackTests
{
    private const int Dosages = 3000;

    [Theory]
    [InlineData(WordingLanguage.English, "pain", "fever", "cough")]
    [InlineData(WordingLanguage.French, "douleur", "fièvre", "toux")]
    [InlineData(WordingLanguage.Khmer, "ឈឺ", "ក្អក")]
    public void RenderRead_RandomDosages_SameDosage(WordingLanguage language, params string[] reasons)
    {
        var rendered = 0;
        List<string> differences = [];
        foreach (var dosage in RenderableDosages.Of(reasons).Sample(Dosages, new Rnd(20261121, 1), 50))
        {
            if (DosageText.Render(dosage, language) is not { } text)
                continue;
            rendered++;
            var sig = SigReader.Read(text);
            if (sig.DosageInstruction is not [var read] || sig.Residue.Length > 0 || read with { Text = "" } != dosage)
                differences.Add($"{text}\n   {dosage}\n   {string.Join(" || ", sig.DosageInstruction)} residue: {sig.Residue}");
        }

        Assert.True(rendered > Dosages / (language == WordingLanguage.Khmer ? 8 : 2), $"only {rendered} could be said");
        Assert.True(differences.Count == 0, $"{differences.Count} of {rendered}:\n{string.Join('\n', differences.Take(40))}");
    }
}

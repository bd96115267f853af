using System.Runtime.CompilerServices;
using System.Text;
using Vejja.Reading.Dosing;

namespace Vejja.Reading.Tests.Dosing;

public sealed class SigRobustnessTests
{
    /// <summary>Looks at terms per character, at most; measured below 30 on all case files.</summary>
    private const double StepsPerCharacter = 60;

    [Fact]
    public void Read_RandomUnicode_NeverThrows()
    {
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Create(random.Next(1, 120), random, (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = (char)(source.Next(6) switch { 0 => source.Next(0x1780, 0x17FF), 1 => source.Next(0x20, 0x7F), 2 => source.Next('0', ':'), 3 => source.Next(0x20, 0x250), 4 => source.Next(0x10000), _ => ' ' });
            });
            var sig = SigReader.Read(text);
            Assert.InRange(sig.Confidence, 0, 1);
        }
    }

    /// <summary>Vocabulary in random order is the hardest food: every rule begins, few end.</summary>
    [Fact]
    public void Read_ShuffledWords_NeverThrowsAndKeepsInvariants()
    {
        var random = new Random(11);
        var words = new[] { "sigs-en.tsv", "sigs-fr.tsv", "sigs-km.tsv" }.SelectMany(file => SigCases.Load(file)).SelectMany(each => each.Text.Split(' ')).Distinct()
            .Concat(["999999999999", "0", "0.0000001", "99999999999999999", "1,000", "1.1.1", "31/02/2026", "25:61", "٣", "1e9", "-5", "24"]).ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            foreach (var dosage in SigReader.Read(text).DosageInstruction)
            {
                Assert.NotEmpty(dosage.Text);
                if (dosage.Repeat is not { } repeat)
                    continue;
                // tim-10, tim-9, and what a period needs.
                Assert.True(repeat.TimeOfDay.IsEmpty || repeat.When.IsEmpty, text);
                Assert.True(repeat.Offset is null || !repeat.When.Any(when => when is Domain.Dosing.EventTiming.C or Domain.Dosing.EventTiming.CM or Domain.Dosing.EventTiming.CD or Domain.Dosing.EventTiming.CV), text);
                Assert.True(repeat.Frequency is null or > 0, text);
                Assert.Equal(repeat.Frequency is null, repeat.Period is null);
            }
        }
    }

    [Fact]
    public void Read_OneMegabyte_IsResidueAndQuick()
    {
        var sig = SigReader.Read(new string('1', 1 << 20));
        Assert.Equal(0, sig.Confidence);
        Assert.Contains(sig.Flags, flag => flag.Code == "not-understood");
        Assert.Empty(sig.DosageInstruction);
    }

    [Theory]
    [InlineData("take 1 tablet twice a day for 7 days then ")]
    [InlineData("1 1 1 - - / 2 x ")]
    [InlineData("1 comprimé matin, midi et soir si douleur ")]
    [InlineData("ព្រឹក ១ ថ្ងៃ ១ ល្ងាច ១ ")]
    [InlineData("as needed for pain and and or unknownword ")]
    [InlineData("at at at every every in in the the ")]
    [InlineData("before before 30 minutes 30 minutes ")]
    [InlineData("1 drop od od OU 1 ")]
    [InlineData("take Metformin 500 mg/850 mg tablets ")]
    [InlineData("of zorglub of frobnic ")]
    [InlineData("divided every divided 8 hourly 12 noon ")]
    public void Read_LongText_StepsStayLinear(string part)
    {
        var options = new SigOptions { LongestText = 2_000_000 };
        var text = new StringBuilder();
        while (text.Length < 20_000)
            text.Append(part);
        SigReader.Read(text.ToString(0, 10_000), options, out var half);
        SigReader.Read(text.ToString(0, 20_000), options, out var whole);
        Assert.InRange(whole, half, 2.3 * half);
        Assert.True(whole <= StepsPerCharacter * 20_000, $"{whole / 20_000.0:0.0} steps per character");
    }

    /// <summary>The unlabelled messy sigs stand beside the project, not in it.</summary>
    [Fact]
    public void Read_MessySigs_NeverThrows()
    {
        for (var folder = Here(); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "shared", "data", "sigs-en-messy-unlabelled.csv");
            if (!File.Exists(file))
                continue;
            Assert.All(File.ReadLines(file), line => Assert.Equal(line, SigReader.Read(line).Text));
            return;
        }

        Assert.Skip("the messy sigs are not beside this checkout");
    }

    private static string? Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here);
}

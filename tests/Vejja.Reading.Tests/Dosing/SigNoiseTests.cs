using Vejja.Reading.Dosing;

namespace Vejja.Reading.Tests.Dosing;

/// <summary>Three in a hundred characters replaced as OCR engines confuse them.</summary>
public sealed class SigNoiseTests
{
    private const double Rate = 0.03;

    /// <summary>What OCR takes one for the other; digits become letters and letters digits, never one digit another digit.</summary>
    private static readonly (string From, string To)[] Confusions =
    [
        ("rn", "m"), ("m", "rn"), ("l", "1"), ("1", "l"), ("1", "I"), ("i", "l"), ("l", "I"), ("l", "i"), ("o", "0"), ("0", "O"), ("0", "o"), ("5", "S"), ("s", "5"), ("8", "B"), ("b", "6"), ("6", "b"),
        ("2", "Z"), ("z", "2"), ("é", "e"), ("è", "e"), ("à", "a"), ("e", "c"), ("c", "e"), ("é", "é"), ("u", "v"), ("v", "u"), ("n", "u"), ("u", "n"), ("h", "b"), ("b", "h"), ("g", "q"), ("q", "g"), ("t", "f"),
        ("f", "t"), ("a", "o"), ("d", "cl"), ("cl", "d"), ("w", "vv"), ("r", "t"), (",", "."), (".", ","), (" ", ""), ("4", "A"), ("9", "g"), ("ថ", "ច"), ("ព", "ត"), ("រ", "វ"), ("ន", "ឋ"), ("ក", "គ"), ("ដ", "ន"),
    ];

    [Fact]
    public void Read_ThreePercentConfusions_IsAlmostNeverSilentlyWrong()
    {
        var random = new Random(3);
        var cases = new[] { "sigs-en.tsv", "sigs-fr.tsv", "sigs-km.tsv" }.SelectMany(file => SigCases.Load(file)).ToList();
        var counts = new int[4];
        var (noisy, total, rightFields, coveredFields) = (0, 0, 0, 0);
        var report = TestContext.Current.TestOutputHelper!;
        for (var round = 0; round < 5; round++)
        {
            foreach (var each in cases)
            {
                var text = Confuse(each.Text, random);
                var sig = SigReader.Read(text);
                var verdict = SigCases.Judge(each, sig, reasons: false);
                var right = DosageNotation.RightFields(each.Expected, sig);
                rightFields += right;
                coveredFields += sig.Confidence >= 0.8 && sig.Flags.IsEmpty && sig.Residue.Length == 0 ? right : 0;
                counts[(int)verdict]++;
                total++;
                noisy += text == each.Text ? 0 : 1;
                if (verdict == SigCases.Verdict.SilentlyWrong)
                    report.WriteLine($"{verdict} {text} | {each.Text} | expected {DosageNotation.Expected(each.Expected).Fields} | read {DosageNotation.Write(sig)} | {sig.Confidence} [{sig.Residue}]");
            }
        }

        var silent = (double)counts[(int)SigCases.Verdict.SilentlyWrong] / total;
        var coverage = (double)coveredFields / rightFields;
        report.WriteLine($"{total} sigs, {noisy} changed: right {counts[0]}, right in doubt {counts[1]}, abstained {counts[2]}, silently wrong {counts[3]} ({silent:P2}); coverage {coverage:P1}");
        Assert.True(silent < 0.002, "see the output");
        Assert.True(coverage >= 0.8, "see the output");
    }

    private static string Confuse(string text, Random random)
    {
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (random.NextDouble() < Rate)
            {
                var fits = Confusions.Where(each => text.AsSpan(i).StartsWith(each.From, StringComparison.OrdinalIgnoreCase)).ToArray();
                if (fits.Length > 0)
                {
                    var (from, to) = fits[random.Next(fits.Length)];
                    result.Append(to);
                    i += from.Length - 1;
                    continue;
                }
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }
}

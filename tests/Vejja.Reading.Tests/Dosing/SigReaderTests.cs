using Vejja.Reading.Dosing;

namespace Vejja.Reading.Tests.Dosing;

public sealed class SigReaderTests
{
    /// <summary>Share of each file that must be read right and without doubt; nothing may be silently wrong.</summary>
    private const double RightShare = 0.97;

    private const double HeldApartShare = 0.95;

    [Theory]
    [InlineData("sigs-en.tsv")]
    [InlineData("sigs-fr.tsv")]
    [InlineData("sigs-km.tsv")]
    public void Read_CaseFile_IsRightAndNeverSilentlyWrong(string file) => Score(file);

    /// <summary>The fifths that were chosen and committed before the rules were written; what they first scored stands in docs/sig.md.</summary>
    [Theory]
    [InlineData("held-apart.tsv")]
    [InlineData("held-apart-2.tsv")]
    public void Read_HeldApart_IsRightAndNeverSilentlyWrong(string file) => Score(file, heldApart: true);

    private static void Score(string file, bool heldApart = false)
    {
        var cases = SigCases.Load(file);
        var judged = cases.Select(each => (Case: each, Sig: SigReader.Read(each.Text))).Select(each => (each.Case, each.Sig, Verdict: SigCases.Judge(each.Case, each.Sig))).ToList();
        var report = TestContext.Current.TestOutputHelper!;
        foreach (var group in judged.GroupBy(each => each.Verdict).OrderBy(each => each.Key))
            report.WriteLine($"{file} {group.Key}: {group.Count()} of {cases.Count}");
        foreach (var each in judged.Where(each => each.Verdict != SigCases.Verdict.Right))
            report.WriteLine($"{each.Verdict} | {each.Case.Text} | expected {DosageNotation.Expected(each.Case.Expected).Fields} | read {DosageNotation.Write(each.Sig)} | {each.Sig.Confidence} {string.Join(',', each.Sig.Flags.Select(flag => flag.Code))} [{each.Sig.Residue}]");
        Assert.Equal(0, judged.Count(each => each.Verdict == SigCases.Verdict.SilentlyWrong));
        Assert.True(judged.Count(each => each.Verdict == SigCases.Verdict.Right) >= (heldApart ? HeldApartShare : RightShare) * cases.Count, "see the output");
    }
}

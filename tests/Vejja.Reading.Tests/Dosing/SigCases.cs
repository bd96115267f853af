using System.Runtime.CompilerServices;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Tests.Dosing;

/// <summary>The case files and how a reading is judged against them.</summary>
internal static class SigCases
{
    /// <summary>A sig with its expected value, and its language where the file says it.</summary>
    public sealed record Case(string Text, string Expected, string Language = "");

    /// <summary>What a reading is worth.</summary>
    public enum Verdict
    {
        /// <summary>Right, at 0.8 or more, no open doubt.</summary>
        Right,

        /// <summary>Right, with a doubt that was not expected.</summary>
        RightInDoubt,

        /// <summary>Wrong or incomplete, and said so by a flag, a residue or a low confidence.</summary>
        Abstained,

        /// <summary>Wrong, and nothing says so.</summary>
        SilentlyWrong,
    }

    /// <summary>Reads a case file.</summary>
    public static IReadOnlyList<Case> Load(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Cases", name))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(columns => new Case(columns[0], columns[1], columns.ElementAtOrDefault(2) ?? ""))];

    /// <summary>Whether a reading asks nobody to look; a flag that is only shown does not.</summary>
    public static bool Sure(Sig sig) => sig.Residue.Length == 0 && sig.Flags.All(flag => flag.Severity == FlagSeverity.Info) && sig.Confidence >= 0.8;

    /// <summary>Judges a reading.</summary>
    /// <param name="expected">The case.</param>
    /// <param name="sig">The reading.</param>
    /// <param name="reasons">Whether the words of a reason count; OCR noise in them changes no dose.</param>
    /// <param name="asserted">Whether routes, sites and conditions that the case does not name are left out.</param>
    public static Verdict Judge(Case expected, Sig sig, bool reasons = true, bool asserted = false)
    {
        var (fields, flags, method) = DosageNotation.Expected(expected.Expected);
        var read = DosageNotation.Write(sig);
        if (asserted)
            read = DosageNotation.Asserted(fields, read);
        if (!reasons)
            (fields, read) = (DosageNotation.WithoutReasons(fields, routes: asserted), DosageNotation.WithoutReasons(read, routes: asserted));
        var right = read == fields && (method is null || sig.DosageInstruction[0].Method == method);
        var doubt = !Sure(sig);
        if (!right)
            return doubt ? flags == "*" ? Verdict.Right : Verdict.Abstained : Verdict.SilentlyWrong;
        if (flags is null)
            return doubt ? Verdict.RightInDoubt : Verdict.Right;
        return flags == "*" || flags.Split(',').All(code => sig.Flags.Any(flag => flag.Code == code)) ? Verdict.Right : Verdict.Abstained;
    }
}

using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing;

/// <summary>How sure the reading is, and what a person should look at.</summary>
internal static class SigJudgement
{
    /// <summary>Nothing in doubt.</summary>
    private const double Clear = 0.98;

    /// <summary>For each misspelt word that was read by its one near neighbour.</summary>
    private const double PerRepair = 0.95;

    /// <summary>For each unknown word in a reason.</summary>
    private const double PerGuess = 0.97;

    /// <summary>A word with two senses.</summary>
    private const double Ambiguous = 0.75;

    /// <summary>Something was not understood.</summary>
    private const double Unread = 0.5;

    /// <summary>Facts contradict one another.</summary>
    private const double Contradiction = 0.3;

    /// <summary>The flag of a residue that could change the dose.</summary>
    public static Flag NotUnderstood { get; } = new("not-understood", FlagSeverity.Confirm, "dose");

    /// <summary>Adds residue, flags and confidence to a reading.</summary>
    public static Sig Judge(Sig sig, SigGrammar grammar, IReadOnlyList<Fact> facts, bool conflict)
    {
        var residue = string.Join(' ', facts.OfType<Fact.Unread>().Select(each => sig.Text[each.Start..each.End]));
        var flags = new List<Flag>();
        var confidence = Clear * Math.Pow(PerRepair, grammar.Repaired) * Math.Pow(PerGuess, grammar.Guessed);
        foreach (var code in grammar.Flags.Order(StringComparer.Ordinal))
        {
            flags.Add(new Flag(code, FlagSeverity.Confirm, Field(code)));
            confidence = Math.Min(confidence, Ambiguous);
        }

        flags.AddRange(grammar.Shown.Except(grammar.Flags).Select(code => new Flag(code, FlagSeverity.Info, Field(code))));
        foreach (var code in facts.OfType<Fact.Condition>().Select(each => each.Code).Distinct())
            flags.Add(new Flag(code, FlagSeverity.Block, "dose"));
        if (residue.Length > 0 || conflict || sig.DosageInstruction.Length == 0)
        {
            flags.Add(NotUnderstood);
            confidence = Math.Min(confidence, conflict ? Contradiction : Unread);
        }

        if (sig.DosageInstruction.Length == 0)
            confidence = 0;
        return sig with { Residue = residue, Flags = [.. flags], Confidence = Math.Round(confidence, 3) };
    }

    private static string Field(string code) => code switch
    {
        "ambiguous-od" => "frequency",
        "ambiguous-cc" => "when",
        "ambiguous-term" => "dose",
        _ => "duration",
    };
}

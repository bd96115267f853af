using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Reading.Dosing.Drafts;
using Vejja.Reading.Dosing.Grammar;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing;

/// <summary>
/// Reads dosing instructions in English, French, Khmer and mixtures of them: words → terms → facts → Dosages → judgement. Pure and
/// thread-safe; never throws on any text.
/// </summary>
public static class SigReader
{
    /// <summary>Reads one line of dosing instructions.</summary>
    /// <param name="text">The words, typed or read by an OCR.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>What was understood, with confidence, flags and residue.</returns>
    public static Sig Read(string text, SigOptions? options = null) => Read(text, options, out _);

    /// <summary>As <see cref="Read(string, SigOptions?)"/>, and counts the parser's steps.</summary>
    internal static Sig Read(string text, SigOptions? options, out long steps)
    {
        ArgumentNullException.ThrowIfNull(text);
        steps = 0;
        if (text.Length > (options ?? new SigOptions()).LongestText)
            return new Sig(text, [], 0) { Residue = text, Flags = [SigJudgement.NotUnderstood] };
        var terms = new TermCursor(text, [.. new SigLexer(Vocabulary.Default).Read(text)]);
        var (grammar, facts) = SigGrammar.Read(terms);
        steps = terms.Steps;
        var (drafts, conflict) = DraftWriter.Write(facts);
        conflict |= DraftSharing.Share(drafts, facts.OfType<Fact.Medicine>().FirstOrDefault()?.Form ?? "");
        var dosages = new List<Dosage>(drafts.Count);
        foreach (var draft in drafts)
        {
            var writer = new DosageWriter(text, draft);
            dosages.Add(writer.Write());
            conflict |= writer.Conflict;
        }

        return SigJudgement.Judge(new Sig(text, [.. dosages], 0), grammar, facts, conflict) with
        {
            Quantity = facts.OfType<Fact.Dispense>().FirstOrDefault() is { } supply ? new Quantity(supply.Amount, supply.Unit) : null,
            Refills = facts.OfType<Fact.Refills>().FirstOrDefault()?.Times,
            Duration = Course(dosages),
        };
    }

    // The length of the course where all Dosages share one; of steps, only where they say it in one unit.
    private static TimeSpanAmount? Course(List<Dosage> dosages)
    {
        if (dosages.Count == 0 || dosages[0].Repeat?.BoundsDuration is not { } first)
            return null;
        return dosages.TrueForAll(each => each.Sequence == 1 && each.Repeat?.BoundsDuration == first) ? first : null;
    }
}

using System.Collections.Immutable;
using Vejja.Domain.Medications;
using Vejja.Reading.Lexicon;
using Vejja.Reading.Medications;

namespace Vejja.Language.Enhancement;

/// <summary>
/// Turns a model's pointing into values, or turns it down: the value is copied from the words, its number and unit are those words, the words stand
/// in the medicine's own row and in a fitting column, and it agrees with what is sure already. Nothing is repaired.
/// </summary>
internal static class AnswerValidation
{
    /// <summary>A suggestion that nothing but the model speaks for is no surer than this.</summary>
    private const double ModelAlone = 0.7;

    /// <summary>A suggestion that lexicon or header confirm is no surer than this.</summary>
    private const double Confirmed = 0.85;

    /// <summary>Judges every answer about one medicine.</summary>
    public static (ImmutableArray<Suggestion> Suggestions, ImmutableArray<Rejection> Rejections) Judge(Question question, ImmutableArray<FieldAnswer> answers)
    {
        var suggestions = ImmutableArray.CreateBuilder<Suggestion>();
        var rejections = ImmutableArray.CreateBuilder<Rejection>();
        foreach (var answer in answers.Where(answer => answer.Field is not FieldKind.Meal))
        {
            var verdict = IsInRow(question, answer) ? Judge(question, answer, answers) : Verdict.No("wrong-row");
            if (verdict.Value is { } value && ForbiddenContent.Find(value) is not null)
                verdict = Verdict.No("forbidden");
            var (field, before) = Before(question.Medication, answer.Field);
            if (verdict.Value is not null && verdict.Value == before)
                verdict = Verdict.No("same");
            if (verdict.Value is { } after)
            {
                var words = WordsOf(answer);
                suggestions.Add(new(question.Medication.Id, field, before, after, verdict.Reason,
                    [.. words.Select(word => word.Text)], Ink.Blocks(words), Math.Round(Math.Min(Ink.Confidence(words), verdict.Ceiling), 4)));
            }
            else
            {
                rejections.Add(new(question.Medication.Id, field, verdict.Reason));
            }
        }

        return (suggestions.ToImmutable(), rejections.ToImmutable());
    }

    private static ImmutableArray<PageWord> WordsOf(FieldAnswer answer) => answer.Field is FieldKind.Dose ? [.. answer.Doses.SelectMany(dose => dose.Words)] : answer.Words;

    /// <summary>Only a name may go on in the row below; everything else stands in the medicine's own lines.</summary>
    private static bool IsInRow(Question question, FieldAnswer answer) =>
        WordsOf(answer).All(word => question.LineOf(word).IsOwn || answer.Field is FieldKind.Name) && WordsOf(answer).Any(word => question.LineOf(word).IsOwn);

    private static Verdict Judge(Question question, FieldAnswer answer, ImmutableArray<FieldAnswer> all)
    {
        if (answer.Field is FieldKind.Dose)
            return DoseValidation.Judge(question, answer, all.FirstOrDefault(other => other.Field is FieldKind.Meal));
        if (Ink.Copy(answer.Words) is not { } text)
            return Verdict.No("not-together");
        if (Columns.Refuse(question, answer.Words, answer.Field))
            return Verdict.No("wrong-column");
        var verdict = answer.Field switch
        {
            FieldKind.Name => Name(question.Medication, text),
            FieldKind.Strength => Strength(question.Medication, text),
            FieldKind.Form => Word(FormVocabulary.Find(text).Select(word => word.Code).Concat(Code(Vocabulary.Units.Find(text)?.Term.Code)), answer.Code!),
            FieldKind.Route => Word(RouteVocabulary.Find(text).Select(word => word.Code).Concat(Code(Vocabulary.Routes.Find(text)?.Term.Code)), answer.Code!),
            FieldKind.Quantity => Amounts.Quantity(text, answer.Code),
            _ => Amounts.Duration(question, answer.Words, text),
        };
        return WordCompany.IsDoubtful(question, answer, text) ? verdict with { Ceiling = Math.Min(verdict.Ceiling, ModelAlone) } : verdict;
    }

    /// <summary>A name moves only to what is near: a candidate that the rules listed, or the one medicine near the letters.</summary>
    private static Verdict Name(Medication medication, string text)
    {
        if (text.Count(char.IsLetter) < 3)
            return Verdict.No("not-near");
        var match = MedicineLexicon.Default.Resolve(text);
        if (match is not { Kind: NameMatchKind.Exact or NameMatchKind.Near, Name: { } medicine })
            return Verdict.No("not-near");
        var value = match.Kind is NameMatchKind.Exact ? text.Trim() : medicine.Text;
        if (medication.Name is { } read && read.Value != value && !read.Alternatives.Contains(medicine.Text)
            && !MedicineLexicon.Default.Search(read.Value).Any(candidate => candidate.Name.Content == medicine.Content))
            return Verdict.No("not-near");
        return match.Kind is NameMatchKind.Exact && text.Count(char.IsLetter) >= 5 ? new(value, "exact-name", Confirmed) : new(value, "near-name", ModelAlone);
    }

    private static Verdict Strength(Medication medication, string text)
    {
        if (StrengthReading.Find(text) is not { } found || text.Trim().Length != found.Length)
            return Verdict.No("not-a-number");
        var made = medication.Name is { Confidence: >= OpenFields.Sure } name && MedicineLexicon.Default.Resolve(name.Value).Name is { } medicine
            ? StrengthBook.Default.Judge(medicine, medication.Form?.Value, found.Value).Standing : StrengthStanding.Unknown;
        return made switch
        {
            StrengthStanding.Made => new(found.Value, "strength-made", Confirmed),
            StrengthStanding.Unknown => new(found.Value, "strength-printed", ModelAlone),
            _ => Verdict.No("contradicts"),
        };
    }

    private static Verdict Word(IEnumerable<string> senses, string code)
    {
        var known = senses.Distinct().ToArray();
        return !known.Contains(code) ? Verdict.No("word-not-printed") : new(code, "word-printed", known.Length == 1 ? Confirmed : ModelAlone);
    }

    private static IEnumerable<string> Code(string? code) => code is null ? [] : [code];

    private static (string Field, string? Value) Before(Medication medication, FieldKind field) => field switch
    {
        FieldKind.Name => ("name", medication.Name?.Value),
        FieldKind.Strength => ("strength", medication.Strength?.Value),
        FieldKind.Form => ("form", medication.Form?.Value),
        FieldKind.Route => ("route", medication.Route?.Value),
        FieldKind.Quantity => ("quantity", Amounts.Text(medication.Quantity?.Value)),
        FieldKind.Duration => ("duration", Amounts.Text(medication.Duration?.Value)),
        _ => ("dosageInstruction", medication.DosageInstruction.IsEmpty ? null : DoseValidation.Text(medication.DosageInstruction)),
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Vejja.Language.Enhancement;

namespace Vejja.Language.Tests.Enhancement;

/// <summary>Counts what suggestions are worth. Safe for several threads.</summary>
internal sealed class RowTally
{
    private const int MostExamples = 20;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (int Right, int Wrong, int Sure)> byField = new(StringComparer.Ordinal);
    private int open, due, fixedFields, fixedAndSure, wrong, fromAnotherCell, refused, offSchema;

    /// <summary>Wrong with a confidence of 0.8 or more.</summary>
    public int WrongAndSure { get; private set; }

    /// <summary>Suggestions that rest on a word of another row.</summary>
    public int FromAnotherRow { get; private set; }

    /// <summary>The first of them, with their rows.</summary>
    public List<string> Examples { get; } = [];

    /// <summary>Counts one row.</summary>
    /// <param name="question">The row.</param>
    /// <param name="truth">What a careful reader says.</param>
    /// <param name="given">What the model says; null for what is off the schema.</param>
    public void Add(Question question, ImmutableArray<FieldAnswer> truth, ImmutableArray<FieldAnswer>? given)
    {
        var expected = AnswerValidation.Judge(question, truth).Suggestions.ToDictionary(suggestion => suggestion.Field);
        var (suggestions, rejections) = given is { } answers ? AnswerValidation.Judge(question, answers) : ([], []);
        lock (gate)
        {
            open += question.Fields.Length;
            due += expected.Count;
            refused += rejections.Length;
            offSchema += given is null ? 1 : 0;
            foreach (var suggestion in suggestions)
                Add(question, suggestion, expected.GetValueOrDefault(suggestion.Field));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{open} open fields, {due} that the ink answers; {fixedFields} fixed, {wrong} wrong, of them {WrongAndSure} at 0.8 or more ({100.0 * WrongAndSure / Math.Max(1, fixedFields + wrong):0.000} % of the suggestions), {fromAnotherCell} from another column, {FromAnotherRow} from another row; coverage {100.0 * fixedAndSure / Math.Max(1, due):0.0} % at 0.8 or more; {refused} answers turned down, {offSchema} off the schema; by field, right/wrong/sure: ")
        + string.Join(", ", byField.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} {each.Value.Right}/{each.Value.Wrong}/{each.Value.Sure}")));

    private void Add(Question question, Suggestion suggestion, Suggestion? expected)
    {
        var isRight = expected?.After == suggestion.After;
        var isSure = suggestion.Confidence >= OpenFields.Sure;
        fixedFields += isRight ? 1 : 0;
        fixedAndSure += isRight && isSure ? 1 : 0;
        wrong += isRight ? 0 : 1;
        if (isSure && !isRight)
        {
            WrongAndSure++;
            if (Examples.Count < MostExamples)
                Examples.Add($"{suggestion.Field}: '{suggestion.After}' ({suggestion.Why}), printed '{expected?.After}'\n{question.WriteBare()}");
        }

        FromAnotherRow += suggestion.Source.Any(source => question.Lines.Any(line => line.Block.Id == source && !line.IsOwn)) ? 1 : 0;
        fromAnotherCell += isRight || (expected is not null && suggestion.Source.All(expected.Source.Contains)) ? 0 : 1;
        var before = byField.GetValueOrDefault(suggestion.Field);
        byField[suggestion.Field] = (before.Right + (isRight ? 1 : 0), before.Wrong + (isRight ? 0 : 1), before.Sure + (isSure ? 1 : 0));
    }
}

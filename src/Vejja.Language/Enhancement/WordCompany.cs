using System.Collections.Immutable;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Enhancement;

/// <summary>What stands beside the words that a model points at: a part of a name, of an amount or of a number is printed as well, and right in itself, but not what the page says.</summary>
internal static class WordCompany
{
    /// <summary>Whether the words may be a part of something longer.</summary>
    public static bool IsDoubtful(Question question, FieldAnswer answer, string text) => answer.Field switch
    {
        FieldKind.Name => Neighbours(question, answer.Words).Any(joined => IsOtherName(text, joined(text))),
        FieldKind.Strength => Neighbours(question, answer.Words).Select(joined => joined("")).Any(neighbour => char.IsDigit(neighbour[0]) || neighbour is "/" or "+" or "-" or "," or "."),
        // "capsule 5" was "capsules", and where a letter became a number others may have too.
        FieldKind.Form or FieldKind.Route => Neighbours(question, answer.Words).Select(joined => joined("")).Any(neighbour => char.IsDigit(neighbour[0])),
        // A digit that was read as a letter parts a number in two: "2 B j" was "28 j".
        FieldKind.Quantity or FieldKind.Duration => Company(question, answer.Words).Any(word => word.Text.Any(char.IsLetterOrDigit)),
        _ => false,
    };

    private static bool IsOtherName(string name, string longer) =>
        MedicineLexicon.Default.Resolve(longer) is { Kind: NameMatchKind.Exact or NameMatchKind.Near, Name: { } other } && other.Text != MedicineLexicon.Default.Resolve(name).Name?.Text;

    /// <summary>The words right before and right behind, each as a way to join it.</summary>
    private static IEnumerable<Func<string, string>> Neighbours(Question question, ImmutableArray<PageWord> words)
    {
        var company = Company(question, words).ToDictionary(word => word.Number, word => word.Text);
        if (company.TryGetValue(words[0].Number - 1, out var before))
            yield return text => $"{before} {text}".TrimEnd();
        if (company.TryGetValue(words[^1].Number + 1, out var behind))
            yield return text => $"{text} {behind}".TrimStart();
    }

    /// <summary>The other words of their cell, or of their line where there is no table.</summary>
    private static IEnumerable<PageWord> Company(Question question, ImmutableArray<PageWord> words)
    {
        var lines = words.Select(question.LineOf).Distinct().ToArray();
        return question.Lines.Where(line => lines.Any(own => own == line || (own.Row is not null && own.Row == line.Row && own.Column == line.Column)))
            .SelectMany(line => line.Words).Where(word => !words.Contains(word));
    }
}

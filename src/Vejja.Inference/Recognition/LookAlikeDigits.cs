using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Recognition;

/// <summary>
/// 2l in a cell of a table is 21, and lg behind a name 1g: a letter in a number is the digit that it looks like, where the network holds that likely. The digit
/// keeps the network's own probability, so that it is still marked for review.
/// </summary>
internal static partial class LookAlikeDigits
{
    /// <summary>The digits make the line less likely by no more than this factor.</summary>
    private const double Least = 0.01;

    /// <summary>Letters and the digits that they look like. A bar is none of them: it may be what is left of a rule.</summary>
    private static readonly ImmutableDictionary<string, string> Digits =
        new Dictionary<string, string> { ["l"] = "1", ["I"] = "1", ["O"] = "0", ["o"] = "0" }.ToImmutableDictionary();

    /// <summary>The reading with the digits that its letters look like, if that is likely; else the reading.</summary>
    /// <param name="labels">A reading.</param>
    /// <param name="kind">What is known of the line.</param>
    /// <param name="views">The line at one width or several.</param>
    /// <param name="alphabet">What each class stands for.</param>
    public static List<int> Of(List<int> labels, LineKind kind, ImmutableArray<LineView> views, ImmutableArray<string> alphabet)
    {
        // One sign for each class, so that places in the text are places among the labels; longer classes are Khmer clusters.
        string text = string.Concat(labels.Select(label => alphabet[label] is [var sign] ? sign : '?'));
        int[] places = [.. Numbers(text, kind).SelectMany(number => Enumerable.Range(number.Index, number.Length)).Where(at => Digits.ContainsKey(alphabet[labels[at]]))];
        if (places.Length == 0)
            return labels;
        List<int> digits = [.. labels];
        foreach (int at in places)
            digits[at] = alphabet.IndexOf(Digits[alphabet[labels[at]]]);
        return views.Average(view => view.LogProbability(digits) - view.LogProbability(labels)) >= Math.Log(Least) ? digits : labels;
    }

    private static IEnumerable<Group> Numbers(string text, LineKind kind) =>
        WithUnit().Matches(text).Concat(kind is LineKind.Cell ? WholeCell().Matches(text) : []).Select(match => match.Groups["number"]);

    [GeneratedRegex(@"^(?<number>(?=[^0-9]*[0-9])[0-9lIOo]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeCell();

    /// <summary>A number with a digit, or a lone letter like 1, before a unit.</summary>
    [GeneratedRegex(@"(?<![^ ])(?:(?<number>(?=[^0-9 ]*[0-9])[0-9lIOo]+(?:[.,][0-9lIOo]+)?) ?|(?<number>[lI]))(?:mg|g|ml|mL|µg|mcg|ug|kg|UI|IU|%)(?![^ /,;.)])", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();
}

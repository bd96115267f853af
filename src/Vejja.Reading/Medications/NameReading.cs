using System.Text.RegularExpressions;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Lexicon;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>A name with what was printed beside it.</summary>
/// <param name="Name">The name without numbering, strength and form.</param>
/// <param name="Strength">In the contract's notation.</param>
/// <param name="Form">Canonical form code.</param>
/// <param name="BrokenStrength">Whether a number is left that looks like a strength but could not be read.</param>
internal sealed record PrintedName(Reading<string>? Name, Reading<string>? Strength, Reading<string>? Form, bool BrokenStrength);

/// <summary>Names as printed: numbering before, strength and form behind, wrapped over lines.</summary>
internal static partial class NameReading
{
    /// <summary>How sure a strength can be beside which another stands: below what may be relied on without a look.</summary>
    public const double OneOfTwo = 0.7;

    private static readonly char[] Edges = [',', ';', ':', '.', '-', '–', '|', '/', '(', '+', '*', '•', '_', '=', '…', '~', '>', '<', '"', '«', '»', '^', '`', '[', ']', '{', '}', '\\', '·', '´', '¨', '¸'];

    /// <summary>Reads a name cell.</summary>
    public static PrintedName Read(InkText cell)
    {
        var text = cell.Trim();
        if (Numbering().Match(text.Text) is { Success: true } numbering)
            text = text.Slice(numbering.Length);
        Reading<string>? strength = null;
        if (StrengthReading.Find(text.Text) is { } found)
        {
            var ink = text.Slice(found.Start, found.Length);
            strength = new(found.Value, OneLine(ink.Text), ink.Weakest, ink.Sources);
            text = text.Without(found.Start, found.Length);
            // One of a combination whose sign between them was misread (500 mg • 400 UI), or whose second unit is lost (200 mg + 0.4), or of two: nobody knows that it is the whole.
            if (StrengthReading.HasHalfBehind(text.Text[found.Start..]) || StrengthReading.Find(text.Text) is not null)
                strength = strength with { Confidence = Math.Min(OneOfTwo, strength.Confidence) };
        }

        var form = TakeForm(ref text);
        text = WithoutMark(text.Trim(Edges));
        var broken = strength is null && StrengthReading.HasBroken(text.Text);
        if (broken && Tail().Match(text.Text) is { Success: true } tail && tail.Index > 0)
            text = text.Slice(0, tail.Index).Trim(Edges);
        return new(NameOf(text), strength, form, broken);
    }

    /// <summary>A number whose digits were read as letters (<c>ly- Virless</c>) is no part of the name that the lexicon knows behind it.</summary>
    private static InkText WithoutMark(InkText text) =>
        Mark().Match(text.Text) is { Success: true } mark && MedicineLexicon.Default.Resolve(OneLine(text.Text[mark.Length..])).Kind is NameMatchKind.Exact
            && MedicineLexicon.Default.Resolve(OneLine(text.Text)).Kind is not NameMatchKind.Exact
            ? text.Slice(mark.Length)
            : text;

    private static Reading<string>? NameOf(InkText text)
    {
        var value = OneLine(text.Text).Replace("()", "", StringComparison.Ordinal).Trim();
        var letters = value.Count(char.IsLetter);
        return letters < 2 || UnitVocabulary.Find(value).Length > 0 ? null : new(value, value, NameConfidence(text), text.Sources);
    }

    /// <summary>A word is surer than its weakest letter: the others speak for it. Without a lexicon this stays below what an exact name gets.</summary>
    private static double NameConfidence(InkText text) => (text.Weakest + text.Mean) / 2;

    private static Reading<string>? TakeForm(ref InkText text)
    {
        foreach (Match word in Word().Matches(text.Text))
        {
            if (Vocabulary.Units.Terms.FirstOrDefault(term => term.Key == TermKey.Of(word.Value) && IsForm(term.Code)) is not { } form)
                continue;
            var ink = text.Slice(word.Index, word.Length);
            text = text.Without(word.Index, word.Length);
            return new(form.Code, ink.Text, ink.Weakest, ink.Sources);
        }

        // A medicine may be called as a form is: Pen V.
        return MedicineLexicon.Default.Resolve(OneLine(text.Text)).Kind is NameMatchKind.Exact ? null : FormWords.TakeHead(ref text, rest: 1) ?? FormWords.TakeTail(ref text);
    }

    /// <summary>Whether a unit of counting names a dose form, rather than a container or a measure.</summary>
    public static bool IsForm(string code) => code is "tablet" or "capsule" or "ampoule" or "sachet" or "suppository";

    private static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"^\s*(?:\d{1,2}\s*[.)\-/°:]+\s*|[•\-–*]\s+|N°\s*\d+\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\s*[\p{L}\p{M}\d]{1,3}\s?[.)\-/°:,]+\s*(?=\p{L}{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])[\p{L}\p{M}]{2,}(?![\p{L}\p{M}])\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s\d{1,4}(?:[.,]\d+)?\s?[^\s\d/.,)]{1,4}\s*$|\s\d{2,5}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

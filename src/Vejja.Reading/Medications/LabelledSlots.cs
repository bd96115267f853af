using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Dosing;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>Doses behind the names of their times.</summary>
/// <param name="Doses">In the order of the day.</param>
/// <param name="Confidence">Probability that all of them, and the absent ones, are right.</param>
/// <param name="Rest">What follows the last of them.</param>
internal sealed record SlotLine(ImmutableArray<SlotDose> Doses, double Confidence, InkText Rest);

/// <summary>
/// A form without a table: <c>ព្រឹក 1  ថ្ងៃត្រង់ -  ល្ងាច 1  យប់ ......</c>, <c>Matin 1 Midi 0 Soir 1</c>. Each time of day is followed by its own number, or by a mark
/// for none; a grammar of sentences would join the number before a word with the word.
/// </summary>
internal static partial class LabelledSlots
{
    /// <summary>Sureness of a dash, of dots to fill in, of a nought.</summary>
    private const double NoneMark = 0.95;

    /// <summary>A time without any mark: its number may have been lost, so that no sum makes it sure.</summary>
    private const double Unmarked = 0.6;

    /// <summary>A misread name of a time needs this share of its signs.</summary>
    private const double NearWord = 0.75;

    private sealed record Named(EventTiming Slot, double Similarity, int Start, int End);

    /// <summary>Reads the line; null where it is no such line.</summary>
    public static SlotLine? Read(InkText ink)
    {
        var text = ink.Text;
        var names = Names(text);
        if (names.Length < 2 || HasNumber(text[..names[0].Start]) || !IsRising(names))
            return null;
        var doses = ImmutableArray.CreateBuilder<SlotDose>();
        var (confidence, rest) = (1.0, ink.Slice(text.Length));
        for (var i = 0; i < names.Length; i++)
        {
            var last = i + 1 == names.Length;
            var behind = ink.Slice(names[i].End, (last ? text.Length : names[i + 1].Start) - names[i].End);
            var value = behind.Trim(':', '=');
            // Behind a time with its number, and beside one with a mark for none, one with nothing is not taken; "morning evening 1" says one dose of both.
            (SlotDose? Dose, double Confidence, InkText Behind)? read = (i > 0 || HasNone(text)) && (IsNothing(value, last) || (last && IsNextLine(behind))) ? (null, Unmarked, value) : Value(value, names[i], ink, last);
            if (read is null)
                return null;
            confidence *= read.Value.Confidence * names[i].Similarity;
            rest = last ? read.Value.Behind : rest;
            if (read.Value.Dose is { } dose)
                doses.Add(dose);
        }

        return doses.Count == 0 ? null : new(doses.ToImmutable(), confidence, rest);
    }

    /// <summary>Whether a time of day is followed by a mark for none: then no grammar of sentences may read the line as sure.</summary>
    public static bool HasNone(string text)
    {
        // Behind the last time a cross before a number multiplies: "in the evening x 7 days".
        var names = Names(text);
        return names.Where((name, index) => NoneAhead().IsMatch(text[name.End..]) && !(index + 1 == names.Length && TimesAhead().IsMatch(text[name.End..]))).Any();
    }

    /// <summary>Whether the line is a form's line of times, whether its doses can be read or not: three times of day in their order, no number before the first.</summary>
    public static bool IsForm(string text) =>
        Names(text) is { Length: >= 3 } names && !HasNumber(text[..names[0].Start]) && IsRising(names) && (HasNumber(text) || HasNone(text));

    private static (SlotDose? Dose, double Confidence, InkText Behind)? Value(InkText value, Named name, InkText line, bool isLast)
    {
        if (NoneAhead().Match(value.Text) is { Success: true } none)
        {
            var after = value.Slice(none.Length).Trim('.', '-', '_', ',', ';', '|', '+');
            return after.IsBlank || isLast ? (null, NoneMark, after) : null;
        }

        if (AmountReading.AtHead(value) is not { } amount)
            return null;
        var (tailInk, rest) = isLast ? AtLineEnd(amount.Rest) : (amount.Rest, amount.Rest.Slice(amount.Rest.Text.Length));
        if (TailReading.Read(tailInk.Trim(',', ';', '.', '+', '|')) is not { } tail)
            return null;
        if (amount.Value == 0)
            return (null, Math.Min(NoneMark, amount.Ink.Weakest), rest);
        var words = line.Text[name.Start..name.End] + " " + value.Text[..^rest.Text.Length].Trim();
        var dose = new SlotDose(name.Slot, amount.Value, tail.Unit?.Code ?? "", tail.Meal, words.Replace('\n', ' '));
        return (dose, amount.Ink.Weakest * tail.Confidence, rest);
    }

    /// <summary>Paper, or, behind the last time, the box or the arrow that begins the next words.</summary>
    private static bool IsNothing(InkText value, bool isLast) => value.IsBlank || (isLast && value.Text.TrimStart() is ['☐' or '☑' or '□' or '→', ..]);

    /// <summary>Words of the line below, unless they begin with the time's number or its mark for none.</summary>
    private static bool IsNextLine(InkText behind) =>
        behind.Text.TrimStart(' ').StartsWith('\n') && behind.TrimStart() is var words && AmountReading.AtHead(words) is null && !NoneAhead().IsMatch(words.Text);

    /// <summary>What stands on the next line or behind an arrow is not the unit any more.</summary>
    private static (InkText Tail, InkText Behind) AtLineEnd(InkText text)
    {
        var end = text.Text.IndexOfAny(['\n', '→', ';', '(']);
        return end < 0 ? (text, text.Slice(text.Text.Length)) : (text.Slice(0, end), text.Slice(end));
    }

    private static ImmutableArray<Named> Names(string text)
    {
        var names = Word().Matches(text).Select(word => NameOf(text, word)).OfType<Named>().ToImmutableArray();
        // ថ្ងៃ is "day" too: as a time of day it stands between the morning and a later one.
        return [.. names.Where((name, index) => text[name.Start..name.End] != "ថ្ងៃ"
            || (index > 0 && index + 1 < names.Length && names[index - 1].Slot < EventTiming.NOON && names[index + 1].Slot > EventTiming.NOON))];
    }

    private static Named? NameOf(string text, Match word) =>
        HeaderReading.SlotOf(word.Value) is { } found && found.Similarity >= NearWord ? new(found.Slot, found.Similarity, word.Index, word.Index + word.Length) : null;

    private static bool IsRising(ImmutableArray<Named> names) => names.Zip(names.Skip(1)).All(pair => pair.First.Slot < pair.Second.Slot);

    private static bool HasNumber(string text) => text.Any(char.IsDigit) || text.AsSpan().IndexOfAny("½¼¾") >= 0 || text.Contains("កន្លះ", StringComparison.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\s:=]*(?:[-–—_.…·]+|0(?![.,]\d)|[xX×](?=\s|$))(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex NoneAhead();

    [GeneratedRegex(@"^\s*[xX×]\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex TimesAhead();
}

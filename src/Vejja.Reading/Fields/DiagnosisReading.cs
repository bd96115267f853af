using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Fields;

/// <summary>Diagnoses: after their label, numbered or not, over as many lines as are set in under it.</summary>
internal static partial class DiagnosisReading
{
    private const int LongestList = 12;

    /// <summary>Every diagnosis, in the order of the sheet.</summary>
    public static ImmutableArray<Reading<string>> Read(ImmutableArray<ImmutableArray<TextLine>> rows, ImmutableArray<LabelledValue> values)
    {
        if (values.Where(value => value.Field == "diagnosis").MaxBy(value => value.Label) is not { } label)
            return [];
        var isList = Numbering().IsMatch(label.Value.Text);
        var found = new List<Reading<string>>(Split(label.Value, label.Label, isList));
        var goesOn = GoesOn(label.Value);
        var (own, valueX) = (label.Line.Box, ValueX(label));
        var bottom = own.Y2;
        for (var row = label.Row + 1; row < Math.Min(rows.Length, label.Row + LongestList); row++)
        {
            var line = rows[row].FirstOrDefault(candidate => IsSetIn(candidate, label.Line, valueX, own, bottom) || (goesOn && IsUnder(candidate, label.Line, valueX, bottom)));
            if (line is null || LabelFinding.Find(InkText.Of([line])).Length > 0)
                break;
            var text = InkText.Of([line]);
            found.AddRange(Split(text, label.Label, isList || Numbering().IsMatch(text.Text)));
            (bottom, goesOn) = (line.Box.Y2, GoesOn(text));
        }

        return [.. found];
    }

    private static double ValueX(LabelledValue label)
    {
        var line = label.Line;
        var share = line.Text.Length == 0 || label.Value.IsBlank ? 0.5 : 1 - ((double)label.Value.Text.Length / line.Text.Length);
        return line.Box.X1 + (Math.Clamp(share, 0, 1) * line.Box.Width);
    }

    private static bool IsSetIn(TextLine line, TextLine label, double valueX, Domain.Geometry.Box own, double bottom) =>
        line.Page == label.Page && line.Box.X1 > own.X1 + (0.25 * (valueX - own.X1)) + (0.5 * own.Height)
        && line.Box.X1 < valueX + (4 * own.Height) && line.Box.Y1 - bottom < 1.2 * own.Height;

    /// <summary>A list that ends with a comma goes on in the next line, wherever that begins.</summary>
    private static bool GoesOn(InkText text) => text.Text.TrimEnd() is [.., ',' or ';'];

    private static bool IsUnder(TextLine line, TextLine label, double valueX, double bottom) =>
        line.Page == label.Page && Math.Abs(line.Box.X1 - label.Box.X1) < label.Box.Height && line.Box.X1 < valueX && line.Box.Y1 - bottom < label.Box.Height;

    /// <summary>In a numbered list a comma is part of a diagnosis; elsewhere it parts two.</summary>
    private static IEnumerable<Reading<string>> Split(InkText text, double label, bool isList)
    {
        var starts = (isList ? Numbering() : Commas()).Matches(text.Text).Select(match => (match.Index, End: match.Index + match.Length)).ToArray();
        if (starts.Length == 0 || text.Text[..starts[0].Index].Any(char.IsLetter))
            starts = [(0, 0), .. starts];
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1].Index : text.Text.Length;
            if (PersonReading.Name(text.Slice(starts[i].End, end - starts[i].End)) is { } diagnosis)
                yield return diagnosis with { Confidence = Math.Round(diagnosis.Confidence * (0.5 + (label / 2)), 4) };
        }
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,2}\s?[.)\-]\s*(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[,;]\s+(?=[\p{L}\p{M}]{3})|[,;](?=[\u1780-\u17B3])", RegexOptions.CultureInvariant)]
    private static partial Regex Commas();
}

using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Fields;

/// <summary>What a sheet says beside its medicines. What is covered, missing or not legible is absent.</summary>
internal static class FieldReading
{
    /// <summary>A value to the right of its label stands within so many line heights of it.</summary>
    private const double ValueReach = 10;

    /// <summary>Lines so near to each other, in line heights, are parts of one word that a detector cut.</summary>
    private const double SameWord = 0.2;

    /// <summary>How sure a word is whose label could not be read.</summary>
    private const double BareWord = 0.85;

    /// <summary>Reads the fields.</summary>
    /// <param name="lines">Lines outside tables, in reading order.</param>
    public static PrescriptionFields Read(ImmutableArray<TextLine> lines)
    {
        ImmutableArray<ImmutableArray<TextLine>> rows =
            [.. lines.GroupBy(line => line.Page).OrderBy(page => page.Key).SelectMany(page => ReadingOrder.Rows(page, line => line.Box))];
        var values = rows.SelectMany((row, index) => Values(row, index)).ToImmutableArray();
        return new()
        {
            PatientName = First(values, "patientName", (text, _) => PersonReading.Name(text)),
            Age = First(values, "age", (text, _) => PersonReading.Age(text, labelled: true)) ?? BareAge(lines),
            Sex = First(values, "sex", (text, _) => PersonReading.Sex(text)) ?? BareSex(lines),
            Date = First(values, "date", (text, value) => DateReading.Find(text) ?? Wrapped(rows, value)) ?? BareDate(values, lines),
            NextVisit = First(values, "nextVisit", (text, value) => DateReading.Find(text) ?? Wrapped(rows, value)),
            Prescriber = First(values, "prescriber", (text, value) => PersonReading.Name(text) ?? Below(rows, value)),
            Facility = FacilityReading.Read(lines),
            Diagnosis = DiagnosisReading.Read(rows, values),
        };
    }

    private static IEnumerable<LabelledValue> Values(ImmutableArray<TextLine> row, int index)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var text = InkText.Of([row[i]]);
            var hits = LabelFinding.Find(text);
            for (var j = 0; j < hits.Length; j++)
            {
                var end = j + 1 < hits.Length ? hits[j + 1].Start : text.Text.Length;
                var value = end <= hits[j].ValueStart ? text.Slice(text.Text.Length) : text.Slice(hits[j].ValueStart, end - hits[j].ValueStart);
                if (j + 1 == hits.Length)
                    value = WithRight(value, row, i);
                yield return new(hits[j].Field, hits[j].Similarity, value.Trim(':', '៖', '\u17C8'), row[i], index);
            }
        }
    }

    /// <summary>The rest of the row belongs to the last label of a line, up to the next line that begins with a label of its own.</summary>
    private static InkText WithRight(InkText value, ImmutableArray<TextLine> row, int index)
    {
        if (index + 1 >= row.Length)
            return value;
        var (own, next) = (row[index], row[index + 1]);
        if (value.Trim(':', '.', ' ', '\u17C8').Text.Length > 0)
            return next.Box.X1 - own.Box.X2 <= SameWord * own.Box.Height ? value.With(InkText.Of([next])) : value;
        var isNear = next.Box.X1 - own.Box.X2 <= ValueReach * own.Box.Height;
        var text = InkText.Of([next]);
        return isNear && !LabelFinding.Find(text).Any(hit => hit.Start == 0) ? text : value;
    }

    private static Reading<T>? First<T>(ImmutableArray<LabelledValue> values, string field, Func<InkText, LabelledValue, Reading<T>?> read) =>
        values.Where(value => value.Field == field)
            .OrderByDescending(value => value.Label)
            .Select(value => (Value: value, Reading: read(value.Value, value)))
            .Where(pair => pair.Reading is not null)
            .Select(pair => pair.Reading! with { Confidence = Math.Round(pair.Reading.Confidence * (0.5 + (pair.Value.Label / 2)), 4), Source = WithLabel(pair.Reading.Source, pair.Value.Line.Id) })
            .FirstOrDefault();

    private static ImmutableArray<string> WithLabel(ImmutableArray<string> source, string label) => source.Contains(label) ? source : source.Add(label);

    /// <summary>The only date of a sheet needs no label, unless a label says that it is another's (a birthday, an appointment).</summary>
    private static Reading<DateOnly>? BareDate(ImmutableArray<LabelledValue> values, ImmutableArray<TextLine> lines)
    {
        var claimed = values.Where(value => value.Field is "other" or "nextVisit" or "age").SelectMany(value => value.Value.Sources.Add(value.Line.Id)).ToHashSet();
        Reading<DateOnly>[] dates = [.. lines.Where(line => !claimed.Contains(line.Id)).Select(line => DateReading.Find(InkText.Of([line]))).OfType<Reading<DateOnly>>()];
        return dates.Select(date => date.Value).Distinct().Count() == 1 ? dates[0] with { Confidence = 0.95 * dates[0].Confidence } : null;
    }

    /// <summary>A date that does not fit its place goes on below: <c>18-10-</c> and <c>2024</c>, or the place and, under it, the day.</summary>
    private static Reading<DateOnly>? Wrapped(ImmutableArray<ImmutableArray<TextLine>> rows, LabelledValue label) =>
        LineBelow(rows, label) is { } below && LabelFinding.Find(InkText.Of([below])).IsEmpty
            ? DateReading.Find(label.Value.With(InkText.LineFeed).With(InkText.Of([below]))) : null;

    /// <summary>The words for the sexes are short, but nothing else of a letterhead is one of them.</summary>
    private static Reading<string>? BareSex(ImmutableArray<TextLine> lines) =>
        lines.Where(line => line is { Page: 0, Type: BlockType.Header })
            .Select(line => PersonReading.SexAlone(InkText.Of([line]))).OfType<Reading<string>>().Select(sex => sex with { Confidence = BareWord * sex.Confidence }).FirstOrDefault();

    private static Reading<Age>? BareAge(ImmutableArray<TextLine> lines) =>
        lines.Where(line => line.Type is BlockType.Header)
            .Select(line => PersonReading.Age(InkText.Of([line]), labelled: false))
            .OfType<Reading<Age>>().Where(age => age.Value.Unit is "a").Select(age => age with { Confidence = 0.85 * age.Confidence }).FirstOrDefault();

    /// <summary>A signature's name stands below "doctor".</summary>
    private static Reading<string>? Below(ImmutableArray<ImmutableArray<TextLine>> rows, LabelledValue label)
    {
        var below = LineBelow(rows, label);
        return below is null || LabelFinding.Find(InkText.Of([below])).Length > 0 ? null : PersonReading.Name(InkText.Of([below]));
    }

    /// <summary>The line of the next row that stands under the label; null for none.</summary>
    private static TextLine? LineBelow(ImmutableArray<ImmutableArray<TextLine>> rows, LabelledValue label)
    {
        if (label.Row + 1 >= rows.Length)
            return null;
        var own = label.Line.Box;
        return rows[label.Row + 1].FirstOrDefault(line =>
            line.Page == label.Line.Page && line.Box.X1 < own.X2 && own.X1 < line.Box.X2 && line.Box.Y1 - own.Y2 < 3 * own.Height);
    }
}

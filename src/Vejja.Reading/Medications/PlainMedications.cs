using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Dosing;
using Vejja.Reading.Fields;
using Vejja.Reading.Layout;
using Vejja.Reading.Safety;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>The lines of one medicine.</summary>
/// <param name="Lines">In reading order.</param>
/// <param name="IsNumbered">Whether it stands in a numbered list.</param>
/// <param name="IsOrphan">Whether doses stand there below a line in which no medicine was seen: one was prescribed, whether its name can be read or not.</param>
internal sealed record PlainLines(ImmutableArray<TextLine> Lines, bool IsNumbered, bool IsOrphan);

/// <summary>Sheets without a table: rows are parted into items where a number or a name with its strength begins one.</summary>
internal static partial class PlainMedications
{
    /// <summary>An item does not reach over a gap of more than so many line heights.</summary>
    private const double LargestGap = 1.2;

    /// <summary>A row that is left is looked at so many line heights below an item.</summary>
    private const double LeftReach = 2.5;

    /// <summary>How sure a dose is beside digit-sized ink that stands in no line.</summary>
    private const double UnreadInkBeside = 0.7;

    /// <summary>Reads the medicines.</summary>
    /// <param name="lines">Lines outside tables.</param>
    /// <param name="claimed">Blocks that fields rest on: a numbered diagnosis is no medicine.</param>
    public static ImmutableArray<Medication> Read(ImmutableArray<TextLine> lines, IReadOnlySet<string> claimed)
    {
        ImmutableArray<ImmutableArray<TextLine>> rows =
            [.. lines.GroupBy(line => line.Page).OrderBy(page => page.Key).SelectMany(page => ReadingOrder.Rows(page, line => line.Box))];
        ImmutableArray<PlainLines> items = [.. Items(rows, claimed)];
        var left = rows.RemoveAll(row => row.Any(line => claimed.Contains(line.Id) || items.Any(item => item.Lines.Contains(line))));
        return [.. items
            .Select(item => Left(Marked(PlainItem.Read(InkText.Of(item.Lines), item.IsNumbered, item.IsOrphan), item.Lines), item.Lines, left))
            .OfType<Medication>()];
    }

    /// <summary>A dose, a time, a meal or a length of time right below an item, and part of none, may be the item's.</summary>
    private static Medication? Left(Medication? medication, ImmutableArray<TextLine> lines, ImmutableArray<ImmutableArray<TextLine>> left)
    {
        var (bottom, height) = (lines.Max(line => line.Box.Y2), lines.Max(line => line.Box.Height));
        foreach (var row in left.Where(row => row[0].Page == lines[^1].Page && row[0].Box.Y1 > lines[^1].Box.Y1 && row[0].Box.Y1 - bottom < LeftReach * height))
        {
            var text = string.Join(' ', row.Select(line => line.Text));
            if (medication is not null && SigReader.Read(text).DosageInstruction.Any(dosage => dosage.Repeat is not null || dosage.Dose is not null))
                medication = medication with { Flags = medication.Flags.With(Doubts.NotUnderstood(text)) };
        }

        return medication;
    }

    private static Medication? Marked(Medication? medication, ImmutableArray<TextLine> lines) =>
        medication is null ? null : Beside(medication, lines) with { Flags = medication.Flags.With(CrossedOutFields.OfLines(medication, lines)) };

    /// <summary>A digit that nobody read may belong to a dose beside it.</summary>
    private static Medication Beside(Medication medication, ImmutableArray<TextLine> lines) =>
        medication.DosageEvidence is { } evidence && lines.Any(line => line.Marks.HasFlag(LineMarks.UnreadInkBeside) && evidence.Source.Contains(line.Id))
            ? medication with { DosageEvidence = evidence with { Confidence = Math.Min(UnreadInkBeside, evidence.Confidence) } }
            : medication;

    private static IEnumerable<PlainLines> Items(ImmutableArray<ImmutableArray<TextLine>> rows, IReadOnlySet<string> claimed)
    {
        var texts = rows.Select(row => string.Join(' ', row.Select(line => line.Text))).ToArray();
        var numbers = rows.Where((row, index) => Numbered().IsMatch(texts[index]) && !IsClaimed(row) && PlainItem.Begins(texts[index])).Select(row => row[0].Box).ToArray();
        List<TextLine>? open = null;
        var (numbered, dosed, orphan) = (false, false, false);
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var isNumbered = Numbered().IsMatch(texts[index]);
            var isDosing = !IsClaimed(row) && (LabelledSlots.IsForm(texts[index]) || LabelledSlots.Read(InkText.Of(row)) is not null);
            var begins = !IsClaimed(row) && (isNumbered || (PlainItem.Begins(texts[index]) && (numbers.Length < 2 || StandsWith(numbers, row[0].Box))));
            var ends = IsClaimed(row) || (open is not null && (IsNote(texts[index]) || IsFar(rows[index - 1], row[0]) || IsSignature(open[0], row[0]) || LabelFinding.Find(InkText.Of([row[0]])).Any(hit => hit.Start == 0)));
            var isOrphan = isDosing && !begins && (open is null || ends || dosed);
            ImmutableArray<TextLine> head = isOrphan && index > 0 && !IsClaimed(rows[index - 1]) && !IsFar(rows[index - 1], row[0]) ? rows[index - 1] : [];
            if ((begins || ends || isOrphan) && open is not null)
            {
                open.RemoveAll(head.Contains);
                if (open.Count > 0)
                    yield return new([.. open], numbered, orphan);
                open = null;
            }

            if (begins || isOrphan)
                (open, numbered, dosed, orphan) = ([.. head, .. row], isNumbered, false, isOrphan);
            else
                open?.AddRange(row);
            dosed |= isDosing;
        }

        if (open is not null)
            yield return new([.. open], numbered, orphan);

        bool IsClaimed(ImmutableArray<TextLine> row) => row.Any(line => claimed.Contains(line.Id));
    }

    /// <summary>In a numbered list a line whose number was misread stands where the others' numbers stand.</summary>
    private static bool StandsWith(Box[] numbers, Box line) => numbers.Any(number => Math.Abs(number.X1 - line.X1) <= number.Height);

    /// <summary>AR (renew), NS (do not substitute) and Rx on a line of their own are about the sheet, not about the medicine above.</summary>
    private static bool IsNote(string text) => TermKey.Of(text) is "ar" or "ns" or "rx" or "arns";

    /// <summary>What begins to the right of the middle of the item's first line is a signature or a date, not its continuation.</summary>
    private static bool IsSignature(TextLine first, TextLine next) => next.Box.X1 > first.Box.Centre.X;

    /// <summary>A row may end with a dash, which is much lower than its words.</summary>
    private static bool IsFar(ImmutableArray<TextLine> last, TextLine next)
    {
        var height = last.Max(line => line.Box.Height);
        return next.Page != last[^1].Page || next.Box.Y1 - last.Max(line => line.Box.Y2) > LargestGap * height || next.Box.X1 - last[^1].Box.X2 > height;
    }

    [GeneratedRegex(@"^\s*(?:\d{1,2}\s*[.)\-/°]|[•*])\s*(?:\p{L}|[1|!](?=\p{L}{3}))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Fields;
using Vejja.Reading.Layout;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>Sheets without a table: rows are parted into items where a number or a name with its strength begins one.</summary>
internal static partial class PlainMedications
{
    /// <summary>An item does not reach over a gap of more than so many line heights.</summary>
    private const double LargestGap = 1.2;

    /// <summary>Reads the medicines.</summary>
    /// <param name="lines">Lines outside tables.</param>
    /// <param name="claimed">Blocks that fields rest on: a numbered diagnosis is no medicine.</param>
    public static ImmutableArray<Medication> Read(ImmutableArray<TextLine> lines, IReadOnlySet<string> claimed)
    {
        ImmutableArray<ImmutableArray<TextLine>> rows =
            [.. lines.GroupBy(line => line.Page).OrderBy(page => page.Key).SelectMany(page => ReadingOrder.Rows(page, line => line.Box))];
        return [.. Items(rows, claimed)
            .Select(item => Marked(PlainItem.Read(InkText.Of(item.Lines), item.IsNumbered), item.Lines))
            .OfType<Medication>()];
    }

    /// <summary>A stroke through any line of an item makes the whole of it doubtful.</summary>
    private static Medication? Marked(Medication? medication, ImmutableArray<TextLine> lines) =>
        medication is not null && lines.Any(line => line.Marks.HasFlag(LineMarks.CrossedOut))
            ? medication with { Flags = medication.Flags.With(Doubts.CrossedOut(lines[0].Marks.HasFlag(LineMarks.CrossedOut) ? "name" : "dose")) }
            : medication;

    private static IEnumerable<(ImmutableArray<TextLine> Lines, bool IsNumbered)> Items(ImmutableArray<ImmutableArray<TextLine>> rows, IReadOnlySet<string> claimed)
    {
        var texts = rows.Select(row => string.Join(' ', row.Select(line => line.Text))).ToArray();
        var numberedList = texts.Where((text, index) => Numbered().IsMatch(text) && !IsClaimed(rows[index])).Count(PlainItem.Begins) >= 2;
        List<TextLine>? open = null;
        var numbered = false;
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var isNumbered = Numbered().IsMatch(texts[index]);
            var begins = !IsClaimed(row) && (isNumbered || (!numberedList && PlainItem.Begins(texts[index])));
            var ends = IsClaimed(row) || (open is not null && (IsNote(texts[index]) || IsFar(open[^1], row[0]) || IsSignature(open[0], row[0]) || LabelFinding.Find(InkText.Of([row[0]])).Any(hit => hit.Start == 0)));
            if ((begins || ends) && open is not null)
            {
                yield return ([.. open], numbered);
                open = null;
            }

            if (begins)
                (open, numbered) = ([.. row], isNumbered);
            else if (open is not null)
                open.AddRange(row);
        }

        if (open is not null)
            yield return ([.. open], numbered);

        bool IsClaimed(ImmutableArray<TextLine> row) => row.Any(line => claimed.Contains(line.Id));
    }

    /// <summary>AR (renew), NS (do not substitute) and Rx on a line of their own are about the sheet, not about the medicine above.</summary>
    private static bool IsNote(string text) => TermKey.Of(text) is "ar" or "ns" or "rx" or "arns";

    /// <summary>What begins to the right of the middle of the item's first line is a signature or a date, not its continuation.</summary>
    private static bool IsSignature(TextLine first, TextLine next) => next.Box.X1 > first.Box.Centre.X;

    private static bool IsFar(TextLine last, TextLine next) =>
        next.Page != last.Page || next.Box.Y1 - last.Box.Y2 > LargestGap * last.Box.Height || next.Box.X1 - last.Box.X2 > last.Box.Height;

    [GeneratedRegex(@"^\s*(?:\d{1,2}\s*[.)\-/°]|[•*])\s*\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

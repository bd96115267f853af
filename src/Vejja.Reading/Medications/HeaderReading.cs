using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Dosing;
using Vejja.Reading.Confidence;
using Vejja.Reading.Tables;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>The meaning of a table's columns from its header of one or two levels, in any order and three languages, misread signs tolerated.</summary>
internal static partial class HeaderReading
{
    /// <summary>Rows of a form that may stand above the header: patient, date, diagnosis.</summary>
    private const int DeepestHeader = 6;

    /// <summary>Levels above the lowest row of a header.</summary>
    private const int HeaderLevels = 2;

    /// <summary>What a part of a header says is a little less sure than what the whole says.</summary>
    private const double PartOfHeader = 0.96;

    /// <summary>A header that may mean two things.</summary>
    private const double TwoMeanings = 0.6;

    /// <summary>How sure a time of day is that a column has by its place alone.</summary>
    public const double ByPlace = 0.7;

    private static readonly TermTable Headers = TermTable.Load("Medications", "headers.tsv");

    /// <summary>Whether words announce a quantity: ចំនួន, Qty, Total.</summary>
    public static bool IsQuantity(string words) => Headers.Find(words) is { } match && Parse(match.Term.Code).Kind is ColumnKind.Quantity;

    /// <summary>What a header's words say; unknown where they say nothing known.</summary>
    public static (ColumnKind Kind, EventTiming? Slot) Kind(string words) =>
        Headers.Find(HeaderHours.WithoutHours(words).Replace('\n', ' ')) is { } match ? Parse(match.Term.Code) : (ColumnKind.Unknown, null);

    /// <summary>The time of day that a word names, and how near it is to that name; null for other words.</summary>
    public static (EventTiming Slot, double Similarity)? SlotOf(string word) =>
        Headers.Find(word) is { } match && Parse(match.Term.Code).Slot is { } slot ? (slot, match.Similarity) : null;

    /// <summary>The meaning of a medicine table; null for a table of something else.</summary>
    public static TableMeaning? Read(ReadTable table)
    {
        TableMeaning? best = null;
        var bestScore = 0.0;
        for (var row = 0; row < Math.Min(DeepestHeader, table.Grid.Rows - 1); row++)
        {
            // Beside a header of names one time of day with a dose is a header too: a pen's stroke looks like a 1.
            var levels = table.Cells.Where(cell => cell.Place.Row >= row - HeaderLevels && cell.Place.Row <= row).ToLookup(cell => IsDose(cell.Text.Text));
            if (levels[true].Count() > (levels[false].Any(cell => Kind(cell.Text.Text).Kind is ColumnKind.Name) ? 1 : 0))
                continue;
            var meaning = ReadRow(table, row);
            var score = Score(meaning.Columns);
            if (score > bestScore + 0.5)
                (best, bestScore) = (meaning, score);
        }

        return best is not null && IsMedicineTable(best.Columns) ? best : null;
    }

    /// <summary>A table without a header of its own goes on with the columns of the one before, if it has as many (a second page).</summary>
    public static TableMeaning? Continue(ReadTable table, TableMeaning? before) =>
        before is not null && before.Columns.Length == table.Grid.Columns ? before with { FirstRow = 0 } : null;

    /// <summary>A time of day with its dose beside it, ព្រឹក 1 គ្រាប់ or Soir -, heads no column; the hours in a header are no dose.</summary>
    private static bool IsDose(string text) =>
        Dose().Match(HeaderHours.WithoutHours(text)) is { Success: true } match && SlotOf(match.Groups["word"].Value) is { Similarity: >= 0.75 };

    private static TableMeaning ReadRow(ReadTable table, int row)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnMeaning>(table.Grid.Columns);
        var bottom = row;
        EventTiming? before = null;
        for (var column = 0; column < table.Grid.Columns; column++)
        {
            var meaning = ColumnMeaning.Nothing;
            for (var level = row; level >= Math.Max(0, row - HeaderLevels) && meaning.Kind is ColumnKind.Unknown; level--)
            {
                if (table.At(level, column) is { IsEmpty: false } cell)
                    meaning = ReadCell(cell, before);
            }

            if (table.At(row, column) is { } own)
                bottom = Math.Max(bottom, own.Place.Row + own.Place.RowSpan - 1);
            before = meaning.Slot ?? before;
            columns.Add(meaning);
        }

        return new(FillGaps(WithoutRepeats(columns.ToImmutable())), bottom + 1);
    }

    private static ColumnMeaning ReadCell(ReadCell cell, EventTiming? before)
    {
        var hours = HeaderHours.Find(cell.Text);
        var found = Find(cell.Text.Text);
        var header = cell.Text.Text.Replace('\n', ' ').Trim();
        if (found is { } match)
        {
            var (kind, slot) = Parse(match.Term.Code);
            var confidence = match.Similarity >= 1 ? 0.99 : 0.5 + (match.Similarity / 2);
            if (slot is { } timing && hours is { } printed)
                confidence = Belief.Given(confidence, HeaderHours.For(timing, printed.From, printed.To, 1, "") is null ? 0.2 : 5);
            return WithHours(new(kind, slot, match.Term.IsUncertain || NamesTwoSlots(header) ? Math.Min(confidence, TwoMeanings) : confidence, header, cell.Sources[0]), hours);
        }

        // The hours tell the time of day where its word could not be read.
        return hours is { } range && HeaderHours.Guess(range.From, range.To, before) is { } guess
            ? WithHours(new(ColumnKind.Slot, guess, Math.Min(0.9, range.Ink.Weakest), header, cell.Sources[0]), hours)
            : ColumnMeaning.Nothing with { Header = header, Source = cell.Sources[0] };
    }

    /// <summary>Whether two times of day stand in one header: two columns that were taken for one, so that nobody knows whose the doses are.</summary>
    private static bool NamesTwoSlots(string header) =>
        header.Split(' ').Select(SlotOf).OfType<(EventTiming Slot, double Similarity)>().Where(found => found.Similarity >= 0.9).Select(found => found.Slot).Distinct().Count() > 1;

    /// <summary>The whole header, or else one of its parts: two languages, a word in brackets, a caption above. A line with a number is a label with its value and heads no column.</summary>
    private static TermMatch? Find(string text)
    {
        var lines = HeaderHours.WithoutHours(text).Split('\n').Where(line => !line.Any(char.IsDigit)).ToArray();
        if (Headers.Find(string.Join(' ', lines)) is { } whole)
            return whole;
        TermMatch? best = null;
        foreach (var part in lines.SelectMany(line => Parts().Split(line)).Where(part => part.Count(char.IsLetter) >= 2))
        {
            if (Headers.Find(part) is { } match && match.Similarity > (best?.Similarity ?? 0))
                best = match with { Similarity = PartOfHeader * match.Similarity };
        }

        return best;
    }

    private static ColumnMeaning WithHours(ColumnMeaning meaning, (int From, int To, InkText Ink)? hours) =>
        meaning.Slot is { } slot && meaning.Source is { } source && hours is { } range
            ? meaning with { Hours = HeaderHours.For(slot, range.From, range.To, range.Ink.Weakest, source) }
            : meaning;

    private static (ColumnKind Kind, EventTiming? Slot) Parse(string code) => code switch
    {
        "number" => (ColumnKind.Number, null),
        "name" => (ColumnKind.Name, null),
        "strength" or "dosage" => (ColumnKind.Strength, null),
        "form" => (ColumnKind.Form, null),
        "quantity" => (ColumnKind.Quantity, null),
        "total" => (ColumnKind.Quantity, null),
        "unit" => (ColumnKind.Unit, null),
        "usage" => (ColumnKind.Usage, null),
        "remark" => (ColumnKind.Remark, null),
        "days" => (ColumnKind.Days, null),
        "dose" => (ColumnKind.Dose, null),
        "perDay" => (ColumnKind.PerDay, null),
        _ => (ColumnKind.Slot, Enum.Parse<EventTiming>(code)),
    };

    /// <summary>Of two columns with one meaning the surer keeps it; the second quantity beside a total is the dose at one time.</summary>
    private static ImmutableArray<ColumnMeaning> WithoutRepeats(ImmutableArray<ColumnMeaning> columns) =>
        [.. columns.Select((column, index) => IsRepeat(columns, column, index) ? column with { Kind = Demoted(column), Slot = null, Hours = null } : column)];

    private static ColumnKind Demoted(ColumnMeaning column) => column.Kind is ColumnKind.Quantity ? ColumnKind.Dose : ColumnKind.Unknown;

    private static bool IsRepeat(ImmutableArray<ColumnMeaning> columns, ColumnMeaning column, int index)
    {
        if (column.Kind is ColumnKind.Unknown or ColumnKind.Usage or ColumnKind.Remark)
            return false;
        for (var other = 0; other < columns.Length; other++)
        {
            var rival = columns[other];
            if (other == index || rival.Kind != column.Kind || rival.Slot != column.Slot)
                continue;
            var rivalWins = column.Kind is ColumnKind.Quantity ? other > index : rival.Confidence > column.Confidence || (rival.Confidence.Equals(column.Confidence) && other < index);
            if (rivalWins)
                return true;
        }

        return false;
    }

    /// <summary>An unread column between morning and evening is noon: by its place alone, so not surely.</summary>
    private static ImmutableArray<ColumnMeaning> FillGaps(ImmutableArray<ColumnMeaning> columns)
    {
        EventTiming[] day = [EventTiming.MORN, EventTiming.NOON, EventTiming.EVE, EventTiming.NIGHT];
        var result = columns.ToBuilder();
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Kind is not ColumnKind.Unknown || columns[index].Source is null)
                continue;
            var left = index > 0 ? columns[index - 1].Slot : null;
            var right = index + 1 < columns.Length ? columns[index + 1].Slot : null;
            EventTiming[] open = [.. day.Where((EventTiming slot) => (left is null || slot > left) && (right is null || slot < right) && columns.All((ColumnMeaning column) => column.Slot != slot))];
            if (open.Length == 1 && (left is not null || right is not null) && columns.Count(column => column.Slot is not null) >= 2)
                result[index] = columns[index] with { Kind = ColumnKind.Slot, Slot = open[0], Confidence = ByPlace };
        }

        return result.ToImmutable();
    }

    private static double Score(ImmutableArray<ColumnMeaning> columns) =>
        columns.Where(column => column.Kind is not ColumnKind.Unknown)
            .GroupBy(column => (column.Kind, column.Slot))
            .Sum(group => group.Max(column => column.Confidence) * (group.Key.Slot is null ? 1 : 1.5));

    private static bool IsMedicineTable(ImmutableArray<ColumnMeaning> columns)
    {
        var slots = columns.Count(column => column.Kind is ColumnKind.Slot);
        var named = columns.Any(column => column.Kind is ColumnKind.Name);
        return slots >= 2 || (named && columns.Count(column => column.Kind is not ColumnKind.Unknown) >= 2);
    }

    [GeneratedRegex(@"^\s*(?<word>[\p{L}\p{M}]+)\s*[:=]?\s*(?:[\d½¼¾]|[-–—_…]|\.\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Dose();

    [GeneratedRegex(@"[/()|,:]|(?<=[\u1780-\u17DD])\s*(?=[A-Za-z])|(?<=[A-Za-z.])\s*(?=[\u1780-\u17DD])", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}

using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Reading.Medications;

namespace Vejja.Language.Enhancement;

/// <summary>What the header over a word's column says, and which fields may rest on it.</summary>
internal static class Columns
{
    /// <summary>The kind of a word's column; unknown in running text and under a header that cannot be read.</summary>
    public static ColumnKind KindOver(Question question, PageWord word) => Over(question, word).Kind;

    /// <summary>The time of day of a word's column; null where the header names none.</summary>
    public static EventTiming? SlotOver(Question question, PageWord word) => Over(question, word).Slot;

    /// <summary>Whether a field cannot stand in these words' column.</summary>
    public static bool Refuse(Question question, ImmutableArray<PageWord> words, FieldKind field) => words.Any(word => Over(question, word).Kind switch
    {
        ColumnKind.Unknown => false,
        ColumnKind.Name => field is FieldKind.Quantity or FieldKind.Duration,
        ColumnKind.Strength => field is not FieldKind.Strength,
        ColumnKind.Form => field is not FieldKind.Form,
        ColumnKind.Quantity or ColumnKind.Unit => field is not (FieldKind.Quantity or FieldKind.Form),
        ColumnKind.Days => field is not FieldKind.Duration,
        ColumnKind.Usage or ColumnKind.Remark => field is not (FieldKind.Route or FieldKind.Duration),
        ColumnKind.Slot or ColumnKind.Dose or ColumnKind.PerDay or ColumnKind.Number => true,
        _ => false,
    });

    private static (ColumnKind Kind, EventTiming? Slot) Over(Question question, PageWord word) =>
        question.LineOf(word).Column is { } column && question.HeaderOf(column) is { Length: > 0 } header ? HeaderReading.Kind(header) : (ColumnKind.Unknown, null);
}

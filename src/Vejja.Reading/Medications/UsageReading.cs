using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Dosing;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>What usage and remark cells say.</summary>
internal sealed record Usage
{
    public Reading<string>? Route { get; init; }

    /// <summary>A meal for all doses of the row.</summary>
    public EventTiming? Meal { get; init; }

    /// <summary>Whole instructions in words.</summary>
    public Sig? Sig { get; init; }

    /// <summary>The cell of <see cref="Sig"/>.</summary>
    public InkText? SigInk { get; init; }

    /// <summary>Words that none of these explains.</summary>
    public ImmutableArray<string> Unexplained { get; init; } = [];

    /// <summary>How sure route and meal are.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>Cells under "how to use" and "remark": a route, a meal for all doses, or a whole instruction.</summary>
internal static class UsageReading
{
    /// <summary>Reads every such cell of a row; what is neither route nor meal is read as one instruction, with the amount of a dose column before it.</summary>
    public static Usage Read(RowCells cells)
    {
        var usage = new Usage();
        var open = ImmutableArray.CreateBuilder<InkText>();
        foreach (var cell in cells.All(ColumnKind.Usage).Concat(cells.All(ColumnKind.Remark)))
        {
            if (RouteOrMeal(usage, cell) is { } known)
                usage = known;
            else
                open.Add(cell.Text);
        }

        return open.Count == 0 ? usage : WithInstruction(usage, open.ToImmutable(), cells.Text(ColumnKind.Dose));
    }

    /// <summary>Whether a cell holds a way of giving or a meal and nothing else.</summary>
    public static bool IsRouteOrMeal(InkText text) => Vocabulary.Routes.Find(OneLine(text)) is { Term.IsUncertain: false } || Vocabulary.Meals.Find(OneLine(text)) is not null;

    private static Usage? RouteOrMeal(Usage usage, ReadCell cell)
    {
        var words = OneLine(cell.Text);
        if (Vocabulary.Routes.Find(words) is { } route && !route.Term.IsUncertain)
            return usage with { Route = new(route.Term.Code, words, cell.Text.Weakest * route.Similarity, cell.Sources) };
        return Vocabulary.Meals.Find(words) is { } meal
            ? usage with { Meal = Enum.Parse<EventTiming>(meal.Term.Code), Confidence = Math.Min(usage.Confidence, meal.Similarity * ((cell.Text.Mean + 1) / 2)) }
            : null;
    }

    private static Usage WithInstruction(Usage usage, ImmutableArray<InkText> cells, InkText? dose)
    {
        var all = Joined(cells);
        if (Understood(all, dose) is { } whole && (whole.Sig.Residue.Length == 0 || cells.Length == 1))
            return usage with { Sig = whole.Sig, SigInk = whole.Ink };
        // Cells that do not make one sentence are read one by one: the first that is an instruction counts, the others stay unexplained.
        var read = cells.Select(cell => (Cell: cell, Found: Understood(cell, dose))).ToImmutableArray();
        var first = read.FirstOrDefault(pair => pair.Found is not null).Found;
        return usage with
        {
            Sig = first is { } chosen ? chosen.Sig : null,
            SigInk = first is { } same ? same.Ink : null,
            Unexplained = [.. read.Where(pair => pair.Found is null || pair.Found != first).Select(pair => OneLine(pair.Cell))],
        };
    }

    /// <summary>The instruction of a text, with the amount before it where the text names none itself; null where it is no instruction.</summary>
    private static (Sig Sig, InkText Ink)? Understood(InkText text, InkText? dose)
    {
        var sig = SigReader.Read(OneLine(text));
        if (sig.DosageInstruction.IsEmpty)
            return null;
        if (dose is null || sig.DosageInstruction.Any(dosage => dosage.Dose is not null))
            return (sig, text);
        var both = Joined([dose, text]);
        var whole = SigReader.Read(OneLine(both));
        return whole.Residue.Length <= sig.Residue.Length && whole.DosageInstruction.Any(dosage => dosage.Dose is not null) ? (whole, both) : (sig, text);
    }

    private static InkText Joined(ImmutableArray<InkText> texts) => texts.Skip(1).Aggregate(texts[0], (all, next) => all.With(InkText.LineFeed).With(next));

    private static string OneLine(InkText text) => text.Text.Replace('\n', ' ').Trim();
}

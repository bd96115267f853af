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
    /// <summary>Reads every such cell of a row.</summary>
    public static Usage Read(RowCells cells)
    {
        var usage = new Usage();
        foreach (var cell in cells.All(ColumnKind.Usage).Concat(cells.All(ColumnKind.Remark)))
            usage = Add(usage, cell);
        return usage;
    }

    private static Usage Add(Usage usage, ReadCell cell)
    {
        var words = cell.Text.Text.Replace('\n', ' ').Trim();
        if (Vocabulary.Routes.Find(words) is { } route && !route.Term.IsUncertain)
        {
            var confidence = cell.Text.Weakest * route.Similarity;
            return usage with { Route = new(route.Term.Code, words, confidence, cell.Sources) };
        }

        if (Vocabulary.Meals.Find(words) is { } meal)
            return usage with { Meal = Enum.Parse<EventTiming>(meal.Term.Code), Confidence = Math.Min(usage.Confidence, meal.Similarity * ((cell.Text.Mean + 1) / 2)) };
        var sig = SigReader.Read(words);
        return sig.DosageInstruction.IsEmpty || usage.Sig is not null
            ? usage with { Unexplained = usage.Unexplained.Add(words) }
            : usage with { Sig = sig, SigInk = cell.Text };
    }
}

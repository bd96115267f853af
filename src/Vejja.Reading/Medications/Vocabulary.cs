using System.Collections.Immutable;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>The words of dose, quantity and route cells.</summary>
internal static class Vocabulary
{
    public static TermTable Units { get; } = TermTable.Load("Medications", "units.tsv");

    public static TermTable Meals { get; } = TermTable.Load("Medications", "meals.tsv");

    public static TermTable Routes { get; } = TermTable.Load("Medications", "routes.tsv");

    /// <summary>Every way in which a unit and a meal can follow a number; either may be missing.</summary>
    public static ImmutableArray<(PrintedTerm? Unit, PrintedTerm? Meal, string Key)> Tails { get; } =
        [.. from unit in (IEnumerable<PrintedTerm?>)[null, .. Units.Terms]
            from meal in (IEnumerable<PrintedTerm?>)[null, .. Meals.Terms]
            where unit is not null || meal is not null
            select (unit, meal, unit?.Key + meal?.Key)];
}

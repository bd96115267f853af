using System.Collections.Immutable;

namespace Vejja.Bench.Content;

/// <summary>A name in Khmer and in Latin script.</summary>
internal readonly record struct TwoScripts(string Khmer, string Latin);

/// <summary>What a sheet says, before anyone decides how it looks. Everybody and every place is invented.</summary>
internal sealed record Sheet(
    TwoScripts Patient, int Age, bool IsFemale, TwoScripts Prescriber, TwoScripts Facility, string FacilityFrench, DateOnly Date, TimeOnly Time,
    DateOnly? NextVisit, string Code, TwoScripts Town, ImmutableArray<string> Diagnoses, ImmutableArray<Order> Orders)
{
    /// <summary>Draws a sheet for a family.</summary>
    public static Sheet Draw(SheetNeeds needs, Split split, Dice dice)
    {
        var (diagnoses, orders) = OrderDrawing.Draw(needs, split, dice.Fork("orders"));
        var people = dice.Fork("people");
        var female = people.Chance(0.5) || diagnoses.Any(id => id is "pregnancy" or "vaginitis" or "menorrhagia");
        var date = new DateOnly(2023, 1, 1).AddDays(people.Whole(0, 1000));
        var (facility, french) = People.Facility(people);
        var longest = orders.Max(order => order.Days);
        return new Sheet(
            People.Person(female, people), diagnoses.Contains("prostate") ? people.Whole(50, 84) : people.Whole(16, 84), female && !diagnoses.Contains("prostate"),
            People.Person(people.Chance(0.4), people), facility, french, date, new TimeOnly(people.Whole(7, 17), people.Whole(0, 59)),
            people.Chance(0.5) ? date.AddDays(longest) : null, People.Code(people), People.Town(people), diagnoses, orders);
    }
}

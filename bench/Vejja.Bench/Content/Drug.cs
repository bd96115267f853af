using System.Collections.Immutable;

namespace Vejja.Bench.Content;

/// <summary>One product and how it is usually ordered: a row of <c>regimens.tsv</c>.</summary>
/// <param name="English">INN in English spelling.</param>
/// <param name="French">INN in French spelling.</param>
/// <param name="Brands">Trade names.</param>
/// <param name="Form">Canonical form.</param>
/// <param name="Strengths">Strengths made, in the contract's notation; empty for products without one.</param>
/// <param name="Route">Canonical route.</param>
/// <param name="Amounts">Amounts at one time, in the form's unit.</param>
/// <param name="Times">Patterns: letters M, N, E, B for the times of day, <c>prn</c>, <c>wk</c>, <c>q6h</c>.</param>
/// <param name="Days">Lengths of a course.</param>
/// <param name="Meal"><c>pc</c>, <c>ac</c> or <c>any</c>.</param>
/// <param name="Diagnoses">Why it is ordered: ids of <c>diagnoses.tsv</c>.</param>
/// <param name="Group">Therapeutic group: a sheet has one medicine of each.</param>
internal sealed record Drug(
    string English, string French, ImmutableArray<string> Brands, string Form, ImmutableArray<string> Strengths, string Route,
    ImmutableArray<decimal> Amounts, ImmutableArray<string> Times, ImmutableArray<int> Days, string Meal, ImmutableArray<string> Diagnoses,
    string Group)
{
    /// <summary>Whether it is counted in pieces, so that quantity, dose and days must agree.</summary>
    public bool IsCounted => Form is "tablet" or "capsule" or "sachet" or "pessary" or "injection";

    /// <summary>The unit of one dose, in canonical code.</summary>
    public string DoseUnit => Form switch
    {
        "oral suspension" or "syrup" => "mL",
        "eye drops" => "drop",
        "nasal spray" => "spray",
        "inhaler" => "puff",
        "injection" => "ampoule",
        "cream" => "",
        var form => form,
    };

    /// <summary>The unit in which it is dispensed.</summary>
    public string PackUnit => Form switch
    {
        "oral suspension" or "syrup" or "eye drops" or "nasal spray" => "bottle",
        "inhaler" => "box",
        "cream" => "tube",
        "injection" => "ampoule",
        var form => form,
    };
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Vejja.Bench.Content;
using Vejja.Bench.Truth;
using Vejja.Bench.Wording;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Contract;

namespace Vejja.Bench.Scoring;

/// <summary>How the real photograph was read.</summary>
/// <param name="Expected">Dose-bearing values on it.</param>
/// <param name="Right">Right ones.</param>
/// <param name="SilentlyWrong">Wrong, confident and unflagged.</param>
/// <param name="Coverage">Of the right ones, the share to rely on.</param>
/// <param name="Faults">What is not right; it holds no name of a person.</param>
internal sealed record RealPhotoScore(int Expected, int Right, int SilentlyWrong, double Coverage, IReadOnlyList<string> Faults)
{
    /// <summary>Scores a reading of the photograph against what a person read.</summary>
    /// <param name="expected">The expected JSON: medications with name, strength, quantity, slots, meals and length.</param>
    /// <param name="reading">One line of <c>vejja scan</c>.</param>
    public static RealPhotoScore From(string expected, string reading)
    {
        using var json = JsonDocument.Parse(expected);
        var read = PrescriptionJson.Read(Encoding.UTF8.GetBytes(reading));
        var medications = json.RootElement.GetProperty("medications").EnumerateArray().Select((medication, index) => Medication(medication, index)).ToImmutableArray();
        var truth = new TruthDocument
        {
            Family = "photo",
            Seed = 0,
            Split = Split.Test,
            Level = "photo",
            Typefaces = [],
            Words = [],
            Ignored = [],
            Prescription = new Prescription { File = read.File, Medications = medications },
            Roles = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
            Medications = medications.ToImmutableSortedDictionary(medication => medication.Id, _ => new TruthMedication("", ["form", "route"], false, false, false), StringComparer.Ordinal),
        };
        var outcomes = MedicationScoring.Score(truth, read).SelectMany(medication => medication.Outcomes.Select(outcome => (medication.Id, Outcome: Forgive(outcome)))).Where(item => item.Outcome.IsDoseBearing).ToArray();
        var right = outcomes.Where(item => item.Outcome is { IsExpected: true, IsRight: true }).ToArray();
        return new(
            outcomes.Count(item => item.Outcome.IsExpected), right.Length, outcomes.Count(item => item.Outcome.IsSilentlyWrong), right.Length == 0 ? 0 : right.Count(item => item.Outcome.IsCovered) / (double)right.Length,
            [.. outcomes.Where(item => !item.Outcome.IsRight).Select(item => $"{item.Id} {item.Outcome.Field}: `{item.Outcome.Expected}` read `{item.Outcome.Given}`{(item.Outcome.IsFlagged ? ", flagged" : "")}")]);
    }

    /// <summary>Where the person left the unit open (a word whose sense needs a Khmer pharmacist), numbers alone are compared.</summary>
    private static FieldOutcome Forgive(FieldOutcome outcome)
    {
        static string Numbers(string text) => string.Join(' ', text.Split(' ').Where(word => word.Length > 0 && char.IsDigit(word[0])));
        return !outcome.Expected.Contains('?', StringComparison.Ordinal) ? outcome
            : outcome with { IsRight = Numbers(outcome.Expected) == Numbers(outcome.Given) };
    }

    private static Medication Medication(JsonElement json, int index)
    {
        static Reading<T> Of<T>(T value) => new(value, null, 1, []);
        var quantity = json.GetProperty("quantity");
        var unit = quantity.TryGetProperty("unit", out var word) ? word.GetString()! : "?";
        var meals = json.GetProperty("meal");
        var slots = json.GetProperty("slots").EnumerateObject().Select(slot =>
            (Enum.Parse<EventTiming>(slot.Name), slot.Value.GetDecimal(), meals.TryGetProperty(slot.Name, out var meal) ? meal.GetString() == "PC" ? Meal.After : Meal.Before : Meal.None));
        return new Medication
        {
            Id = "m" + (index + 1).ToString(CultureInfo.InvariantCulture),
            Name = Of(json.GetProperty("name").GetString()!),
            Strength = json.TryGetProperty("strength", out var strength) ? Of(strength.GetString()!) : null,
            Quantity = Of(new Quantity(quantity.GetProperty("value").GetDecimal(), unit)),
            DosageInstruction = DosageCoding.Slots("slots", slots, unit, null),
            Duration = Of(new Quantity(json.GetProperty("durationDays").GetDecimal(), "d")),
        };
    }
}
